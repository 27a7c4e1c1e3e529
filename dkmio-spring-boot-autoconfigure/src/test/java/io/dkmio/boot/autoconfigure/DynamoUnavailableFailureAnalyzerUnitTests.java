package io.dkmio.boot.autoconfigure;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link DynamoUnavailableFailureAnalyzer}, with what the SDK throws.
 */
class DynamoUnavailableFailureAnalyzerUnitTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoClientAutoConfiguration.class, DynamoDataAutoConfiguration.class,
				DynamoSchemaAutoConfiguration.class))
		.withPropertyValues("dkmio.client.region=eu-west-1");

	private final DynamoUnavailableFailureAnalyzer analyzer = new DynamoUnavailableFailureAnalyzer(
			new MockEnvironment());

	@Test
	void saysThatThereIsNoRegion() {
		FailureAnalysis analysis = this.analyzer
			.analyze(new BeanCreationException("dynamoDbClient", "failed", noRegion()));
		assertThat(analysis.getDescription()).isEqualTo("The client of DynamoDB has no AWS region: neither"
				+ " dkmio.client.region is set, nor does the AWS default chain give one.");
		assertThat(analysis.getAction()).isEqualTo("Set dkmio.client.region, the environment variable AWS_REGION, or a"
				+ " region in the AWS profile. For development, add dkmio-embedded to the class path, or set"
				+ " dkmio.client.endpoint to a local DynamoDB.");
	}

	@Test
	void saysThatThereAreNoCredentials() {
		FailureAnalysis analysis = this.analyzer
			.analyze(new DataAccessResourceFailureException("failed", noCredentials()));
		assertThat(analysis.getDescription()).isEqualTo("The client of DynamoDB has no credentials: neither"
				+ " dkmio.client.credentials is set, nor does the AWS default chain give any.");
		assertThat(analysis.getAction()).startsWith("Give the process a role or a profile, or set"
				+ " dkmio.client.credentials.access-key and secret-key (a local DynamoDB takes any).");
	}

	@Test
	void saysThatThereIsNoSuchProfile() {
		FailureAnalysis analysis = FailureRunner.analyze(
				this.runner.withPropertyValues("dkmio.client.credentials.profile=nobody", "dkmio.schema=validate"));
		assertThat(analysis.getDescription()).isEqualTo("The client of DynamoDB has no credentials: the AWS"
				+ " configuration files of this process have none for the profile 'nobody'"
				+ " (dkmio.client.credentials.profile).");
		assertThat(analysis.getAction()).isEqualTo("Name a profile they have, add this one to them, or set"
				+ " AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE to files that have it.");
	}

	@Test
	void namesThePropertiesOfTheClientThatFails() {
		FailureAnalysis analysis = FailureRunner.analyze(this.runner.withPropertyValues(
				"dkmio.client.endpoint=http://127.0.0.1:2", "dkmio.clients.reports.endpoint=http://127.0.0.1:1",
				"dkmio.clients.reports.region=eu-west-1", "dkmio.clients.reports.credentials.access-key=key",
				"dkmio.clients.reports.credentials.secret-key=secret", "dkmio.clients.reports.schema=validate"));
		assertThat(analysis.getDescription()).startsWith(
				"DynamoDB at http://127.0.0.1:1 was needed while the application started, and did not answer (");
		assertThat(analysis.getAction())
			.endsWith(" Without dkmio.clients.reports.schema=validate or create the application starts without asking"
					+ " DynamoDB.");
	}

	@Test
	void saysNothingAboutOtherClients() {
		assertThat(this.analyzer.analyze(new BeanCreationException("s3Client", "failed", noRegion()))).isNull();
	}

	/** What the SDK throws where its chain of providers is at its end. */
	private static SdkClientException noRegion() {
		return catchThrowableOfType(SdkClientException.class, () -> new AwsRegionProviderChain(() -> {
			throw SdkClientException.create("No region here");
		}).getRegion());
	}

	private static SdkClientException noCredentials() {
		return catchThrowableOfType(SdkClientException.class, () -> AwsCredentialsProviderChain.of(() -> {
			throw SdkClientException.create("No credentials here");
		}).resolveCredentials());
	}

}
