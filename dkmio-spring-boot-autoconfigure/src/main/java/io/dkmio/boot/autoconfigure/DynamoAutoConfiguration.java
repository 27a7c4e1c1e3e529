package io.dkmio.boot.autoconfigure;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.mapping.DynamoMappingContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the {@link DynamoTemplate} for the application's client and
 * mapping.
 *
 * @since 1.0
 */
@AutoConfiguration(afterName = "io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration")
public final class DynamoAutoConfiguration {

	@Bean
	@ConditionalOnBean({ DynamoDbClient.class, DynamoMappingContext.class })
	@ConditionalOnMissingBean(DynamoOperations.class)
	DynamoTemplate dynamoTemplate(DynamoDbClient client, DynamoMappingContext context) {
		return new DynamoTemplate(client, context);
	}

}
