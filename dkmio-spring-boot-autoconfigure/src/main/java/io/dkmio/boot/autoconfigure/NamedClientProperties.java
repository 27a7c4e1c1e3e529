package io.dkmio.boot.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A client beside the default one: what that has, and what to do about its tables.
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
 * requests.
 * @param schema What to do about the tables of this client at start-up.
 */
record NamedClientProperties(@Nullable String region, @Nullable String endpoint,
		@DefaultValue DynamoClientProperties.Credentials credentials, @DefaultValue("10s") Duration apiCallTimeout,
		@DefaultValue("2s") Duration apiCallAttemptTimeout, @DefaultValue DynamoClientProperties.Retry retry,
		@DefaultValue DynamoClientProperties.Http http, @DefaultValue DynamoClientProperties.Ssl ssl,
		@DefaultValue("true") boolean wireCodec, @DefaultValue("none") SchemaMode schema) {

	DynamoClientProperties client() {
		return new DynamoClientProperties(this.region, this.endpoint, this.credentials, this.apiCallTimeout,
				this.apiCallAttemptTimeout, this.retry, this.http, this.ssl, this.wireCodec);
	}

}
