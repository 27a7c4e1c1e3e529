package io.dkmio.boot.autoconfigure.testcontainers;

import java.net.URI;

import io.dkmio.boot.autoconfigure.DynamoConnectionDetails;
import org.testcontainers.containers.Container;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * The DynamoDB of a generic container of the image {@code amazon/dynamodb-local}.
 */
final class DynamoLocalConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, DynamoConnectionDetails> {

	private static final int PORT = 8000;

	DynamoLocalConnectionDetailsFactory() {
		super("amazon/dynamodb-local");
	}

	@Override
	protected DynamoConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
		return new Details(source);
	}

	private static final class Details extends ContainerConnectionDetails<Container<?>>
			implements DynamoConnectionDetails {

		private Details(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public URI getEndpoint() {
			return URI.create("http://" + getContainer().getHost() + ":" + getContainer().getMappedPort(PORT));
		}

		@Override
		public String getRegion() {
			return "us-east-1";
		}

		@Override
		public AwsCredentialsProvider getCredentials() {
			return StaticCredentialsProvider.create(AwsBasicCredentials.create("dkmio", "dkmio"));
		}

		@Override
		public boolean standsInForAws() {
			return true;
		}

	}

}
