package io.dkmio;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * The facts of a failed operation, for programs; an exception's message says the same for
 * people. It never holds a value of an item.
 *
 * @param operation what the application asked for, such as {@code insert}
 * @param tableName the table as DynamoDB knows it
 * @param indexName the index as DynamoDB knows it
 * @param itemType the type of the item
 * @param repositoryMethod the repository method that was called
 * @param errorCode the code of the error, without namespace
 * @param requestId the id AWS support asks for
 * @since 1.0
 */
public record FailedOperation(String operation, @Nullable String tableName, @Nullable String indexName,
		@Nullable String itemType, @Nullable String repositoryMethod, @Nullable String errorCode,
		@Nullable String requestId) implements Serializable {

}
