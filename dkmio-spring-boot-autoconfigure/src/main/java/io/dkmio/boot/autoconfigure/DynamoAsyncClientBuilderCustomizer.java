package io.dkmio.boot.autoconfigure;

import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;

/**
 * Changes the builder of the asynchronous client, after the properties have been applied.
 * Beans of this type are called in order.
 *
 * @since 1.0
 * @see DynamoClientBuilderCustomizer
 */
@FunctionalInterface
public interface DynamoAsyncClientBuilderCustomizer {

	/**
	 * Changes the builder.
	 * @param builder the builder
	 */
	void customize(DynamoDbAsyncClientBuilder builder);

}
