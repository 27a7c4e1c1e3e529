package io.dkmio.boot.autoconfigure;

import java.net.URI;
import java.util.List;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoAutoConfiguration}.
 */
class DynamoAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoAutoConfiguration.class));

	@Test
	void doesNothingWithoutAClient() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DynamoOperations.class));
	}

	@Test
	void addsATemplateForTheApplicationsClientAndMapping() {
		this.runner.withUserConfiguration(ClientAndMapping.class)
			.run((context) -> assertThat(context).hasSingleBean(DynamoTemplate.class));
	}

	@Test
	void leavesTheApplicationsTemplateAlone() {
		this.runner.withUserConfiguration(ClientAndMapping.class, OwnTemplate.class)
			.run((context) -> assertThat(context).hasSingleBean(DynamoOperations.class).hasBean("ownTemplate"));
	}

	@Configuration(proxyBeanMethods = false)
	static class ClientAndMapping {

		@Bean
		DynamoDbClient dynamoDbClient() {
			return DynamoDbClient.builder()
				.region(Region.EU_WEST_1)
				.credentialsProvider(AnonymousCredentialsProvider.create())
				.endpointOverride(URI.create("http://127.0.0.1:1"))
				.build();
		}

		@Bean
		DynamoMappingContext dynamoMappingContext() {
			return DynamoMappingContext.of(List.of(TableDefinition.of("shop")), Customer.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnTemplate {

		@Bean
		DynamoTemplate ownTemplate(DynamoDbClient client, DynamoMappingContext context) {
			return new DynamoTemplate(client, context);
		}

	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "CUSTOMER")
	record Customer(String customerId) {
	}

}
