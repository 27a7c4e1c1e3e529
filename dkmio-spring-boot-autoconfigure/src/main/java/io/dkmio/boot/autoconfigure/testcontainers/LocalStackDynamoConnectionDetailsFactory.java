package io.dkmio.boot.autoconfigure.testcontainers;

import java.net.URI;

import io.dkmio.boot.autoconfigure.DynamoConnectionDetails;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * The DynamoDB of a {@link LocalStackContainer}.
 */
final class LocalStackDynamoConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<LocalStackContainer, DynamoConnectionDetails> {

	@Override
	protected DynamoConnectionDetails getContainerConnectionDetails(
			ContainerConnectionSource<LocalStackContainer> source) {
		return new Details(source);
	}

	private static final class Details extends ContainerConnectionDetails<LocalStackContainer>
			implements DynamoConnectionDetails {

		private Details(ContainerConnectionSource<LocalStackContainer> source) {
			super(source);
		}

		@Override
		public URI getEndpoint() {
			return getContainer().getEndpoint();
		}

		@Override
		public String getRegion() {
			return getContainer().getRegion();
		}

		@Override
		public AwsCredentialsProvider getCredentials() {
			return StaticCredentialsProvider
				.create(AwsBasicCredentials.create(getContainer().getAccessKey(), getContainer().getSecretKey()));
		}

		@Override
		public boolean standsInForAws() {
			return true;
		}

	}

}
