package io.dkmio.docs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.ItemMap;
import io.dkmio.core.ReadTransactionTemplate;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentMap;
import io.dkmio.core.document.DocumentQuery;
import io.dkmio.core.document.DocumentScan;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;
import io.dkmio.core.expression.Patch;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import static io.dkmio.core.document.SortKeyCondition.beginsWith;
import static io.dkmio.core.document.SortKeyCondition.between;
import static io.dkmio.core.document.SortKeyCondition.gte;
import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of {@code docs/tables.md}.
 */
class TablesDocIntegrationTests {

	@Test
	void compilesTheCode() {
		DocumentedCode.page("tables.md").isCompiledIn(TablesDocIntegrationTests.class);
	}

	@Test
	void doesWhatItSays() {
		DynamoDbClient client = LocalDynamo.client(TablesDocIntegrationTests.class);
		// @formatter:off
		TableDefinition orders = TableDefinition.of("orders", "shop-orders", "user_id") // logical name, name, partition key
			.withSortKey("order_id")
			.withIndex(IndexDefinition.global("by-status")
				.withPartitionKey("status")
				.withSortKey("created_at")
				.withProjection(Projection.include("total")))
			.withIndex(IndexDefinition.global("by-place").withPartitionKey("region", "city").withSortKey("day"));
		DynamoTemplate dynamo = new DynamoTemplate(client, DynamoMappingContext.of(List.of(orders)));
		Table table = dynamo.table("orders");
		// @formatter:on
		new SchemaManager(client).create(orders);
		writesOne(table);
		readsMany(table);
		mixesTables(client, table);
		isAMap(table);
		isAMapOfItems(client);
	}

	private void mixesTables(DynamoDbClient client, Table table) {
		TableDefinition stocks = TableDefinition.of("stock", "doc-stock", "sku");
		TableDefinition userTable = TableDefinition.of("users", "doc-users", "user_id");
		TableDefinition cartTable = TableDefinition.of("carts", "doc-carts", "user_id");
		DynamoTemplate dynamo = new DynamoTemplate(client,
				DynamoMappingContext.of(List.of(table.definition(), stocks, userTable, cartTable)));
		new SchemaManager(client).create(List.of(stocks, userTable, cartTable));
		Table stock = dynamo.table("stock");
		Table users = dynamo.table("users");
		Table carts = dynamo.table("carts");
		stock.put(Document.of("sku", "tea", "on_hand", 2));
		users.put(Document.of("user_id", "usr_1", "status", "ACTIVE"));
		// @formatter:off
		WriteTransactionTemplate transactions = new WriteTransactionTemplate(dynamo);
		transactions.write((tx) -> { // one TransactWriteItems
			tx.insert(table, Document.of("user_id", "usr_1", "order_id", "ord_1", "sku", "tea"));
			tx.update(stock, Key.of("tea")).add("on_hand", -1).when(attribute("on_hand").gte(1), "in-stock");
			tx.check(users, Key.of("usr_1")).when(attribute("status").eq("ACTIVE"), "active-user");
			tx.delete(carts, Key.of("usr_1"));
		});
		Optional<Document> bought = new ReadTransactionTemplate(dynamo) // one TransactGetItems
			.read((tx) -> tx.get(table, Key.of("usr_1", "ord_1")))
			.optional();

		dynamo.batchWrite((batch) -> batch.put(stock, Document.of("sku", "cup", "on_hand", 3)).delete(carts, Key.of("usr_2")));
		List<Optional<Document>> both = dynamo
			.batchGet((batch) -> batch.get(stock, Key.of("cup")).get(table, Key.of("usr_1", "ord_1")));
		// @formatter:on
		assertThat(bought).isPresent();
		assertThat(both).allSatisfy((found) -> assertThat(found).isPresent());
		assertThat(stock.get("tea").orElseThrow().integer("on_hand")).isEqualTo(1);
		table.delete("usr_1", "ord_1");
	}

	private void isAMapOfItems(DynamoDbClient client) {
		TableDefinition tasksTable = TableDefinition.of("doc-tasks");
		new SchemaManager(client).create(tasksTable);
		DynamoTemplate dynamo = new DynamoTemplate(client, DynamoMappingContext.of(List.of(tasksTable), Task.class));
		// @formatter:off
		ItemMap<Task.Id, Task> tasks = dynamo.asMap(Task.class, Task.Id.class);
		tasks.put(new Task.Id("usr_1", "t1"), new Task("usr_1", "t1", "open"));
		tasks.computeIfPresent(new Task.Id("usr_1", "t1"), (id, task) -> new Task(id.user(), id.task(), "done"));
		// @formatter:on
		assertThat(tasks.get(new Task.Id("usr_1", "t1"))).isEqualTo(new Task("usr_1", "t1", "done"));
	}

	@Item(pk = "USER#{user}", sk = "TASK#{task}")
	record Task(String user, String task, String status) {

		record Id(String user, String task) {
		}

	}

