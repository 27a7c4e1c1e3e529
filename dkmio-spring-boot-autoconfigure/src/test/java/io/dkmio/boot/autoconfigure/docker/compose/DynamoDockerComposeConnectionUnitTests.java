package io.dkmio.boot.autoconfigure.docker.compose;

import java.lang.reflect.Constructor;
import java.net.URI;
import java.util.Map;

import io.dkmio.boot.autoconfigure.DynamoConnectionDetails;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoDockerComposeConnectionDetailsFactory}, with services that only
 * say where they would be.
 */
class DynamoDockerComposeConnectionUnitTests {

	@Test
	void connectsToDynamoDbLocal() throws Exception {
		DynamoConnectionDetails details = details("amazon/dynamodb-local:latest", 8000, Map.of());
		assertThat(details.getEndpoint()).isEqualTo(URI.create("http://127.0.0.1:32768"));
		assertThat(details.standsInForAws()).isTrue();
		assertThat(details.getRegion()).isEqualTo("us-east-1");
		assertThat(details.getCredentials().resolveCredentials().accessKeyId()).isEqualTo("test");
	}

	@Test
	void connectsToLocalStackAsItIsConfigured() throws Exception {
		DynamoConnectionDetails details = details("localstack/localstack:4", 4566, Map.of("AWS_DEFAULT_REGION",
				"eu-west-1", "AWS_ACCESS_KEY_ID", "access", "AWS_SECRET_ACCESS_KEY", "secret"));
		assertThat(details.getEndpoint()).isEqualTo(URI.create("http://127.0.0.1:32768"));
		assertThat(details.getRegion()).isEqualTo("eu-west-1");
		assertThat(details.getCredentials().resolveCredentials().secretAccessKey()).isEqualTo("secret");
	}

	@Test
	void leavesOtherServicesAlone() throws Exception {
		assertThat(details("redis:8", 6379, Map.of())).isNull();
	}

	private static DynamoConnectionDetails details(String image, int port, Map<String, String> env) throws Exception {
		RunningService service = Mockito.mock(RunningService.class);
		ConnectionPorts ports = Mockito.mock(ConnectionPorts.class);
		Mockito.when(ports.get(port)).thenReturn(32768);
		Mockito.when(service.image()).thenReturn(ImageReference.of(image));
		Mockito.when(service.host()).thenReturn("127.0.0.1");
		Mockito.when(service.ports()).thenReturn(ports);
		Mockito.when(service.env()).thenReturn(env);
		Mockito.when(service.labels()).thenReturn(Map.of());
		Constructor<DockerComposeConnectionSource> constructor = DockerComposeConnectionSource.class
			.getDeclaredConstructor(RunningService.class, Environment.class);
		constructor.setAccessible(true);
		DockerComposeConnectionSource source = constructor.newInstance(service, new StandardEnvironment());
		Map<Class<?>, ConnectionDetails> found = new ConnectionDetailsFactories(null).getConnectionDetails(source,
				false);
		return (DynamoConnectionDetails) found.get(DynamoConnectionDetails.class);
	}

}
