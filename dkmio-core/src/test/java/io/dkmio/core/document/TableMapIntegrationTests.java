package io.dkmio.core.document;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.dkmio.InvalidKeyException;
import io.dkmio.MissingKeyException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link DocumentMap}.
 */
class TableMapIntegrationTests {

	private static final Key KEY = Key.of("u1", "o1");

	private static final Document ORDER = Document.of("total", 1);

	private static RecordingExecutor sent;

	private static Tables tables;

	private static Table orders;

	private static DocumentMap map;

	@BeforeAll
	static void createTables() {
		DynamoDbClient client = LocalDynamo.client(TableMapIntegrationTests.class);
		new SchemaManager(client).create(Orders.TABLE, Orders.READINGS, Orders.BLOBS);
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		tables = Orders.tables(sent);
		orders = tables.get("orders");
		map = orders.asMap();
	}

	@BeforeEach
	void begin() {
		map.withClear().clear();
		sent.clear();
	}

	private static Document order(String userId, String orderId, int total) {
		return Orders.order(userId, orderId).with("total", total);
	}

	@Test
	void getsAndPutsWithOneCallEach() {
		assertThat(map.put(KEY, ORDER)).isNull();
		assertThat(map.put(KEY, ORDER.with("total", 2))).isEqualTo(order("u1", "o1", 1));
		assertThat(sent.requests()).hasSize(2)
			.allSatisfy((each) -> assertThat(each).isInstanceOf(PutItemRequest.class));
		sent.clear();
		assertThat(map.get(KEY)).isEqualTo(order("u1", "o1", 2));
		sent.only(GetItemRequest.class);
		sent.clear();
		assertThat(map.containsKey(KEY)).isTrue();
		assertThat(sent.only(GetItemRequest.class).projectionExpression()).isNotNull();
		assertThat(map.containsKey(Key.of("u1", "o2"))).isFalse();
		assertThat(map.get(Key.of("u1", "o2"))).isNull();
		assertThat(map.getOrDefault(Key.of("u1", "o2"), ORDER)).isSameAs(ORDER);
	}

