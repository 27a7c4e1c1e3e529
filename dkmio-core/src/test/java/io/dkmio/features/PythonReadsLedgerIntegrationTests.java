package io.dkmio.features;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.dkmio.AttributeType;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.ReadTransactionTemplate;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentPlan;
import io.dkmio.core.document.DocumentResult;
import io.dkmio.core.document.DocumentScan;
import io.dkmio.core.document.Table;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

import static io.dkmio.core.document.SortKeyCondition.gte;
import static io.dkmio.core.expression.Conditions.attribute;
import static io.dkmio.core.expression.Conditions.not;
import static io.dkmio.core.expression.Conditions.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Behaviours of dkmio for Python: models and reads. The numbers are those of
 * {@code docs/features.md}.
 */
class PythonReadsLedgerIntegrationTests {

	private static final TableDefinition ORDERS = TableDefinition.of("orders", "ledger-orders", "user_id")
		.withSortKey("order_id")
		.withIndex(IndexDefinition.global("by-region").withPartitionKey("region").withProjection(Projection.KEYS_ONLY))
		.withIndex(IndexDefinition.local("by-total").withSortKey("total:N"));

	private static final TableDefinition USERS = TableDefinition.of("users", "ledger-users", "user_id");

	private static final Ledger LEDGER = Ledger.of(PythonReadsLedgerIntegrationTests.class,
			List.of(ORDERS, USERS, Ledger.PRODUCTS), Product.class);

	private static final Table TABLE = LEDGER.dynamo().table("orders");

	/** D3, D4, I3. */
	@Test
	void aTableWithoutSortKeyDoesEverything() {
		Table users = LEDGER.dynamo().table("users");
		users.insert(Document.of("user_id", "u1", "name", "Ada"));
		users.put(Document.of("user_id", "u2", "name", "Bob"));
		assertThat(users.get("u1").orElseThrow().string("name")).isEqualTo("Ada");
		assertThat(users.update("u1").set("name", "Eve").returning(ReturnValue.ALL_NEW)).containsEntry("name", "Eve");
		assertThat(users.query("u1").list()).hasSize(1);
		assertThat(users.batchGet(List.of("u2", "u3", "u1")).optional()).extracting((user) -> user.isPresent())
			.containsExactly(true, false, true);
		users.delete("u2");
		assertThat(users.scan().count()).isEqualTo(1);
		DynamoTemplate dynamo = LEDGER.dynamo();
		Product tea = new Product("tea", "Tea", new BigDecimal("1.50"), Set.of("drinks"));
		new WriteTransactionTemplate(dynamo).write((tx) -> tx.insert(tea));
		assertThat(new ReadTransactionTemplate(dynamo).read((tx) -> tx.get(Product.class, "tea")).required())
			.isEqualTo(tea);
		assertThat(dynamo.query(Product.class).where(attribute("sku").eq("tea")).list()).containsExactly(tea);
	}

	/** D6. */
	@Test
	void keysAndIndexesCanBeAskedFor() {
		assertThat(TABLE.definition().partitionKey().name()).isEqualTo("user_id");
		assertThat(TABLE.definition().sortKey().name()).isEqualTo("order_id");
		assertThat(LEDGER.dynamo().table("users").definition().sortKey()).isNull();
		assertThat(TABLE.index("by-total").definition().keyAttributes()).extracting((key) -> key.name())
			.containsExactly("total");
		assertThat(attribute(Order::orderId).gte("o1")).hasToString("orderId >= ?");
	}

	/** D8. */
	@Test
	void queriesAnIndexWithoutASortKey() {
		TABLE.put(order("region", 1).with("region", "EU"));
		TABLE.put(order("region", 2).with("region", "PE"));
		assertThat(TABLE.index("by-region").query("PE").list())
			.containsExactly(Document.of("user_id", "region", "order_id", "o2", "region", "PE"));
	}

