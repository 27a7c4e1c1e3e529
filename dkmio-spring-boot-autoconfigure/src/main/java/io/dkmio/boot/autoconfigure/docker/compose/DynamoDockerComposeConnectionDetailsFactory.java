package io.dkmio.boot.autoconfigure.docker.compose;

import java.net.URI;

import io.dkmio.boot.autoconfigure.DynamoConnectionDetails;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;

/**
 * The DynamoDB of a Compose service, of the image {@code amazon/dynamodb-local} or
 * {@code localstack/localstack}.
 */
final class DynamoDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<DynamoConnectionDetails> {

	private static final String DYNAMODB_LOCAL = "amazon/dynamodb-local";

	private static final String[] IMAGES = { DYNAMODB_LOCAL, "localstack/localstack", "localstack/localstack-pro" };

	private static final int DYNAMODB_LOCAL_PORT = 8000;

	private static final int LOCALSTACK_PORT = 4566;

	DynamoDockerComposeConnectionDetailsFactory() {
		super(IMAGES);
	}

	@Override
	protected @Nullable DynamoConnectionDetails getDockerComposeConnectionDetails(
			DockerComposeConnectionSource source) {
		return new Details(source.getRunningService());
	}

	private static final class Details extends DockerComposeConnectionDetails implements DynamoConnectionDetails {

		private final URI endpoint;

		private final String region;

		private final AwsCredentialsProvider credentials;

		private Details(RunningService service) {
			super(service);
			boolean dynamodbLocal = service.image().toString().contains(DYNAMODB_LOCAL);
			int port = service.ports().get(dynamodbLocal ? DYNAMODB_LOCAL_PORT : LOCALSTACK_PORT);
			this.endpoint = URI.create("http://" + service.host() + ":" + port);
			this.region = env(service, "AWS_DEFAULT_REGION", "us-east-1");
			this.credentials = StaticCredentialsProvider.create(AwsBasicCredentials
				.create(env(service, "AWS_ACCESS_KEY_ID", "test"), env(service, "AWS_SECRET_ACCESS_KEY", "test")));
		}

		private static String env(RunningService service, String name, String fallback) {
			String value = service.env().get(name);
			return (value != null && !value.isBlank()) ? value : fallback;
		}

		@Override
		public URI getEndpoint() {
			return this.endpoint;
		}

		@Override
		public String getRegion() {
			return this.region;
		}

		@Override
		public AwsCredentialsProvider getCredentials() {
			return this.credentials;
		}

		@Override
		public boolean standsInForAws() {
			return true;
		}

	}

}
