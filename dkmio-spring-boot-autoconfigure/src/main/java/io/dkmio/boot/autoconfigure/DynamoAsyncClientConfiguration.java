package io.dkmio.boot.autoconfigure;

import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The asynchronous client, made when it is first asked for.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(NettyNioAsyncHttpClient.class)
@ConditionalOnMissingBean(DynamoDbAsyncClient.class)
final class DynamoAsyncClientConfiguration {

	@Bean
	@Lazy
	DynamoDbAsyncClient dynamoDbAsyncClient(DynamoClientFactory factory, ObjectProvider<SdkAsyncHttpClient> httpClient,
			ObjectProvider<DynamoAsyncClientBuilderCustomizer> customizers) {
		DynamoDbAsyncClientBuilder builder = DynamoDbAsyncClient.builder();
		ClientSettings settings = factory.settings();
		settings.applyTo(builder);
		SdkAsyncHttpClient http = httpClient.getIfUnique();
		if (http != null) {
			builder.httpClient(http);
		}
		else {
			builder.httpClientBuilder(netty(settings));
		}
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	private static NettyNioAsyncHttpClient.Builder netty(ClientSettings settings) {
		NettyNioAsyncHttpClient.Builder http = NettyNioAsyncHttpClient.builder()
			.maxConcurrency(settings.http().maxConnections())
			.connectionTimeout(settings.http().connectionTimeout())
			.connectionAcquisitionTimeout(settings.http().connectionAcquisitionTimeout())
			.readTimeout(settings.socketTimeout())
			.writeTimeout(settings.socketTimeout());
		if (settings.trustManagers() != null) {
			http.tlsTrustManagersProvider(settings.trustManagers()).tlsKeyManagersProvider(settings.keyManagers());
		}
		return http;
	}

}
