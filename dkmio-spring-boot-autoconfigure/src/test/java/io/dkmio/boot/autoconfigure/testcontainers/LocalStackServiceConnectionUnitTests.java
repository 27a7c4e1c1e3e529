package io.dkmio.boot.autoconfigure.testcontainers;

import java.net.URI;

import io.dkmio.boot.autoconfigure.DynamoClientAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoDataAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoEmbeddedAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LocalStackDynamoConnectionDetailsFactory}, with a container that only
 * says where it would be.
 */
@SpringJUnitConfig
@TestPropertySource(properties = { "dkmio.clients.reports.region=eu-west-1", "dkmio.clients.archive.region=eu-west-1",
		"dkmio.clients.archive.endpoint=http://archive:8000" })
class LocalStackServiceConnectionUnitTests {

	@ServiceConnection
	static final LocalStackContainer localstack = container();

	@Autowired
	DynamoDbClient client;

	@Autowired
	@Qualifier("reportsDynamoDbClient")
	DynamoDbClient reports;

	@Autowired
	@Qualifier("archiveDynamoDbClient")
	DynamoDbClient archive;

	@Test
	void connectsToTheContainerAndNotToTheEmbeddedServer() {
		DynamoDbServiceClientConfiguration configuration = this.client.serviceClientConfiguration();
		assertThat(configuration.endpointOverride()).contains(URI.create("http://docker:4567"));
		assertThat(configuration.region()).isEqualTo(Region.EU_NORTH_1);
		assertThat(configuration.credentialsProvider().resolveIdentity().join().accessKeyId()).isEqualTo("access");
	}

	@Test
	void takesNamedClientsWithItUnlessTheyHaveAnEndpoint() {
		assertThat(this.reports.serviceClientConfiguration().endpointOverride())
			.contains(URI.create("http://docker:4567"));
		assertThat(this.archive.serviceClientConfiguration().endpointOverride())
			.contains(URI.create("http://archive:8000"));
	}

	private static LocalStackContainer container() {
		LocalStackContainer container = Mockito.mock(LocalStackContainer.class);
		Mockito.when(container.getDockerImageName()).thenReturn("localstack/localstack:4");
		Mockito.when(container.getEndpoint()).thenReturn(URI.create("http://docker:4567"));
		Mockito.when(container.getRegion()).thenReturn("eu-north-1");
		Mockito.when(container.getAccessKey()).thenReturn("access");
		Mockito.when(container.getSecretKey()).thenReturn("secret");
		return container;
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ServiceConnectionAutoConfiguration.class, DynamoEmbeddedAutoConfiguration.class,
			DynamoClientAutoConfiguration.class, DynamoDataAutoConfiguration.class })
	static class Application {

	}

}
