package io.dkmio.boot.autoconfigure;

import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration;
import io.awspring.cloud.dynamodb.DynamoDbTemplate;
import io.dkmio.core.DynamoTemplate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * dkmio beside Spring Cloud AWS: one client, two templates.
 */
class SpringCloudAwsUnitTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AwsAutoConfiguration.class, CredentialsProviderAutoConfiguration.class,
				RegionProviderAutoConfiguration.class, DynamoDbAutoConfiguration.class,
				DynamoEmbeddedAutoConfiguration.class, DynamoClientAutoConfiguration.class,
				DynamoDataAutoConfiguration.class, DynamoEnhancedClientAutoConfiguration.class))
		.withPropertyValues("spring.cloud.aws.region.static=sa-east-1");

	@Test
	void sharesItsClient() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(DynamoDbClient.class)
				.hasSingleBean(DynamoDbEnhancedClient.class)
				.hasSingleBean(DynamoDbTemplate.class)
				.hasSingleBean(DynamoTemplate.class)
				.doesNotHaveBean(EmbeddedDatabase.class);
			assertThat(context.getBean(DynamoDbClient.class).serviceClientConfiguration().region())
				.isEqualTo(Region.SA_EAST_1);
		});
	}

	@Test
	void hasAClientOfItsOwnWhereThatIsSwitchedOff() {
		this.runner
			.withPropertyValues("spring.cloud.aws.dynamodb.enabled=false", "dkmio.client.region=eu-west-1",
					"dkmio.embedded.enabled=false")
			.run((context) -> assertThat(context.getBean(DynamoDbClient.class).serviceClientConfiguration().region())
				.isEqualTo(Region.EU_WEST_1));
	}

}
