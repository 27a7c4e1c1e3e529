package io.dkmio.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.TlsKeyManagersProvider;
import software.amazon.awssdk.http.TlsTrustManagersProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * What a client is built with: the properties, and where they leave it open the
 * connection details. All that is wrong is found when this is made.
 */
final class ClientSettings {

	private static final Duration FIRST_BACKOFF = Duration.ofMillis(25);

	private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(20);

	/** The first table of a server that has just started takes its time. */
	private static final Duration EMBEDDED_TIMEOUT = Duration.ofSeconds(30);

	private final DynamoClientProperties properties;

	private final DynamoConnectionDetails details;

	private final DynamoConnectionDetails configured;

	private final @Nullable SslBundle sslBundle;

	ClientSettings(String prefix, DynamoClientProperties properties, DynamoConnectionDetails details,
			@Nullable SslBundles sslBundles) {
		this.properties = properties;
		this.details = details;
		this.configured = (details instanceof PropertiesDynamoConnectionDetails) ? details
				: new PropertiesDynamoConnectionDetails(prefix, properties);
		this.sslBundle = sslBundle(prefix + ".ssl.bundle", properties.ssl().bundle(), sslBundles);
		verify(prefix, properties);
	}

	private static void verify(String prefix, DynamoClientProperties properties) {
		if (properties.retry().maxAttempts() < 1) {
			throw new InvalidDynamoConfigurationException(prefix + ".retry.max-attempts",
					"a call is attempted at least once, not " + properties.retry().maxAttempts() + " times",
					"Use 1 for a client that never repeats a call");
		}
		DynamoClientProperties.Http http = properties.http();
		if (http.maxConnections() < 1) {
			throw new InvalidDynamoConfigurationException(prefix + ".http.max-connections",
					"a client needs at least one connection, not " + http.maxConnections(),
					"Set how many calls may be under way at once, such as 50");
		}
		positive(prefix + ".api-call-timeout", properties.apiCallTimeout());
		positive(prefix + ".api-call-attempt-timeout", properties.apiCallAttemptTimeout());
		positive(prefix + ".http.connection-timeout", http.connectionTimeout());
		positive(prefix + ".http.socket-timeout", http.socketTimeout());
		positive(prefix + ".http.connection-acquisition-timeout", http.connectionAcquisitionTimeout());
	}

	private static void positive(String property, Duration timeout) {
		if (timeout.toMillis() < 1) {
			throw new InvalidDynamoConfigurationException(property,
					"nothing is done within " + timeout.toMillis() + " ms",
					"Set a time of at least a millisecond, such as 2s");
		}
	}

	private static @Nullable SslBundle sslBundle(String property, @Nullable String name,
			@Nullable SslBundles sslBundles) {
		if (!StringUtils.hasText(name)) {
			return null;
		}
		try {
			if (sslBundles != null) {
				return sslBundles.getBundle(name);
			}
		}
		catch (NoSuchSslBundleException ex) {
			throw unknownBundle(property, name, ex);
		}
		throw unknownBundle(property, name, null);
	}

	private static InvalidDynamoConfigurationException unknownBundle(String property, String name,
			@Nullable Exception cause) {
		return new InvalidDynamoConfigurationException(property, "there is no SSL bundle '" + name + "'",
				"Declare it below spring.ssl.bundle, or name another", cause);
	}

	/**
	 * Sets what the two kinds of client have in common.
	 * @param builder the builder of a client
	 */
	void applyTo(AwsClientBuilder<?, ?> builder) {
		URI endpoint = this.details.getEndpoint();
		if (endpoint == null) {
			endpoint = this.configured.getEndpoint();
		}
		if (endpoint != null) {
			builder.endpointOverride(endpoint);
		}
		String region = (this.details.getRegion() != null) ? this.details.getRegion() : this.configured.getRegion();
		if (region != null) {
			builder.region(Region.of(region));
		}
		AwsCredentialsProvider credentials = (this.details.getCredentials() != null) ? this.details.getCredentials()
				: this.configured.getCredentials();
		if (credentials != null) {
			builder.credentialsProvider(credentials);
		}
		builder.overrideConfiguration((override) -> override.apiCallTimeout(atLeast(this.properties.apiCallTimeout()))
			.apiCallAttemptTimeout(atLeast(this.properties.apiCallAttemptTimeout()))
			.retryStrategy(retryStrategy()));
	}

	private RetryStrategy retryStrategy() {
		RetryStrategy strategy = switch (this.properties.retry().mode()) {
			case STANDARD -> AwsRetryStrategy.standardRetryStrategy();
			case ADAPTIVE -> AwsRetryStrategy.adaptiveRetryStrategy();
			case LEGACY -> AwsRetryStrategy.legacyRetryStrategy();
		};
		return strategy.toBuilder()
			.maxAttempts(this.properties.retry().maxAttempts())
			.backoffStrategy(BackoffStrategy.exponentialDelay(FIRST_BACKOFF, LONGEST_BACKOFF))
			.build();
	}

	boolean wireCodec() {
		return this.properties.wireCodec();
	}

	DynamoClientProperties.Http http() {
		return this.properties.http();
	}

	Duration socketTimeout() {
		return atLeast(this.properties.http().socketTimeout());
	}

	@Nullable TlsTrustManagersProvider trustManagers() {
		SslBundle bundle = this.sslBundle;
		return (bundle != null) ? () -> bundle.getManagers().getTrustManagers() : null;
	}

	@Nullable TlsKeyManagersProvider keyManagers() {
		SslBundle bundle = this.sslBundle;
		return (bundle != null) ? () -> bundle.getManagers().getKeyManagers() : null;
	}

	private Duration atLeast(Duration timeout) {
		boolean longer = this.details instanceof EmbeddedDynamoConnectionDetails
				&& timeout.compareTo(EMBEDDED_TIMEOUT) < 0;
		return longer ? EMBEDDED_TIMEOUT : timeout;
	}

}