	private void writesOne(Table table) {
		Instant now = Instant.now();
		// @formatter:off
		Document order = Document.of("user_id", "usr_123", "order_id", "ord_456", "status", "NEW", "total", 99.5,
				"tags", Set.of("urgent"), "address", Map.of("city", "Quito"),
				"lines", List.of(Map.of("sku", "tea", "quantity", 2)));
		String city = order.string("address.city");
		Long quantity = order.integer("lines[0].quantity");
		Document paid = order.with("status", "PAID").without("tags");
		// @formatter:on
		assertThat(city).isEqualTo("Quito");
		assertThat(quantity).isEqualTo(2);
		table.put(Document.of("user_id", "usr_123", "order_id", "ord_789", "status", "NEW"));
		// @formatter:off
		table.insert(order); // PutItem if there is none: DuplicateKeyException
		table.put(paid); // PutItem
		table.put(order, attribute("status").ne("SHIPPED")); // PutItem under a condition: ConditionFailedException
		boolean added = table.putIfAbsent(order);

		Optional<Document> found = table.get("usr_123", "ord_456"); // GetItem
		boolean there = table.exists("usr_123", "ord_456"); // GetItem, key only
		Document part = table.lookup("usr_123", "ord_456").consistent().select("status", "address.city").required();

		Document shipped = table.update("usr_123", "ord_456") // UpdateItem; the document must exist, or upsert() is said
			.set("status", "SHIPPED")
			.set("address.city", "Lima")
			.append("history", Map.of("at", now, "by", "ada"))
			.add("revision", 1)
			.addToSet("tags", "fragile")
			.when(attribute("status").in("NEW", "PAID"), "not-shipped")
			.returning(ReturnValue.ALL_NEW); // or execute()

		table.patch(Key.of("usr_123", "ord_789"), Map.of("note", "call first", "coupon", Patch.DELETE)); // UpdateItem; the rest stays
		table.delete("usr_123", "ord_456"); // DeleteItem
		table.delete(Key.of("usr_123", "ord_789"), attribute("status").eq("NEW")); // DeleteItem under a condition
		// @formatter:on
		assertThat(added).isFalse();
		assertThat(there).isTrue();
		assertThat(found).contains(order);
		assertThat(part).isEqualTo(Document.of("status", "NEW", "address", Map.of("city", "Quito")));
		assertThat(shipped).containsEntry("status", "SHIPPED").containsEntry("tags", Set.of("urgent", "fragile"));
		assertThat(table.scan().count()).isZero();
	}

	private void readsMany(Table table) {
		for (int i = 0; i < 60; i++) {
			table.put(Document.of("user_id", "usr_123", "order_id", "ord_" + (100 + i), "status", "NEW", "total",
					40 + i, "created_at", "2025-06-30", "region", "PE", "city", "Lima", "day", "2026-01-01", "tags",
					Set.of("urgent")));
		}
		Document order = Document.of("user_id", "usr_123", "order_id", "ord_1");
		BigDecimal total = BigDecimal.ZERO;
		// @formatter:off
		DocumentQuery query = table.query("usr_123") // Query
			.where(gte("ord_100")) // on the sort key: eq lt lte gt gte between beginsWith
			.filter(attribute("total").gt(50))
			.descending()
			.limit(20);
		for (Document each : query) { // sent now
			total = total.add(each.number("total"));
		}
		Optional<String> cursor = query.cursor(); // sends nothing more
		List<Document> next = query.after(cursor.orElseThrow()).list();

		List<Document> open = table.index("by-status").query("NEW").where(between("2025-01-01", "2025-12-31"))
			.select("user_id", "total").list();
		long inLima = table.index("by-place").query("PE", "Lima").where(beginsWith("2026-")).count();

		DocumentScan scan = table.scan().filter(attribute("tags").contains("urgent")).segments(4).maxPages(25);
		List<Document> urgent = scan.list();
		boolean all = scan.completed();
		// @formatter:on
		assertThat(total).isEqualTo(new BigDecimal(20 * (99 + 80) / 2));
		assertThat(next).hasSize(20);
		assertThat(open).hasSize(60);
		assertThat(inLima).isEqualTo(60);
		assertThat(urgent).hasSize(60);
		assertThat(all).isTrue();
		// @formatter:off
		List<Optional<Document>> several = table.batchGet(List.of(Key.of("usr_123", "ord_1"), Key.of("usr_123", "ord_2"))).optional();
		table.batchWrite((batch) -> batch.put(order).delete("usr_123", "ord_2"));
		// @formatter:on
		assertThat(several).containsExactly(Optional.empty(), Optional.empty());
		assertThat(table.get("usr_123", "ord_1")).contains(order);
	}

	private void isAMap(Table table) {
		List<Key> keys = new ArrayList<>();
		// @formatter:off
		DocumentMap map = table.asMap(); // a ConcurrentMap<Key, Document>
		map.put(Key.of("usr_123", "ord_456"), Document.of("total", 5)); // PutItem; the key is added to the document
		map.computeIfAbsent(Key.of("usr_123", "ord_457"), (key) -> Document.of("total", 6)); // GetItem, PutItem if there is none
		map.computeIfPresent(Key.of("usr_123", "ord_456"), (key, old) -> old.with("total", 7)); // reads, and writes if unchanged
		for (Key key : map.keySet()) { // Scan of keys, a page at a time
			keys.add(key);
		}
		// @formatter:on
		assertThat(keys).hasSize(63);
		assertThat(map.get(Key.of("usr_123", "ord_456"))).containsEntry("total", new BigDecimal("7"));
	}

}
