package io.dkmio.boot.autoconfigure;

import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Changes the builder of the clients of dkmio, after the properties have been applied.
 * Beans of this type are called in order.
 * <p>
 * The builder's override configuration holds timeouts and retries. To add to it, copy it:
 * <pre class="code">
 * (builder) -&gt; builder.overrideConfiguration(
 *     builder.overrideConfiguration().copy((override) -&gt; override.addExecutionInterceptor(interceptor)))
 * </pre>
 *
 * @since 1.0
 */
@FunctionalInterface
public interface DynamoClientBuilderCustomizer {

	/**
	 * Changes the builder.
	 * @param builder the builder
	 */
	void customize(DynamoDbClientBuilder builder);

}
