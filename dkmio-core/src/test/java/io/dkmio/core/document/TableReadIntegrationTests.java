package io.dkmio.core.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.dkmio.InvalidCursorException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

import static io.dkmio.core.document.SortKeyCondition.beginsWith;
import static io.dkmio.core.document.SortKeyCondition.between;
import static io.dkmio.core.document.SortKeyCondition.eq;
import static io.dkmio.core.document.SortKeyCondition.gt;
import static io.dkmio.core.document.SortKeyCondition.gte;
import static io.dkmio.core.document.SortKeyCondition.lt;
import static io.dkmio.core.document.SortKeyCondition.lte;
import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for queries and scans of documents.
 */
class TableReadIntegrationTests {

	private static final int COUNT = 30;

	private static RecordingExecutor sent;

	private static Tables tables;

	private static Table orders;

	@BeforeAll
	static void storeOrdersOfTwoUsers() {
		DynamoDbClient client = LocalDynamo.client(TableReadIntegrationTests.class);
		new SchemaManager(client).create(Orders.TABLE, Orders.READINGS);
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		tables = Orders.tables(sent);
		orders = tables.get("orders");
		for (String user : List.of("u1", "u10")) {
			for (int i = 0; i < COUNT; i++) {
				orders.put(Orders.order(user, id(i))
					.with("status", (i % 2 == 0) ? "OPEN" : "PAID")
					.with("created_at", "2026-01-%02d".formatted(i + 1))
					.with("total", COUNT - i)
					.with("region", "EU")
					.with("city", (i < 10) ? "Lima" : "Quito")
					.with("day", "d" + i % 3)
					.with("hour", i)
					.with("note", "n" + i));
			}
		}
		IntStream.of(-10, -1, 0, 9, 10, 100)
			.forEach((at) -> tables.get("readings").put(Document.of("sensor", 1, "at", at)));
	}

	@BeforeEach
	void forgetWhatWasSent() {
		sent.clear();
	}

	private static String id(int number) {
		return "ord_%03d".formatted(number);
	}

	private static List<String> ids(int from, int to) {
		return IntStream.range(from, to).mapToObj(TableReadIntegrationTests::id).toList();
	}

	private static List<String> ids(Iterable<Document> documents) {
		List<String> ids = new ArrayList<>();
		documents.forEach((document) -> ids.add(String.valueOf(document.string("order_id"))));
		return ids;
	}

	@Test
	void readsOnePartitionInOrder() {
		assertThat(ids(orders.query("u1"))).isEqualTo(ids(0, COUNT));
		assertThat(sent.only(QueryRequest.class).keyConditionExpression()).isEqualTo("#n0 = :v0");
	}

	@Test
	void readsByConditionsOnTheSortKey() {
		DocumentQuery query = orders.query("u1");
		assertThat(ids(query.where(eq(id(3))))).isEqualTo(ids(3, 4));
		assertThat(ids(query.where(lt(id(3))))).isEqualTo(ids(0, 3));
		assertThat(ids(query.where(lte(id(3))))).isEqualTo(ids(0, 4));
		assertThat(ids(query.where(gt(id(27))))).isEqualTo(ids(28, COUNT));
		assertThat(ids(query.where(gte(id(27))))).isEqualTo(ids(27, COUNT));
		assertThat(ids(query.where(between(id(3), id(5))))).isEqualTo(ids(3, 6));
		assertThat(ids(query.where(beginsWith("ord_01")))).isEqualTo(ids(10, 20));
	}

	@Test
	void readsNumbersInTheirOrder() {
		assertThat(tables.get("readings").query(1).where(gte(-1)).list()).extracting((each) -> each.integer("at"))
			.containsExactly(-1L, 0L, 9L, 10L, 100L);
	}

	@Test
	void runsOnceWhenItIsLookedAt() {
		DocumentQuery query = orders.query("u1").pageSize(10);
		assertThat(sent.requests()).isEmpty();
		Iterator<Document> first = query.iterator();
		first.next();
		assertThat(sent.requests()).hasSize(1);
		assertThat(ids(query)).hasSize(COUNT);
		int requests = sent.requests().size();
		assertThat(query.list()).hasSize(COUNT);
		assertThat(query.result().scannedCount()).isEqualTo(COUNT);
		assertThat(query.cursor()).isEmpty();
		assertThat(query.first()).isPresent();
		assertThat(first.next().string("order_id")).isEqualTo(id(1));
		assertThat(sent.requests()).hasSize(requests);
	}

	@Test
	void streamsAPageAtATime() {
		DocumentQuery query = orders.query("u1").pageSize(10);
		try (Stream<Document> stream = query.stream()) {
			assertThat(stream.limit(5)).hasSize(5);
		}
		assertThat(sent.requests()).hasSize(1);
		assertThat(query.stream()).hasSize(COUNT);
	}

