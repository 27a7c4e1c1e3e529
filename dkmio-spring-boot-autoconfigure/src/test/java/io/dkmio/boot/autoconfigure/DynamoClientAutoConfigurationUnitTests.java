package io.dkmio.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.embedded.EmbeddedDynamo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.AdaptiveRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DynamoClientAutoConfiguration}.
 */
class DynamoClientAutoConfigurationUnitTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withClassLoader(new FilteredClassLoader(EmbeddedDynamo.class))
		.withConfiguration(AutoConfigurations.of(DynamoEmbeddedAutoConfiguration.class,
				DynamoClientAutoConfiguration.class, DynamoDataAutoConfiguration.class))
		.withPropertyValues("dkmio.client.region=eu-west-1");

	@Test
	void makesAClientForTheRegion() {
		this.runner.run((context) -> {
			DynamoDbServiceClientConfiguration client = configuration(context.getBean(DynamoDbClient.class));
			assertThat(client.region()).isEqualTo(Region.EU_WEST_1);
			assertThat(client.endpointOverride()).isEmpty();
		});
	}

	@Test
	void setsTimeoutsAndRetriesAlsoWithoutProperties() {
		this.runner.run((context) -> {
			ClientOverrideConfiguration override = override(context.getBean(DynamoDbClient.class));
			assertThat(override.apiCallTimeout()).contains(Duration.ofSeconds(10));
			assertThat(override.apiCallAttemptTimeout()).contains(Duration.ofSeconds(2));
			assertThat(retryStrategy(override)).isInstanceOf(StandardRetryStrategy.class);
			assertThat(retryStrategy(override).maxAttempts()).isEqualTo(3);
		});
	}

	@Test
	void takesTimeoutsAndRetriesFromProperties() {
		this.runner
			.withPropertyValues("dkmio.client.api-call-timeout=5s", "dkmio.client.api-call-attempt-timeout=500ms",
					"dkmio.client.retry.mode=adaptive", "dkmio.client.retry.max-attempts=7")
			.run((context) -> {
				ClientOverrideConfiguration override = override(context.getBean(DynamoDbClient.class));
				assertThat(override.apiCallTimeout()).contains(Duration.ofSeconds(5));
				assertThat(override.apiCallAttemptTimeout()).contains(Duration.ofMillis(500));
				assertThat(retryStrategy(override)).isInstanceOf(AdaptiveRetryStrategy.class);
				assertThat(retryStrategy(override).maxAttempts()).isEqualTo(7);
			});
	}

	@Test
	void takesTheEndpointFromProperties() {
		this.runner.withPropertyValues("dkmio.client.endpoint=http://localhost:8000")
			.run((context) -> assertThat(configuration(context.getBean(DynamoDbClient.class)).endpointOverride())
				.contains(URI.create("http://localhost:8000")));
	}

	@Test
	void takesKeysFromProperties() {
		this.runner
			.withPropertyValues("dkmio.client.credentials.access-key=AKIA",
					"dkmio.client.credentials.secret-key=secret")
			.run((context) -> assertThat(credentials(context.getBean(DynamoDbClient.class)).accessKeyId())
				.isEqualTo("AKIA"));
	}

	@Test
	void takesTemporaryKeysFromProperties() {
		this.runner
			.withPropertyValues("dkmio.client.credentials.access-key=AKIA",
					"dkmio.client.credentials.secret-key=secret", "dkmio.client.credentials.session-token=token")
			.run((context) -> assertThat(credentials(context.getBean(DynamoDbClient.class))).isInstanceOfSatisfying(
					AwsSessionCredentials.class, (session) -> assertThat(session.sessionToken()).isEqualTo("token")));
	}

	@Test
	void takesCredentialsFromAProfile() {
		this.runner.withPropertyValues("dkmio.client.credentials.profile=dev")
			.run((context) -> assertThat(configuration(context.getBean(DynamoDbClient.class)).credentialsProvider())
				.isInstanceOf(ProfileCredentialsProvider.class));
	}

	@Test
	void goesByConnectionDetailsBeforeProperties() {
		this.runner.withUserConfiguration(Details.class)
			.withPropertyValues("dkmio.client.endpoint=http://localhost:8000",
					"dkmio.client.credentials.access-key=AKIA", "dkmio.client.credentials.secret-key=secret")
			.run((context) -> {
				DynamoDbClient client = context.getBean(DynamoDbClient.class);
				assertThat(configuration(client).endpointOverride()).contains(URI.create("http://container:4566"));
				assertThat(configuration(client).region()).isEqualTo(Region.SA_EAST_1);
				assertThat(credentials(client).accessKeyId()).isEqualTo("AKIA");
			});
	}

	@Test
	void usesTheApplicationsClient() {
		this.runner.withUserConfiguration(OwnClient.class)
			.run((context) -> assertThat(context).hasSingleBean(DynamoDbClient.class).hasBean("ownClient"));
	}

	@Test
	void usesTheApplicationsHttpClient() {
		this.runner.withUserConfiguration(OwnHttpClient.class)
			.withPropertyValues("dkmio.client.endpoint=http://127.0.0.1:1", "dkmio.client.credentials.access-key=AKIA",
					"dkmio.client.credentials.secret-key=secret")
			.run((context) -> {
				context.getBean(SdkHttpClient.class).close();
				DynamoDbClient client = context.getBean(DynamoDbClient.class);
				assertThatExceptionOfType(SdkClientException.class).isThrownBy(client::listTables)
					.withStackTraceContaining("UrlConnectionHttpClient");
			});
	}

	@Test
	void letsCustomizersChangeTheBuilderInOrder() {
		this.runner.withUserConfiguration(Customizers.class).run((context) -> {
			DynamoDbClient client = context.getBean(DynamoDbClient.class);
			assertThat(configuration(client).region()).isEqualTo(Region.AP_SOUTH_1);
			assertThat(override(client).headers()).containsKey("X-Team");
			assertThat(override(client).apiCallTimeout()).contains(Duration.ofSeconds(10));
		});
	}

	@Test
	void makesTheAsynchronousClientWhenItIsAskedFor() {
		this.runner.run((context) -> {
			assertThat(context.getBeanFactory().containsSingleton("dynamoDbAsyncClient")).isFalse();
			assertThat(context).hasSingleBean(DynamoDbAsyncClient.class);
			DynamoDbServiceClientConfiguration client = context.getBean(DynamoDbAsyncClient.class)
				.serviceClientConfiguration();
			assertThat(client.region()).isEqualTo(Region.EU_WEST_1);
			assertThat(retryStrategy(client.overrideConfiguration()).maxAttempts()).isEqualTo(3);
		});
	}

	@Test
	void makesNoAsynchronousClientWithoutAnHttpClientForIt() {
		this.runner.withClassLoader(new FilteredClassLoader(EmbeddedDynamo.class, NettyNioAsyncHttpClient.class))
			.run((context) -> assertThat(context).hasSingleBean(DynamoDbClient.class)
				.doesNotHaveBean(DynamoDbAsyncClient.class));
	}

	@Test
	void usesTrustAndKeysOfAnSslBundle() {
		this.runner.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
			.withPropertyValues("spring.ssl.bundle.pem.corporate.truststore.certificate=" + Certificates.SELF_SIGNED,
					"dkmio.client.ssl.bundle=corporate")
			.run((context) -> {
				ClientSettings settings = context.getBean(DynamoClientFactory.class).settings();
				assertThat(settings.trustManagers()).isNotNull();
				assertThat(settings.trustManagers().trustManagers()).hasSize(1);
				assertThat(context).hasSingleBean(DynamoDbClient.class);
			});
	}

	@Test
	void makesNamedClientsThatNeverStandInForTheDefaultOne() {
		this.runner
			.withPropertyValues("dkmio.clients.reports.region=us-east-1",
					"dkmio.clients.reports.endpoint=http://reports:8000")
			.run((context) -> {
				assertThat(configuration(context.getBean(DynamoDbClient.class)).region()).isEqualTo(Region.EU_WEST_1);
				DynamoDbClient reports = context.getBean("reportsDynamoDbClient", DynamoDbClient.class);
				assertThat(configuration(reports).endpointOverride()).contains(URI.create("http://reports:8000"));
				assertThat(configuration(reports).region()).isEqualTo(Region.US_EAST_1);
				assertThat(context.getBean(DynamoTemplate.class)).isSameAs(context.getBean("dynamoTemplate"))
					.isNotSameAs(context.getBean("reportsDynamoTemplate"));
			});
	}

	@Test
	void makesNamedClientsBesideTheApplicationsOwn() {
		this.runner.withUserConfiguration(OwnClient.class)
			.withPropertyValues("dkmio.clients.reports.region=us-east-1")
			.run((context) -> assertThat(context).hasBean("ownClient")
				.hasBean("reportsDynamoDbClient")
				.doesNotHaveBean("dynamoDbClient")
				.hasBean("dynamoTemplate"));
	}

	private static DynamoDbServiceClientConfiguration configuration(DynamoDbClient client) {
		return client.serviceClientConfiguration();
	}

	private static ClientOverrideConfiguration override(DynamoDbClient client) {
		return client.serviceClientConfiguration().overrideConfiguration();
	}

	private static RetryStrategy retryStrategy(ClientOverrideConfiguration override) {
		return override.retryStrategy().orElseThrow();
	}

	private static AwsCredentialsIdentity credentials(DynamoDbClient client) {
		return client.serviceClientConfiguration().credentialsProvider().resolveIdentity().join();
	}

	@Configuration(proxyBeanMethods = false)
	static class Details {

		@Bean
		DynamoConnectionDetails details() {
			return new DynamoConnectionDetails() {

				@Override
				public URI getEndpoint() {
					return URI.create("http://container:4566");
				}

				@Override
				public @Nullable String getRegion() {
					return "sa-east-1";
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnClient {

		@Bean
		DynamoDbClient ownClient() {
			return DynamoDbClient.builder()
				.region(Region.EU_NORTH_1)
				.credentialsProvider(AnonymousCredentialsProvider.create())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnHttpClient {

		@Bean
		SdkHttpClient ownHttpClient() {
			return UrlConnectionHttpClient.create();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		DynamoClientBuilderCustomizer last() {
			return (builder) -> builder.region(Region.AP_SOUTH_1)
				.overrideConfiguration(
						builder.overrideConfiguration().copy((override) -> override.putHeader("X-Team", "shop")));
		}

		@Bean
		@Order(1)
		DynamoClientBuilderCustomizer first() {
			return (builder) -> builder.region(Region.CA_CENTRAL_1);
		}

	}

}