	/** D47. */
	@Test
	void theWordsOfAQueryComeInAnyOrder() {
		DocumentPlan one = TABLE.query("u1")
			.where(gte("o1"))
			.filter(attribute("note").exists())
			.select("note")
			.limit(3)
			.descending()
			.consistent()
			.explain();
		DocumentPlan other = TABLE.query("u1")
			.consistent()
			.descending()
			.limit(3)
			.select("note")
			.filter(attribute("note").exists())
			.where(gte("o1"))
			.explain();
		assertThat(other).hasToString(one.toString());
		assertThat(TABLE.query("u1").explain()).hasToString("Query ledger-orders user_id = ?");
	}

	/** D56. */
	@Test
	void twoFiltersOnOneAttributeBothHold() {
		for (int i = 0; i < 5; i++) {
			TABLE.put(order("filters", i).with("note", i));
		}
		assertThat(TABLE.query("filters").filter(attribute("note").gt(1)).filter(attribute("note").lt(4)).list())
			.extracting((order) -> order.integer("note"))
			.containsExactly(2L, 3L);
	}

	/** D68, X29. */
	@Test
	void aScanTakesEveryWord() {
		for (int i = 0; i < 12; i++) {
			TABLE.put(order("scan", i).with("note", i).with("scanned", i % 2 == 0));
		}
		DocumentScan scan = TABLE.scan()
			.filter(attribute("scanned").eq(true))
			.select("note")
			.consistent()
			.pageSize(3)
			.limit(4);
		LEDGER.sent().clear();
		List<Long> notes = new ArrayList<>();
		DocumentResult result = scan.result();
		result.forEach((each) -> notes.add(each.integer("note")));
		assertThat(result.items()).hasSize(4).allSatisfy((each) -> assertThat(each).containsOnlyKeys("note"));
		scan.after(result.cursor().orElseThrow()).forEach((each) -> notes.add(each.integer("note")));
		assertThat(notes).containsExactlyInAnyOrder(0L, 2L, 4L, 6L, 8L, 10L);
		assertThat(LEDGER.sent().requests()).hasSizeGreaterThan(2).allSatisfy((request) -> {
			ScanRequest page = (ScanRequest) request;
			assertThat(page.filterExpression()).isNotNull();
			assertThat(page.projectionExpression()).isNotNull();
			assertThat(page.consistentRead()).isTrue();
		});
		assertThat(scan.explain().toString()).startsWith("Scan ledger-orders filter scanned = ?")
			.endsWith("consistent");
	}

	/** D78 to D93. */
	@ParameterizedTest(name = "{0}")
	@MethodSource
	void everyOperatorSelectsWhatItSays(String number, Condition condition, List<String> found) {
		String user = "operators-" + number;
		TABLE.put(Document.of("user_id", user, "order_id", "a", "n", 1, "s", "ab", "l", List.of(1), "t",
				Set.of("x", "y"), "m", Map.of()));
		TABLE.put(Document.of("user_id", user, "order_id", "b", "n", 2, "s", "abc", "l", List.of(1, 2), "t",
				Set.of("x")));
		TABLE.put(Document.of("user_id", user, "order_id", "c", "n", 3, "s", "c", "l", List.of()));
		assertThat(TABLE.query(user).filter(condition).list()).extracting((each) -> each.string("order_id"))
			.isEqualTo(found);
	}

