package io.dkmio.boot.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The client of DynamoDB.
 *
 * @param region The AWS region, such as eu-west-1. By default that of the AWS chain.
 * @param endpoint The address of DynamoDB, such as http://localhost:8000. By default that
 * of the AWS region.
 * @param credentials The credentials. By default those of the AWS chain.
 * @param apiCallTimeout How long a call may take, with all its retries.
 * @param apiCallAttemptTimeout How long one attempt of a call may take.
 * @param retry How calls are repeated.
 * @param http The HTTP client.
 * @param ssl The TLS connection.
 * @param wireCodec Whether items are read from, and written to, the bytes of answers and
 * requests, past the AttributeValues of the SDK. Switch it off where an interceptor of
 * the client has to see items.
 */
@ConfigurationProperties("dkmio.client")
record DynamoClientProperties(@Nullable String region, @Nullable String endpoint, @DefaultValue Credentials credentials,
		@DefaultValue("10s") Duration apiCallTimeout, @DefaultValue("2s") Duration apiCallAttemptTimeout,
		@DefaultValue Retry retry, @DefaultValue Http http, @DefaultValue Ssl ssl,
		@DefaultValue("true") boolean wireCodec) {

	/**
	 * The credentials.
	 *
	 * @param accessKey The access key.
	 * @param secretKey The secret key.
	 * @param sessionToken The session token of temporary credentials.
	 * @param profile The profile in the AWS configuration files, instead of keys.
	 */
	record Credentials(@Nullable String accessKey, @Nullable String secretKey, @Nullable String sessionToken,
			@Nullable String profile) {

		/** Keeps the keys out of logs. */
		@Override
		public String toString() {
			return "Credentials[profile=" + this.profile + "]";
		}

	}

	/**
	 * How calls are repeated.
	 *
	 * @param mode How to wait between attempts.
	 * @param maxAttempts How often a call is sent at most, the first time included.
	 */
	record Retry(@DefaultValue("standard") RetryMode mode, @DefaultValue("3") int maxAttempts) {

	}

	/**
	 * How to wait between attempts.
	 */
	enum RetryMode {

		/** Longer each time, with jitter, until a budget of retries is used up. */
		STANDARD,
		/** As standard, and send less while DynamoDB throttles. */
		ADAPTIVE,
		/** As SDKs did before 2020. */
		LEGACY

	}

	/**
	 * The HTTP client.
	 *
	 * @param maxConnections How many connections are open at most.
	 * @param connectionTimeout How long to wait for a connection to be established.
	 * @param socketTimeout How long to wait for data.
	 * @param connectionAcquisitionTimeout How long to wait for a free connection.
	 */
	record Http(@DefaultValue("50") int maxConnections, @DefaultValue("1s") Duration connectionTimeout,
			@DefaultValue("2s") Duration socketTimeout, @DefaultValue("10s") Duration connectionAcquisitionTimeout) {

	}

	/**
	 * The TLS connection.
	 *
	 * @param bundle The SSL bundle whose trust and key material is used. By default that
	 * of the JVM.
	 */
	record Ssl(@Nullable String bundle) {

	}

}