	@Test
	void evaluatesNoMoreThanItReturns() {
		assertThat(ids(orders.query("u1").limit(7))).isEqualTo(ids(0, 7));
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(7);
		sent.clear();
		assertThat(ids(orders.query("u1").limit(7).pageSize(5))).isEqualTo(ids(0, 7));
		assertThat(sent.requests()).extracting((request) -> ((QueryRequest) request).limit()).containsExactly(5, 2);
	}

	@Test
	void readsTheFirstBehindAFilter() {
		assertThat(orders.query("u1").filter(attribute("total").lt(5)).first()).get()
			.extracting((order) -> order.string("order_id"))
			.isEqualTo(id(26));
		assertThat(orders.query("nobody").first()).isEmpty();
	}

	@Test
	void goesOnAfterAPageThatWasCut() {
		DocumentQuery filtered = orders.query("u1")
			.filter(attribute("status").eq("OPEN"))
			.select("note")
			.pageSize(10)
			.limit(4);
		List<String> notes = new ArrayList<>();
		DocumentResult page = filtered.result();
		page.forEach((order) -> notes.add(String.valueOf(order.string("note"))));
		assertThat(page.items()).hasSize(4).allSatisfy((order) -> {
			assertThat(order).containsOnlyKeys("note");
			assertThat(order.isPartial()).isTrue();
		});
		while (page.cursor().isPresent()) {
			page = filtered.after(page.cursor().get()).result();
			page.forEach((order) -> notes.add(String.valueOf(order.string("note"))));
		}
		assertThat(notes).isEqualTo(IntStream.range(0, 15).mapToObj((i) -> "n" + 2 * i).toList());
		assertThat(page.completed()).isTrue();
	}

	@Test
	void losesNothingWhateverTheLimits() {
		for (int limit = 1; limit < 12; limit++) {
			for (int pageSize = 1; pageSize < 12; pageSize += 3) {
				DocumentQuery query = orders.index("by-status")
					.query("OPEN")
					.filter(attribute("user_id").eq("u10"))
					.descending()
					.pageSize(pageSize);
				List<String> found = new ArrayList<>();
				DocumentResult result = query.fetchAll(limit);
				found.addAll(ids(result));
				while (result.cursor().isPresent()) {
					result = query.after(result.cursor().get()).fetchAll(limit);
					found.addAll(ids(result));
				}
				assertThat(found).as("limit %s, page size %s", limit, pageSize)
					.isEqualTo(IntStream.range(0, 15).mapToObj((i) -> id(28 - 2 * i)).toList());
			}
		}
	}

