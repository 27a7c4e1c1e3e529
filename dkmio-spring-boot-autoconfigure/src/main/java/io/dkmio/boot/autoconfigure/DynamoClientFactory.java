package io.dkmio.boot.autoconfigure;

import java.util.Map;

import io.dkmio.core.client.InterruptibleHttpClient;
import io.dkmio.core.client.WireInterceptor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.utils.AttributeMap;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;

/**
 * Makes the clients: the one of {@code dkmio.client}, and those of {@code dkmio.clients}.
 */
final class DynamoClientFactory {

	static final String BEAN_NAME = "dynamoClientFactory";

	private static final String PREFIX = "dkmio.client";

	private final DynamoClientProperties properties;

	private final Map<String, NamedClientProperties> named;

	private final DynamoConnectionDetails details;

	private final @Nullable SslBundles sslBundles;

	private final ObjectProvider<SdkHttpClient> httpClient;

	private final ObjectProvider<DynamoClientBuilderCustomizer> customizers;

	DynamoClientFactory(DynamoClientProperties properties, Map<String, NamedClientProperties> named,
			DynamoConnectionDetails details, @Nullable SslBundles sslBundles, ObjectProvider<SdkHttpClient> httpClient,
			ObjectProvider<DynamoClientBuilderCustomizer> customizers) {
		this.properties = properties;
		this.named = named;
		this.details = details;
		this.sslBundles = sslBundles;
		this.httpClient = httpClient;
		this.customizers = customizers;
	}

	DynamoDbClient client() {
		return client(settings());
	}

	/**
	 * A client of {@code dkmio.clients}. One without an endpoint goes where the default
	 * client goes, if that is a stand-in for AWS.
	 */
	DynamoDbClient client(String name) {
		String prefix = "dkmio.clients." + name;
		if ("default".equals(name)) {
			throw new InvalidDynamoConfigurationException(prefix, "the default client is that of dkmio.client",
					"Write its properties there, or choose another name for a further client");
		}
		NamedClientProperties named = this.named.get(name);
		if (named == null) {
			throw new InvalidDynamoConfigurationException(prefix, "it says nothing about a client",
					"Write the client's properties below it, such as " + prefix + ".region");
		}
		DynamoClientProperties properties = named.client();
		PropertiesDynamoConnectionDetails own = new PropertiesDynamoConnectionDetails(prefix, properties);
		boolean shared = own.getEndpoint() == null && this.details.standsInForAws();
		return client(new ClientSettings(prefix, properties, shared ? this.details : own, this.sslBundles));
	}

	ClientSettings settings() {
		return new ClientSettings(PREFIX, this.properties, this.details, this.sslBundles);
	}

	private DynamoDbClient client(ClientSettings settings) {
		DynamoDbClientBuilder builder = DynamoDbClient.builder();
		settings.applyTo(builder);
		SdkHttpClient http = this.httpClient.getIfUnique();
		if (http != null) {
			builder.httpClient(http);
		}
		else {
			builder.httpClientBuilder(new Interruptible(apache(settings)));
		}
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		if (settings.wireCodec()) {
			builder.overrideConfiguration(builder.overrideConfiguration()
				.copy((override) -> override.addExecutionInterceptor(new WireInterceptor())));
		}
		return builder.build();
	}

	private static Apache5HttpClient.Builder apache(ClientSettings settings) {
		Apache5HttpClient.Builder http = Apache5HttpClient.builder()
			.maxConnections(settings.http().maxConnections())
			.connectionTimeout(settings.http().connectionTimeout())
			.connectionAcquisitionTimeout(settings.http().connectionAcquisitionTimeout())
			.socketTimeout(settings.socketTimeout());
		if (settings.trustManagers() != null) {
			http.tlsTrustManagersProvider(settings.trustManagers()).tlsKeyManagersProvider(settings.keyManagers());
		}
		return http;
	}

	/**
	 * A client that notices interrupts. The SDK builds it, and closes it with its own.
	 *
	 * @param http builds the client that does the work
	 */
	private record Interruptible(Apache5HttpClient.Builder http) implements SdkHttpClient.Builder<Interruptible> {

		@Override
		public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
			return new InterruptibleHttpClient(this.http.buildWithDefaults(defaults));
		}

	}

}
