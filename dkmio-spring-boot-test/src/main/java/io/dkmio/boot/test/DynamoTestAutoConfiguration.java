package io.dkmio.boot.test;

import io.dkmio.boot.autoconfigure.DynamoClientAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoClientBuilderCustomizer;
import io.dkmio.boot.autoconfigure.DynamoExecutorDecorator;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.convert.DynamoConverter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * What a {@link DataDynamoTest} adds to the application.
 *
 * @since 1.0
 */
@AutoConfiguration(before = DynamoClientAutoConfiguration.class)
public final class DynamoTestAutoConfiguration {

	@Bean
	DynamoCalls dynamoCalls() {
		return new DynamoCalls();
	}

	@Bean
	DynamoFaults dynamoFaults() {
		return new DynamoFaults();
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	DynamoClientBuilderCustomizer dynamoCallsCustomizer(DynamoCalls calls) {
		return (builder) -> builder.overrideConfiguration(
				builder.overrideConfiguration().copy((override) -> override.addExecutionInterceptor(calls)));
	}

	/**
	 * Next to the client, so that faults are observed as failures of DynamoDB are.
	 */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	DynamoExecutorDecorator dynamoFaultsDecorator(DynamoFaults faults) {
		return faults::decorate;
	}

	@Bean
	TestTable dynamoTestTable(DynamoDbClient client, DynamoTemplate template, DynamoConverter converter,
			DynamoCalls calls) {
		return new TestTable(client, template, converter, calls);
	}

}
