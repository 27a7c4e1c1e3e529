package io.dkmio.boot.autoconfigure;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/**
 * Builds a client while the application context is still being prepared, so that the
 * classes of the SDK are there when the context builds its own. The JVM's property
 * {@code spring.backgroundpreinitializer.ignore} turns it off, as all others of Spring
 * Boot.
 */
final class DynamoBackgroundPreinitializer implements BackgroundPreinitializer {

	/** Sends nothing. */
	@Override
	public void preinitialize() {
		DynamoDbClient.builder()
			.region(Region.US_EAST_1)
			.credentialsProvider(AnonymousCredentialsProvider.create())
			.httpClientBuilder(Apache5HttpClient.builder())
			.build()
			.close();
	}

}
