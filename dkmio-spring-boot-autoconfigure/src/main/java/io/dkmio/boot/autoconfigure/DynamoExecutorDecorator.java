package io.dkmio.boot.autoconfigure;

import io.dkmio.core.client.DynamoExecutor;

/**
 * Wraps what sends requests to DynamoDB, for all templates of dkmio. Beans of this type
 * are applied in order: the first one is next to the client, the last one next to the
 * caller.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface DynamoExecutorDecorator {

	/**
	 * Wraps an executor.
	 * @param executor the executor
	 * @return the executor to use in its place
	 */
	DynamoExecutor decorate(DynamoExecutor executor);

}
