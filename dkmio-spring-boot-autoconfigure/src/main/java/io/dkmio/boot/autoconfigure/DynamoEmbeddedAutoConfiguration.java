package io.dkmio.boot.autoconfigure;

import java.util.List;
import java.util.Objects;

import io.dkmio.embedded.EmbeddedDynamo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Auto-configuration of DynamoDB Local in this JVM, where {@code dkmio-embedded} is on
 * the class path and nothing says where DynamoDB is: no client and no connection details
 * of the application, no container, and no endpoint in the configuration or in the
 * environment variables of the AWS SDK.
 *
 * @since 1.0
 */
@AutoConfiguration(before = DynamoClientAutoConfiguration.class,
		afterName = "io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration")
@ConditionalOnClass(EmbeddedDynamo.class)
@ConditionalOnBooleanProperty(name = "dkmio.embedded.enabled", matchIfMissing = true)
@Conditional(DynamoEmbeddedAutoConfiguration.NoEndpoint.class)
@ConditionalOnMissingBean({ DynamoDbClient.class, DynamoConnectionDetails.class })
@EnableConfigurationProperties(DynamoProperties.class)
public final class DynamoEmbeddedAutoConfiguration {

	@Bean
	EmbeddedDatabase dynamoEmbeddedDatabase(DynamoProperties properties) {
		return new EmbeddedDatabase(properties.embedded(),
				Objects.requireNonNullElse(properties.schema(), SchemaMode.CREATE));
	}

	@Bean
	EmbeddedDynamoConnectionDetails dynamoEmbeddedConnectionDetails(EmbeddedDatabase database) {
		return new EmbeddedDynamoConnectionDetails(database);
	}

	/**
	 * Matches where nothing in the environment says where DynamoDB is.
	 */
	static final class NoEndpoint extends SpringBootCondition {

		private static final List<String> ENDPOINTS = List.of("dkmio.client.endpoint", "aws.endpointUrlDynamoDb",
				"AWS_ENDPOINT_URL_DYNAMODB", "aws.endpointUrl", "AWS_ENDPOINT_URL");

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConditionMessage.Builder message = ConditionMessage.forCondition("No endpoint of DynamoDB");
			for (String endpoint : ENDPOINTS) {
				if (StringUtils.hasText(context.getEnvironment().getProperty(endpoint))) {
					return ConditionOutcome.noMatch(message.found("property").items(endpoint));
				}
			}
			return ConditionOutcome.match(message.didNotFind("properties").items(ENDPOINTS));
		}

	}

}
