package io.dkmio.boot.autoconfigure;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where DynamoDB is, and how to sign requests to it. A bean of this type, such as the one
 * a container or a Compose service gives, goes before the properties
 * {@code dkmio.client.endpoint}, {@code region} and {@code credentials}; what it leaves
 * open comes from them.
 *
 * @since 1.0
 */
public interface DynamoConnectionDetails extends ConnectionDetails {

	/**
	 * The address of DynamoDB.
	 * @return the address, or {@code null} for that of the region
	 */
	default @Nullable URI getEndpoint() {
		return null;
	}

	/**
	 * The region requests are signed for.
	 * @return the region's id, or {@code null} for that of the AWS chain
	 */
	default @Nullable String getRegion() {
		return null;
	}

	/**
	 * The credentials requests are signed with.
	 * @return the credentials, or {@code null} for those of the AWS chain
	 */
	default @Nullable AwsCredentialsProvider getCredentials() {
		return null;
	}

	/**
	 * Whether this is there instead of AWS, as a container is for tests. Clients of
	 * {@code dkmio.clients} that have no endpoint of their own then use it as well.
	 * @return {@code false} unless overridden
	 */
	default boolean standsInForAws() {
		return false;
	}

}
