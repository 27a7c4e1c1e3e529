package io.dkmio.core.schema;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A question the application asks, and the call that answers it, for the documentation of
 * a schema.
 *
 * @param name the question, such as {@code OrderRepository.findByStatus}
 * @param tableName the table as DynamoDB knows it
 * @param indexName the index as the application knows it, or {@code null} for the table
 * itself
 * @param call the call without values, such as the description of a plan
 * @since 1.0
 */
public record AccessPattern(String name, String tableName, @Nullable String indexName, String call) {

	public AccessPattern {
		Assert.hasText(name, "An access pattern needs a name");
		Assert.hasText(tableName, "An access pattern needs a table");
		Assert.hasText(call, "An access pattern needs a call");
	}

}
