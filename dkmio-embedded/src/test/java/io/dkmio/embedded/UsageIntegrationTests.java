package io.dkmio.embedded;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of docs/embedded.md.
 */
class UsageIntegrationTests {

	private static final EmbeddedDynamo dynamo = EmbeddedDynamo.start();

	private final DynamoDbClient client = dynamo.client("UsageTests");

	@AfterAll
	static void stop() {
		dynamo.close();
	}

	@Test
	void startsWithoutTables() {
		assertThat(this.client.listTables().tableNames()).isEmpty();
	}

	@Test
	void runsInAPlainProgram() {
		try (EmbeddedDynamo dynamo = EmbeddedDynamo.start()) {
			DynamoDbClient client = dynamo.client();
			System.out.println(dynamo.endpoint() + " " + client.listTables().tableNames());
		}
	}

	@Test
	void keepsWhatItStores(@TempDir Path directory) {
		EmbeddedDynamoOptions options = EmbeddedDynamoOptions.defaults().withPort(0).withDataDirectory(directory);
		try (EmbeddedDynamo dynamo = EmbeddedDynamo.start(options)) {
			assertThat(dynamo.client().listTables().tableNames()).isEmpty();
		}
	}

}
