package io.dkmio.boot.test;

import java.util.List;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.embedded.EmbeddedDynamo;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoCalls}.
 */
class DynamoCallsIntegrationTests {

	@Test
	void recordsWhatIsSent() {
		TableDefinition shop = TableDefinition.of("shop");
		DynamoMappingContext context = DynamoMappingContext.of(List.of(shop), Customer.class);
		DynamoCalls calls = new DynamoCalls();
		try (EmbeddedDynamo server = EmbeddedDynamo.start();
				DynamoDbClient client = DynamoDbClient.builder()
					.endpointOverride(server.endpoint())
					.region(Region.EU_WEST_1)
					.credentialsProvider(
							StaticCredentialsProvider.create(AwsBasicCredentials.create("calls", "secret")))
					.overrideConfiguration((override) -> override.addExecutionInterceptor(calls))
					.build()) {
			new SchemaManager(client).create(shop);
			DynamoTemplate dynamo = new DynamoTemplate(client, context);
			calls.clear();
			dynamo.insert(new Customer("c1"));
			dynamo.get(Customer.class, "c1").required();
			assertThat(calls).containsExactly(ExpectedCall.putItem().table("shop"),
					ExpectedCall.getItem().table("shop"));
		}
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "CUSTOMER")
	record Customer(String customerId) {
	}

}
