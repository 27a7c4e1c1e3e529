package io.dkmio.boot.autoconfigure.testcontainers;

import java.net.URI;

import io.dkmio.boot.autoconfigure.DynamoClientAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoEmbeddedAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.testcontainers.containers.GenericContainer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoLocalConnectionDetailsFactory}, with a container that only says
 * where it would be.
 */
@SpringJUnitConfig
class DynamoLocalServiceConnectionUnitTests {

	@ServiceConnection
	static final GenericContainer<?> dynamodb = container();

	@Autowired
	DynamoDbClient client;

	@Test
	void connectsToTheMappedPort() {
		assertThat(this.client.serviceClientConfiguration().endpointOverride())
			.contains(URI.create("http://docker:32768"));
	}

	private static GenericContainer<?> container() {
		GenericContainer<?> container = Mockito.mock(GenericContainer.class);
		Mockito.when(container.getDockerImageName()).thenReturn("amazon/dynamodb-local:3.3.1");
		Mockito.when(container.getHost()).thenReturn("docker");
		Mockito.when(container.getMappedPort(8000)).thenReturn(32768);
		return container;
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ServiceConnectionAutoConfiguration.class, DynamoEmbeddedAutoConfiguration.class,
			DynamoClientAutoConfiguration.class })
	static class Application {

	}

}
