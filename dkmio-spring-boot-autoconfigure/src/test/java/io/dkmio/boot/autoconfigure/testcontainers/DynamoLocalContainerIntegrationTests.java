package io.dkmio.boot.autoconfigure.testcontainers;

import io.dkmio.boot.autoconfigure.DynamoClientAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs a real container where there is a Docker engine. Elsewhere the reports say that it
 * was not run, and why.
 */
class DynamoLocalContainerIntegrationTests {

	@Test
	@EnabledIf(value = "hasDocker", disabledReason = "There is no Docker engine on this machine")
	void talksToAContainer() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ServiceConnectionAutoConfiguration.class,
					DynamoClientAutoConfiguration.class))
			.withUserConfiguration(Container.class)
			.run((context) -> assertThat(context.getBean(DynamoDbClient.class).listTables().tableNames()).isEmpty());
	}

	static boolean hasDocker() {
		return DockerClientFactory.instance().isDockerAvailable();
	}

	@Configuration(proxyBeanMethods = false)
	static class Container {

		@Bean
		@ServiceConnection
		GenericContainer<?> dynamodb() {
			return new GenericContainer<>("amazon/dynamodb-local:3.3.1").withExposedPorts(8000);
		}

	}

}
