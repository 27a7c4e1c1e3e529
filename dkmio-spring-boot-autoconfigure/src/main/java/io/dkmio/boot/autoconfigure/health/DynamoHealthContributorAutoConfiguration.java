package io.dkmio.boot.autoconfigure.health;

import io.dkmio.boot.autoconfigure.DynamoDataAutoConfiguration;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the health {@code dynamoDb}.
 *
 * @since 1.0
 */
@AutoConfiguration(after = DynamoDataAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnEnabledHealthIndicator("dynamodb")
@EnableConfigurationProperties(DynamoHealthProperties.class)
public final class DynamoHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnSingleCandidate(DynamoDbClient.class)
	@ConditionalOnMissingBean(name = { "dynamoDbHealthIndicator", "dynamoDbHealthContributor" })
	HealthContributor dynamoDbHealthContributor(DynamoDbClient client, DynamoMappingContext context,
			DynamoHealthProperties properties) {
		return new DynamoHealthIndicator(client, context.getTables().stream().map(TableDefinition::name).toList(),
				properties);
	}

}
