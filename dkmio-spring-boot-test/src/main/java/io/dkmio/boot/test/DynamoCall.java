package io.dkmio.boot.test;

import org.jspecify.annotations.Nullable;

/**
 * A call that was sent to DynamoDB.
 *
 * @param operation the operation, such as {@code GetItem}
 * @param table the table, where the call is about one
 * @param index the index, where the call reads one
 * @since 1.0
 */
public record DynamoCall(String operation, @Nullable String table, @Nullable String index) {
}