	static Stream<Arguments> everyOperatorSelectsWhatItSays() {
		return Stream.of(arguments("D78 equal", attribute("n").eq(2), List.of("b")),
				arguments("D79 not equal", attribute("n").ne(2), List.of("a", "c")),
				arguments("D80 greater", attribute("n").gt(2), List.of("c")),
				arguments("D81 greater or equal", attribute("n").gte(2), List.of("b", "c")),
				arguments("D82 less", attribute("n").lt(2), List.of("a")),
				arguments("D83 less or equal", attribute("n").lte(2), List.of("a", "b")),
				arguments("D84 between", attribute("n").between(2, 3), List.of("b", "c")),
				arguments("D85 begins with", attribute("s").beginsWith("ab"), List.of("a", "b")),
				arguments("D86 begins not with", not(attribute("s").beginsWith("ab")), List.of("c")),
				arguments("D87 contains text", attribute("s").contains("bc"), List.of("b")),
				arguments("D87 contains of a set", attribute("t").contains("y"), List.of("a")),
				arguments("D87 contains of a list", attribute("l").contains(2), List.of("b")),
				arguments("D88 contains not", attribute("l").contains(2).not(), List.of("a", "c")),
				arguments("D89 exists", attribute("m").exists(), List.of("a")),
				arguments("D90 exists not", attribute("t").notExists(), List.of("c")),
				arguments("D91 in", attribute("s").in("ab", "c", "d"), List.of("a", "c")),
				arguments("D92 type", attribute("m").type(AttributeType.M), List.of("a")),
				arguments("D93 size equal", size("l").eq(1), List.of("a")),
				arguments("D93 size not equal", size("l").ne(1), List.of("b", "c")),
				arguments("D93 size greater", size("l").gt(0), List.of("a", "b")),
				arguments("D93 size greater or equal", size("s").gte(2), List.of("a", "b")),
				arguments("D93 size less", size("l").lt(1), List.of("c")),
				arguments("D93 size less or equal", size("l").lte(1), List.of("a", "c")),
				arguments("D93 size between", size("s").between(2, 3), List.of("a", "b")));
	}

	/** D97, J70. */
	@Test
	void sendsNoEmptyNamesAndValues() {
		LEDGER.sent().clear();
		TABLE.get("nobody", "o1");
		assertThat(LEDGER.sent().only(GetItemRequest.class).hasExpressionAttributeNames()).isFalse();
		LEDGER.sent().clear();
		TABLE.scan().list();
		assertThat(LEDGER.sent().only(ScanRequest.class).hasExpressionAttributeNames()).isFalse();
		assertThat(LEDGER.sent().only(ScanRequest.class).hasExpressionAttributeValues()).isFalse();
		LEDGER.sent().clear();
		TABLE.scan().filter(attribute("none").exists()).list();
		assertThat(LEDGER.sent().only(ScanRequest.class).hasExpressionAttributeValues()).isFalse();
	}

	/** D98. */
	@Test
	void pathsWorkEverywhere() {
		TABLE.put(order("paths", 1).with("items", List.of(Map.of("qty", 1), Map.of("qty", 2)))
			.with("address", Map.of("city", "Lima", "zip", "1")));
		Document changed = TABLE.update("paths", "o1")
			.set("items[0].qty", 5)
			.remove("address.zip")
			.remove("items[1]")
			.when(attribute("items[1].qty").eq(2).and(attribute("address.city").eq("Lima")))
			.returning(ReturnValue.ALL_NEW);
		assertThat(changed.list("items")).isEqualTo(List.of(Document.of("qty", 5)));
		assertThat(
				TABLE.query("paths").filter(attribute("items[0].qty").gt(4)).select("items[0].qty", "address").list())
			.containsExactly(Document.of("items", List.of(Map.of("qty", 5)), "address", Map.of("city", "Lima")));
	}

	/** D99, X4. */
	@Test
	void reservedWordsAndOddNamesWorkEverywhere() {
		TABLE.put(order("names", 1).with("status", 1)
			.with("a-b c:d", 2)
			.with("a.b", 3)
			.with("x__y", 4)
			.with("#n0", 5)
			.with(":v0", 6));
		Document changed = TABLE.update("names", "o1")
			.set("status", 10)
			.set("`a-b c:d`", 20)
			.add("`a.b`", 1)
			.set("x__y", attribute("`#n0`").plus(1))
			.remove("`:v0`")
			.when(attribute("status").eq(1).and(attribute("`a.b`").eq(3)))
			.returning(ReturnValue.ALL_NEW);
		assertThat(changed).isEqualTo(
				order("names", 1).with("status", 10).with("a-b c:d", 20).with("a.b", 4).with("x__y", 6).with("#n0", 5));
		assertThat(TABLE.query("names")
			.filter(attribute("`a-b c:d`").eq(20).and(attribute("x__y").lt(7)))
			.select("status", "`a.b`")
			.list()).containsExactly(Document.of("status", 10, "a.b", 4));
	}

	private static Document order(String user, int number) {
		return Document.of("user_id", user, "order_id", "o" + number);
	}

}
