package io.dkmio.boot.test;

import io.dkmio.boot.autoconfigure.DynamoClientAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoDataAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link TestTable}, of what it refuses.
 */
class TestTableUnitTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoTestAutoConfiguration.class, DynamoClientAutoConfiguration.class,
				DynamoDataAutoConfiguration.class))
		.withPropertyValues("dkmio.table.name=shop", "dkmio.client.region=eu-west-1",
				"dkmio.client.credentials.access-key=key", "dkmio.client.credentials.secret-key=secret");

	@ParameterizedTest
	@ValueSource(strings = { "", "https://dynamodb.eu-west-1.amazonaws.com",
			"https://vpce-1.dynamodb.eu-west-1.vpce.amazonaws.com", "https://dynamodb.cn-north-1.amazonaws.com.cn",
			"https://dynamodb.eu-west-1.api.aws" })
	void emptiesNoTableOfAnAwsAccount(String endpoint) {
		this.runner.withPropertyValues("dkmio.client.endpoint=" + endpoint)
			.run((context) -> assertThatIllegalStateException()
				.isThrownBy(() -> context.getBean(TestTable.class).clear())
				.withMessage("A test empties its tables, and this one would empty those of an AWS account. Use"
						+ " dkmio-embedded, a container, or dkmio.client.endpoint"));
	}

	@Test
	void namesTheTablesThereAre() {
		this.runner.run((context) -> assertThatIllegalStateException()
			.isThrownBy(() -> context.getBean(TestTable.class).of("audit").items())
			.withMessageContaining("There is no table 'audit'; choose one with TestTable.of(…)"));
	}

}