	@Test
	void fetchesUpToAMaximumOverPages() {
		DocumentResult some = orders.query("u1").pageSize(4).fetchAll(10);
		assertThat(ids(some)).isEqualTo(ids(0, 10));
		assertThat(some.cursor()).isPresent();
		assertThat(some.completed()).isFalse();
		assertThat(some.scannedCount()).isEqualTo(10);
		assertThat(some.consumedCapacity()).isPositive();
		assertThat(orders.query("u1").fetchAll(100).completed()).isTrue();
		sent.clear();
		assertThat(orders.query("u1").fetchAll(0)).isEmpty();
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void readsOnePage() {
		DocumentResult page = orders.query("u1").pageSize(8).page();
		assertThat(ids(page)).isEqualTo(ids(0, 8));
		assertThat(ids(orders.query("u1").pageSize(8).after(page.cursor().orElseThrow()).page())).isEqualTo(ids(8, 16));
		assertThat(page).hasToString(
				"DocumentResult[items=8, completed=false, scanned=8, capacity=" + page.consumedCapacity() + "]");
	}

	@Test
	void sendsNoMoreRequestsThanAllowed() {
		DocumentQuery query = orders.query("u1").pageSize(5).maxPages(2);
		assertThat(ids(query)).isEqualTo(ids(0, 10));
		assertThat(query.cursor()).isPresent();
		assertThat(sent.requests()).hasSize(2);
	}

	@Test
	void countsWithoutReadingDocuments() {
		assertThat(orders.query("u1").filter(attribute("status").eq("OPEN")).limit(1).pageSize(10).count())
			.isEqualTo(15);
		assertThat(sent.requests())
			.allSatisfy((request) -> assertThat(((QueryRequest) request).select()).isEqualTo(Select.COUNT));
		assertThat(orders.scan().segments(3).count()).isEqualTo(2 * COUNT);
	}

	@Test
	void readsAnIndexByItsOwnNameForIt() {
		DocumentQuery query = orders.index("by-status")
			.query("OPEN")
			.where(between("2026-01-05", "2026-01-09"))
			.select("user_id", "total");
		assertThat(query.list()).hasSize(6)
			.allSatisfy((order) -> assertThat(order).containsOnlyKeys("user_id", "total"));
		assertThat(sent.only(QueryRequest.class).indexName()).isEqualTo("gsi-status-date");
	}

	@Test
	void marksWhatAnIndexHoldsInPart() {
		Document fromIndex = orders.index("by-status").query("OPEN").first().orElseThrow();
		assertThat(fromIndex.isPartial()).isTrue();
		assertThat(fromIndex).containsOnlyKeys("user_id", "order_id", "status", "created_at", "total");
		assertThat(orders.index("by-place").query("EU", "Lima").first().orElseThrow().isPartial()).isFalse();
	}

	@Test
	void readsAnIndexOfSeveralAttributes() {
		TableIndex places = orders.index("by-place");
		assertThat(places.query("EU", "Lima").list()).hasSize(20);
		assertThat(places.query("EU", "Lima").where(eq("d0"), gte(6)).list())
			.extracting((order) -> order.integer("hour"))
			.containsExactly(6L, 6L, 9L, 9L);
		assertThat(places.query("EU", "Lima").where(gt("d1")).list()).hasSize(6);
	}

	@Test
	void readsALocalIndexConsistently() {
		assertThat(orders.index("by-total").query("u1").where(lte(3)).consistent().list())
			.extracting((order) -> order.number("total"))
			.containsExactly(BigDecimal.ONE, new BigDecimal("2"), new BigDecimal("3"));
		assertThat(sent.only(QueryRequest.class).consistentRead()).isTrue();
	}

	@Test
	void keepsACursorToTheKeysItIsFrom() {
		DocumentQuery query = orders.query("u1").where(gte(id(5))).pageSize(3);
		String cursor = query.page().cursor().orElseThrow();
		sent.clear();
		assertThat(ids(query.filter(attribute("total").gt(0)).after(cursor).page())).isEqualTo(ids(8, 11));
		sent.clear();
		refusesCursor(orders.query("u10").where(gte(id(5))).after(cursor));
		refusesCursor(orders.query("u1").where(gt(id(5))).after(cursor));
		refusesCursor(orders.query("u1").where(gte(id(6))).after(cursor));
		refusesCursor(query.descending().after(cursor));
		refusesCursor(orders.index("by-total").query("u1").after(cursor));
		refusesCursor(orders.scan().after(cursor));
		assertThat(sent.requests()).isEmpty();
	}

	private static void refusesCursor(DocumentRead<?> read) {
		assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(read::list);
	}

	@Test
	void scansTheWholeTable() {
		DocumentScan scan = orders.scan();
		assertThat(scan.list()).hasSize(2 * COUNT);
		assertThat(scan.completed()).isTrue();
		assertThat(sent.only(ScanRequest.class).totalSegments()).isNull();
		assertThat(orders.scan().filter(attribute("user_id").eq("u10")).list()).hasSize(COUNT);
		assertThat(orders.index("by-status").scan().list()).hasSize(2 * COUNT);
	}

	@Test
	void scansSegmentsSideBySide() {
		DocumentScan scan = orders.scan().segments(4).pageSize(7);
		TreeSet<String> found = new TreeSet<>();
		scan.forEach((order) -> found.add(order.string("user_id") + order.string("order_id")));
		assertThat(found).hasSize(2 * COUNT);
		assertThat(scan.completed()).isTrue();
		assertThat(scan.cursor()).isEmpty();
		assertThat(sent.requests()).extracting((request) -> ((ScanRequest) request).segment()).contains(0, 1, 2, 3);
	}

	@Test
	void scansNoMorePagesThanAllowed() {
		DocumentScan capped = orders.scan().pageSize(2).maxPages(5);
		assertThat(capped.list()).hasSize(10);
		assertThat(capped.completed()).isFalse();
		assertThat(sent.requests()).hasSize(5);
		sent.clear();
		DocumentScan side = orders.scan().segments(4).pageSize(2).maxPages(6);
		assertThat(side.completed()).isFalse();
		assertThat(sent.requests()).hasSize(6);
		assertThat(side.list().size()).isLessThanOrEqualTo(12);
	}

	@Test
	void goesOnWithAScan() {
		List<Map<String, Object>> all = new ArrayList<>();
		DocumentScan scan = orders.scan().pageSize(7);
		DocumentResult page = scan.page();
		all.addAll(page.items());
		while (page.cursor().isPresent()) {
			page = scan.after(page.cursor().get()).page();
			all.addAll(page.items());
		}
		assertThat(all).doesNotHaveDuplicates().hasSize(2 * COUNT);
	}

}
