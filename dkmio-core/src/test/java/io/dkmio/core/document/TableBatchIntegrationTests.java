package io.dkmio.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.dkmio.BatchIncompleteException;
import io.dkmio.InvalidKeyException;
import io.dkmio.MissingKeyException;
import io.dkmio.core.client.BatchOptions;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.ParallelTasks;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for batches of documents.
 */
class TableBatchIntegrationTests {

	private static RecordingExecutor sent;

	private static Table orders;

	private static Table blobs;

	@BeforeAll
	static void createTables() {
		DynamoDbClient client = LocalDynamo.client(TableBatchIntegrationTests.class);
		new SchemaManager(client).create(Orders.TABLE, Orders.BLOBS);
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		orders = Orders.tables(sent).get("orders");
		blobs = Orders.tables(sent).get("blobs");
	}

	@BeforeEach
	void forgetWhatWasSent() {
		sent.clear();
	}

	private static List<Document> documents(String user, int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> Orders.order(user, "o%03d".formatted(i)).with("total", i).with("note", "n" + i))
			.toList();
	}

	@Test
	void writesTwentyFiveInARequestAndReadsAHundred() {
		List<Document> documents = documents("many", 110);
		orders.putAll(documents);
		assertThat(sent.requests()).hasSize(5);
		sent.clear();
		List<Key> keys = documents.stream()
			.map((each) -> Key.of("many", String.valueOf(each.string("order_id"))))
			.toList();
		assertThat(orders.batchGet(keys).list()).isEqualTo(documents);
		assertThat(sent.requests()).hasSize(2);
		sent.clear();
		orders.batchWrite((batch) -> keys.forEach(batch::delete));
		assertThat(orders.query("many").count()).isZero();
	}

	@Test
	void answersInTheOrderOfTheKeys() {
		List<Document> documents = documents("order", 2);
		orders.putAll(documents);
		assertThat(orders
			.batchGet(List.of(Key.of("order", "o001"), Key.of("order", "none"), Key.of("order", "o000"),
					Key.of("order", "o001")))
			.optional()).containsExactly(Optional.of(documents.get(1)), Optional.empty(), Optional.of(documents.get(0)),
					Optional.of(documents.get(1)));
	}

	@Test
	void readsInPartWithoutShowingTheKeysItNeeds() {
		orders.putAll(documents("part", 2));
		sent.clear();
		List<Document> read = orders.batchGet(List.of(Key.of("part", "o001"), Key.of("part", "o000")))
			.consistent()
			.select("total")
			.list();
		assertThat(read).containsExactly(Document.of("total", 1), Document.of("total", 0));
		assertThat(read.get(0).isPartial()).isTrue();
		assertThat(sent.only(BatchGetItemRequest.class).requestItems().get("shop-orders").consistentRead()).isTrue();
		assertThat(orders.batchGet(List.of(Key.of("part", "o001"))).select("order_id").list())
			.containsExactly(Document.of("order_id", "o001"));
	}

	@Test
	void takesPartitionKeysWhereThereIsNoSortKey() {
		blobs.batchWrite((batch) -> batch.put(Document.of("hash", new byte[] { 1 }, "name", "one"))
			.put(Document.of("hash", new byte[] { 2 }))
			.delete(new byte[] { 2 }));
		assertThat(blobs.batchGet(List.of(new byte[] { 1 }, new byte[] { 2 })).optional())
			.containsExactly(Optional.of(Document.of("hash", new byte[] { 1 }, "name", "one")), Optional.empty());
	}

	@Test
	void letsTheLastWriteOfADocumentCount() {
		orders.batchWrite((batch) -> batch.put(Orders.order("last", "o1").with("total", 1))
			.put(Orders.order("last", "o1").with("total", 2))
			.put(Orders.order("last", "o2"))
			.delete("last", "o2"));
		assertThat(orders.query("last").list()).containsExactly(Orders.order("last", "o1").with("total", 2));
	}

	@Test
	void sendsNothingForNothing() {
		orders.putAll(List.of());
		assertThat(orders.batchGet(List.of()).list()).isEmpty();
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void sendsNothingIfOneWriteIsRefused() {
		List<Document> documents = new ArrayList<>(documents("refused", 30));
		documents.add(Document.of("user_id", "refused"));
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> orders.putAll(documents));
		assertThatExceptionOfType(MissingKeyException.class)
			.isThrownBy(() -> orders.batchWrite((batch) -> batch.delete("refused")));
		assertThatExceptionOfType(InvalidKeyException.class)
			.isThrownBy(() -> orders.batchGet(List.of(Key.of("refused", "o1"), Key.of("refused", 1))));
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void sendsNothingIfTheCallerFails() {
		assertThatIllegalStateException().isThrownBy(() -> orders.batchWrite((batch) -> {
			batch.put(Orders.order("failed", "o1"));
			throw new IllegalStateException("on purpose");
		}));
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void triesAsOftenAsItIsTold() {
		DynamoExecutor nothing = new DynamoExecutor() {

			@Override
			@SuppressWarnings("unchecked")
			public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action,
					Q request, DynamoOperation operation) {
				return (R) BatchWriteItemResponse.builder()
					.unprocessedItems(((BatchWriteItemRequest) request).requestItems())
					.build();
			}

		};
		RecordingExecutor counted = new RecordingExecutor(nothing);
		Tables tables = Orders.tables(counted);
		tables.setBatchOptions(BatchOptions.defaults().withMaxAttempts(2), ParallelTasks.sequential());
		assertThatExceptionOfType(BatchIncompleteException.class)
			.isThrownBy(() -> tables.get("orders").putAll(documents("none", 2)));
		assertThat(counted.requests()).hasSize(2);
	}

}
