package io.dkmio.boot.autoconfigure.health;

import io.dkmio.boot.autoconfigure.DynamoClientAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoDataAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoEmbeddedAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoSchemaAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoHealthContributorAutoConfiguration}.
 */
class DynamoHealthContributorAutoConfigurationIntegrationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoEmbeddedAutoConfiguration.class,
				DynamoClientAutoConfiguration.class, DynamoDataAutoConfiguration.class,
				DynamoSchemaAutoConfiguration.class, DynamoHealthContributorAutoConfiguration.class))
		.withPropertyValues("dkmio.table.name=shop", "dkmio.health.timeout=20s");

	@Test
	void tellsTheHealthOfTheClient() {
		this.runner.run((context) -> {
			Health health = ((HealthIndicator) context.getBean("dynamoDbHealthContributor")).health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("table", "shop");
		});
	}

	@Test
	void tellsTheHealthOfEachClientByItsName() {
		this.runner
			.withPropertyValues("dkmio.clients.reports.api-call-timeout=20s",
					"dkmio.clients.archive.endpoint=http://127.0.0.1:1", "dkmio.clients.archive.region=eu-west-1",
					"dkmio.clients.archive.credentials.access-key=key",
					"dkmio.clients.archive.credentials.secret-key=secret")
			.run((context) -> {
				CompositeHealthContributor all = context.getBean("dynamoDbHealthContributor",
						CompositeHealthContributor.class);
				assertThat(all.stream().map(HealthContributors.Entry::name)).containsExactlyInAnyOrder("default",
						"reports", "archive");
				assertThat(status(all, "default")).isEqualTo(Status.UP);
				assertThat(status(all, "reports")).isEqualTo(Status.UP);
				assertThat(status(all, "archive")).isEqualTo(Status.DOWN);
			});
	}

	@Test
	void canBeSwitchedOff() {
		this.runner.withPropertyValues("management.health.dynamodb.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
	}

	@Test
	void leavesTheApplicationsIndicatorAlone() {
		this.runner.withUserConfiguration(OwnIndicator.class)
			.run((context) -> assertThat(context).hasSingleBean(HealthContributor.class)
				.hasBean("dynamoDbHealthIndicator"));
	}

	@Test
	void refusesToWaitForNoTimeAtAll() {
		this.runner.withPropertyValues("dkmio.health.timeout=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("dkmio.health.timeout must be at least a millisecond. Set a time such as 1s"));
	}

	private static Status status(CompositeHealthContributor all, String name) {
		HealthIndicator indicator = (HealthIndicator) all.getContributor(name);
		assertThat(indicator).isNotNull();
		return indicator.health().getStatus();
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnIndicator {

		@Bean
		HealthIndicator dynamoDbHealthIndicator() {
			return () -> Health.up().build();
		}

	}

}
