package io.dkmio.boot.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.boot.autoconfigure.DynamoDataAutoConfiguration;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the health {@code dynamoDb}. With {@code dkmio.clients} it is
 * made of that of the client {@code default}, and those of the others by their names.
 *
 * @since 1.0
 */
@AutoConfiguration(after = DynamoDataAutoConfiguration.class)
@ConditionalOnBean(DynamoMappingContext.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnEnabledHealthIndicator("dynamodb")
@EnableConfigurationProperties(DynamoHealthProperties.class)
public final class DynamoHealthContributorAutoConfiguration {

	private static final String DEFAULT_CLIENT = "default";

	/** How the names of the beans of further clients end. */
	private static final String CLIENT = "DynamoDbClient";

	@Bean
	@ConditionalOnSingleCandidate(DynamoDbClient.class)
	@ConditionalOnMissingBean(name = { "dynamoDbHealthIndicator", "dynamoDbHealthContributor" })
	HealthContributor dynamoDbHealthContributor(DynamoDbClient client, DynamoMappingContext context,
			DynamoHealthProperties properties, Environment environment, BeanFactory beans) {
		List<String> tables = context.getTables().stream().map(TableDefinition::name).toList();
		HealthIndicator first = DynamoHealthIndicator.of(client, tables, properties);
		Map<String, HealthIndicator> all = new LinkedHashMap<>(Map.of(DEFAULT_CLIENT, first));
		for (String name : furtherClients(environment)) {
			if (beans.containsBean(name + CLIENT)) {
				all.put(name, DynamoHealthIndicator.ofFurtherClient(beans.getBean(name + CLIENT, DynamoDbClient.class),
						tables, properties));
			}
		}
		return (all.size() == 1) ? first : CompositeHealthContributor.fromMap(all);
	}

	private static Set<String> furtherClients(Environment environment) {
		return Binder.get(environment)
			.bind("dkmio.clients", Bindable.mapOf(String.class, Object.class))
			.orElseGet(Map::of)
			.keySet();
	}

}
