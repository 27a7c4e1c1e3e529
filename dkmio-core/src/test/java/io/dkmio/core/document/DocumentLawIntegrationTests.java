package io.dkmio.core.document;

import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Laws of documents: what is stored is what is read.
 */
class DocumentLawIntegrationTests {

	private static final int DOCUMENTS = 300;

	@Test
	void aDocumentEqualsItselfAfterItWasStored() {
		DynamoDbClient client = LocalDynamo.client(DocumentLawIntegrationTests.class);
		new SchemaManager(client).create(Orders.TABLE);
		Table orders = Orders.tables(new ClientDynamoExecutor(client)).get("orders");
		long seed = System.nanoTime();
		RandomDocuments documents = new RandomDocuments(seed);
		for (int i = 0; i < DOCUMENTS; i++) {
			Document document = documents.next().with("user_id", "law").with("order_id", "o" + i);
			assertThat(Document.ofItem(document.toItem())).as("seed %s, document %s, as an item", seed, i)
				.isEqualTo(document)
				.hasSameHashCodeAs(document);
			assertThat(Document.of(document.toMap())).as("seed %s, document %s, as a map", seed, i).isEqualTo(document);
			orders.put(document);
			assertThat(orders.get("law", "o" + i)).as("seed %s, document %s, as stored", seed, i).contains(document);
		}
	}

}
