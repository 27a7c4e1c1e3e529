package io.dkmio.boot.autoconfigure;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of the clients of DynamoDB. A client the application declares, or
 * Spring Cloud AWS has made, is used as it is.
 *
 * @since 1.0
 */
@AutoConfiguration(afterName = { "io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration",
		"org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration" })
@EnableConfigurationProperties({ DynamoProperties.class, DynamoClientProperties.class })
@Import(DynamoAsyncClientConfiguration.class)
public final class DynamoClientAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(DynamoConnectionDetails.class)
	PropertiesDynamoConnectionDetails dynamoConnectionDetails(DynamoClientProperties properties) {
		return new PropertiesDynamoConnectionDetails("dkmio.client", properties);
	}

	@Bean(name = DynamoClientFactory.BEAN_NAME)
	DynamoClientFactory dynamoClientFactory(DynamoClientProperties properties, DynamoProperties named,
			DynamoConnectionDetails details, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<SdkHttpClient> httpClient, ObjectProvider<DynamoClientBuilderCustomizer> customizers) {
		return new DynamoClientFactory(properties, named.clients(), details, sslBundles.getIfAvailable(), httpClient,
				customizers);
	}

	@Bean
	@ConditionalOnMissingBean(DynamoDbClient.class)
	DynamoDbClient dynamoDbClient(DynamoClientFactory factory) {
		return factory.client();
	}

}