	@Test
	void addsTheKeyToWhatIsPut() {
		map.put(KEY, ORDER);
		assertThat(orders.get(KEY)).contains(order("u1", "o1", 1));
		map.put(KEY, order("u1", "o1", 2));
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> map.put(KEY, order("u2", "o1", 2)))
			.withMessage("The document has another value for 'user_id' than its key in table 'orders'. Put it under its"
					+ " own key, or leave the attribute out");
	}

	@Test
	void removesWithOneCall() {
		map.put(KEY, ORDER);
		sent.clear();
		assertThat(map.remove(KEY)).isEqualTo(order("u1", "o1", 1));
		sent.only(DeleteItemRequest.class);
		assertThat(map.remove(KEY)).isNull();
	}

	@Test
	void putsUnlessThereIsOne() {
		assertThat(map.putIfAbsent(KEY, ORDER)).isNull();
		assertThat(sent.only(PutItemRequest.class).conditionExpression()).isEqualTo("attribute_not_exists(#n0)");
		assertThat(map.putIfAbsent(KEY, ORDER.with("total", 2))).isEqualTo(order("u1", "o1", 1));
		assertThat(map.get(KEY)).isEqualTo(order("u1", "o1", 1));
	}

	@Test
	void replacesWhatIsThere() {
		assertThat(map.replace(KEY, ORDER)).isNull();
		assertThat(map.containsKey(KEY)).isFalse();
		map.put(KEY, ORDER);
		assertThat(map.replace(KEY, ORDER.with("total", 2))).isEqualTo(order("u1", "o1", 1));
		assertThat(map.replace(KEY, ORDER, ORDER.with("total", 3))).isFalse();
		assertThat(map.replace(KEY, ORDER.with("total", 2), ORDER.with("total", 3))).isTrue();
		assertThat(map.get(KEY)).isEqualTo(order("u1", "o1", 3));
	}

	@Test
	void comparesTheWholeDocument() {
		map.put(KEY, ORDER.with("note", "x"));
		assertThat(map.replace(KEY, ORDER, ORDER)).isFalse();
		assertThat(map.remove(KEY, ORDER)).isFalse();
		assertThat(map.remove(KEY, "no document")).isFalse();
		sent.clear();
		assertThat(map.remove(KEY, ORDER.with("note", "x"))).isTrue();
		DeleteItemRequest deletion = (DeleteItemRequest) sent.requests().get(1);
		assertThat(deletion.conditionExpression()).isEqualTo("attribute_exists(#n0) AND #n1 = :v0 AND #n2 = :v1");
	}

	@Test
	void computesUnderConditions() {
		assertThat(map.computeIfAbsent(KEY, (key) -> ORDER)).isEqualTo(ORDER);
		assertThat(map.computeIfAbsent(KEY, (key) -> ORDER.with("total", 9))).isEqualTo(order("u1", "o1", 1));
		assertThat(map.computeIfPresent(KEY, (key, old) -> old.with("total", 2))).isEqualTo(order("u1", "o1", 2));
		assertThat(map.merge(KEY, ORDER, (old, other) -> old.with("merged", true))).containsEntry("merged", true);
		map.compute(KEY, (key, old) -> null);
		assertThat(map.containsKey(KEY)).isFalse();
	}

	@Test
	void letsOneOfSeveralCallersCount() throws Exception {
		map.put(KEY, Document.of("count", 0));
		Thread[] threads = new Thread[4];
		for (int i = 0; i < threads.length; i++) {
			threads[i] = new Thread(() -> {
				for (int j = 0; j < 10; j++) {
					map.computeIfPresent(KEY, (key, old) -> old.with("count", old.integer("count") + 1));
				}
			});
			threads[i].start();
		}
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(map.get(KEY)).containsEntry("count", Document.of("n", 40).get("n"));
	}

	@Test
	void putsAllInBatches() {
		Map<Key, Document> all = IntStream.range(0, 30)
			.boxed()
			.collect(Collectors.toMap((i) -> Key.of("many", "o" + i), (i) -> Document.of("total", i)));
		map.putAll(all);
		assertThat(sent.requests()).hasSize(2)
			.allSatisfy((each) -> assertThat(each).isInstanceOf(BatchWriteItemRequest.class));
		assertThat(orders.query("many").count()).isEqualTo(30);
	}

	@Test
	void iteratesByScanningAsItGoes() {
		IntStream.range(0, 5).forEach((i) -> map.put(Key.of("u" + i, "o"), Document.of("total", i)));
		sent.clear();
		assertThat(map.keySet()).hasSize(5).contains(Key.of("u3", "o"));
		Map<Key, Document> copy = new HashMap<>();
		map.forEach(copy::put);
		assertThat(copy).hasSize(5).containsEntry(Key.of("u4", "o"), order("u4", "o", 4));
		assertThat(map.values()).contains(order("u2", "o", 2));
		assertThat(map.containsValue(order("u2", "o", 3))).isFalse();
		assertThat(map.entrySet().contains(Map.entry(Key.of("u2", "o"), order("u2", "o", 2)))).isTrue();
	}

	@Test
	void readsKeysAloneForKeys() {
		map.put(KEY, ORDER);
		sent.clear();
		Iterator<Key> keys = map.keySet().iterator();
		assertThat(sent.requests()).isEmpty();
		assertThat(keys.next()).isEqualTo(KEY);
		assertThat(keys.hasNext()).isFalse();
		assertThat(sent.only(ScanRequest.class).projectionExpression()).isEqualTo("#n0, #n1");
	}

	@Test
	void writesThroughItsViews() {
		IntStream.range(0, 5).forEach((i) -> map.put(Key.of("u" + i, "o"), Document.of("total", i)));
		for (Map.Entry<Key, Document> entry : map.entrySet()) {
			entry.setValue(entry.getValue().with("seen", true));
		}
		assertThat(map.get(Key.of("u3", "o"))).containsEntry("seen", true);
		map.keySet().removeIf((key) -> key.equals(Key.of("u3", "o")));
		assertThat(map.containsKey(Key.of("u3", "o"))).isFalse();
		assertThat(map.keySet().remove(Key.of("u4", "o"))).isTrue();
		assertThat(map.keySet().remove(Key.of("u4", "o"))).isFalse();
		map.values().removeIf((document) -> document.number("total").signum() == 0);
		assertThat(map.values().remove(order("u1", "o", 1).with("seen", true))).isTrue();
		assertThat(map.entrySet().remove(Map.entry(Key.of("u2", "o"), ORDER))).isFalse();
		assertThat(map.keySet()).containsExactly(Key.of("u2", "o"));
		assertThatIllegalStateException().isThrownBy(() -> map.keySet().iterator().remove())
			.withMessage("There is nothing to remove: call next() first");
	}

	@Test
	void saysHowManyThereAreByDescribingTheTable() {
		map.put(KEY, ORDER);
		sent.clear();
		assertThat(map.size()).isEqualTo(1);
		assertThat(sent.only(DescribeTableRequest.class).tableName()).isEqualTo("shop-orders");
		assertThat(map.estimatedSize()).isEqualTo(1);
		sent.clear();
		assertThat(map.isEmpty()).isFalse();
		assertThat(sent.only(ScanRequest.class).limit()).isEqualTo(1);
	}

	@Test
	void isClearedOnlyIfThatIsAllowed() {
		IntStream.range(0, 30).forEach((i) -> map.put(Key.of("u" + i, "o"), ORDER));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear)
			.withMessage("clear() would delete every document of table 'orders'. If that is meant, call"
					+ " withClear().clear()");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> map.keySet().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> map.values().clear());
		assertThat(map.isEmpty()).isFalse();
		map.withClear().clear();
		assertThat(map.isEmpty()).isTrue();
	}

	@Test
	void takesAPartitionKeyWhereItIsTheKey() {
		ConcurrentMap<Key, Document> blobs = tables.get("blobs").asMap();
		blobs.put(Key.of(new byte[] { 1 }), Document.of("name", "one"));
		Map<?, Document> anyKey = blobs;
		assertThat(anyKey.get((Object) new byte[] { 1 })).containsEntry("name", "one");
		assertThat(anyKey.containsKey((Object) new byte[] { 2 })).isFalse();
		assertThat(blobs.keySet()).containsExactly(Key.of(new byte[] { 1 }));
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> map.get((Object) "u1"));
		assertThatIllegalArgumentException().isThrownBy(() -> map.get(null)).withMessage("Key must not be null");
	}

	@Test
	void findsNumbersByValue() {
		Map<Key, Document> readings = tables.get("readings").asMap();
		readings.put(Key.of(1, 2.50), Document.empty());
		assertThat(readings.containsKey(Key.of(1L, 2.5))).isTrue();
		assertThat(readings.keySet()).containsExactly(Key.of(1, 2.5));
	}

	@Test
	void readsConsistentlyIfAsked() {
		DocumentMap consistent = map.consistent();
		consistent.get(KEY);
		assertThat(sent.only(GetItemRequest.class).consistentRead()).isTrue();
		sent.clear();
		assertThat(consistent.keySet().iterator().hasNext()).isFalse();
		assertThat(sent.only(ScanRequest.class).consistentRead()).isTrue();
	}

	@Test
	void isComparedAndShownWithoutReading() {
		Map<Key, Document> other = orders.asMap();
		assertThat(map.equals(other)).isFalse();
		assertThat(map.hashCode()).isEqualTo(map.hashCode());
		assertThat(map).hasToString("Map of table 'orders'");
		assertThat(map.keySet()).hasToString("Keys of Map of table 'orders'");
		assertThat(sent.requests()).isEmpty();
		map.put(KEY, ORDER);
		assertThat(new LinkedHashMap<>(map)).isEqualTo(Map.of(KEY, order("u1", "o1", 1)));
	}

	@Test
	void findsTheKeysOfATableThatIsNotDeclared() {
		Table found = tables.discover("shop-orders");
		assertThat(found.definition().indexes()).extracting("name")
			.containsExactlyInAnyOrder("gsi-status-date", "by-place", "by-total");
		found.asMap().put(KEY, ORDER);
		assertThat(found.index("by-total").query("u1").first()).isPresent();
		sent.clear();
		assertThat(tables.discover("shop-orders")).isSameAs(found);
		assertThat(sent.requests()).isEmpty();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> tables.get("shop-orders"));
	}

}
