package io.dkmio.boot.autoconfigure;

import java.net.URI;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The connection to DynamoDB Local in this JVM.
 */
final class EmbeddedDynamoConnectionDetails implements DynamoConnectionDetails {

	private final EmbeddedDatabase database;

	EmbeddedDynamoConnectionDetails(EmbeddedDatabase database) {
		this.database = database;
	}

	@Override
	public URI getEndpoint() {
		return this.database.server().endpoint();
	}

	@Override
	public String getRegion() {
		return this.database.server().region().id();
	}

	@Override
	public AwsCredentialsProvider getCredentials() {
		return this.database.server().credentials(this.database.name());
	}

	@Override
	public boolean standsInForAws() {
		return true;
	}

}
