package io.dkmio.docs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.ReadHandle;
import io.dkmio.core.ReadTransactionTemplate;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentPlan;
import io.dkmio.core.document.DocumentQuery;
import io.dkmio.core.document.DocumentResult;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.dao.DuplicateKeyException;

import static io.dkmio.core.document.SortKeyCondition.between;
import static io.dkmio.core.document.SortKeyCondition.gte;
import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of {@code docs/coming-from-dkmio-python.md}.
 */
class ComingFromPythonDocIntegrationTests {

	@Test
	void compilesTheCode() {
		DocumentedCode.page("coming-from-dkmio-python.md").isCompiledIn(ComingFromPythonDocIntegrationTests.class);
	}

	@Test
	void doesWhatItSays() {
		DynamoDbClient client = LocalDynamo.client(ComingFromPythonDocIntegrationTests.class);
		// @formatter:off
		TableDefinition definition = TableDefinition.of("orders", "shop-orders", "user_id")
			.withSortKey("order_id")
			.withIndex(IndexDefinition.global("by-status")
				.withPhysicalName("gsi-status-date")
				.withPartitionKey("status")
				.withSortKey("created_at")
				.withProjection(Projection.include("total")))
			.withIndex(IndexDefinition.global("by-region").withPartitionKey("region").withProjection(Projection.KEYS_ONLY))
			.withIndex(IndexDefinition.local("by-amount").withSortKey("total:N"))
			.withTimeToLive("expires_at");
		DynamoTemplate dynamo = new DynamoTemplate(client, DynamoMappingContext.of(List.of(definition)));
		Table orders = dynamo.table("orders");
		// @formatter:on
		TableDefinition users = TableDefinition.of("users", "shop-users", "user_id");
		new SchemaManager(client).create(definition, users);
		for (int i = 1; i < 3; i++) {
			orders.put(Document.of("user_id", "u1", "order_id", "o" + i, "status", "PENDING", "total", 50 * i,
					"created_at", "2025-06-01", "region", "EU"));
		}
		reads(orders);
		writes(orders);
		conditions(orders);
		DynamoTemplate both = new DynamoTemplate(client, DynamoMappingContext.of(List.of(definition, users)));
		both.table("users").put(Document.of("user_id", "u1", "status", "ACTIVE"));
		transactions(both, both.table("orders"), both.table("users"));
		assertThat(orders.get("u1", "o1").orElseThrow().string("status")).isEqualTo("REPLACED");
		assertThat(orders.exists("u1", "o2")).isFalse();
	}

	private void reads(Table orders) {
		List<String> seen = new ArrayList<>();
		// @formatter:off
		Optional<Document> order = orders.get("u1", "o1");
		Document part = orders.lookup("u1", "o1").select("total", "status").consistent().required();
		// @formatter:on
		assertThat(order).isPresent();
		assertThat(part).isEqualTo(Document.of("total", 50, "status", "PENDING"));
		// @formatter:off
		DocumentQuery results = orders.query("u1")
			.where(gte("o1"))
			.filter(attribute("total").gt(50))
			.select("order_id", "total")
			.pageSize(20)
			.descending()
			.consistent();
		for (Document each : results) {
			seen.add(each.string("order_id"));
		}
		Optional<Document> first = results.first();
		int n = results.list().size();
		Optional<String> more = results.cursor();
		// @formatter:on
		assertThat(seen).containsExactly("o2");
		assertThat(first).contains(Document.of("order_id", "o2", "total", 100));
		assertThat(n).isEqualTo(1);
		assertThat(more).isEmpty();
		// @formatter:off
		List<Document> pending = orders.index("by-status").query("PENDING")
			.where(between("2025-01-01", "2025-12-31"))
			.select("user_id", "total")
			.list();
		// @formatter:on
		assertThat(pending).hasSize(2);
		// @formatter:off
		List<Document> found = orders.scan().filter(attribute("status").eq("PENDING")).select("order_id").list();
		DocumentResult page1 = orders.query("u1").pageSize(1).page();
		DocumentResult page2 = orders.query("u1").pageSize(1).after(page1.cursor().orElseThrow()).page();
		DocumentResult some = orders.query("u1").fetchAll(1000);
		long total = orders.query("u1").filter(attribute("status").eq("PENDING")).count();
		// @formatter:on
		assertThat(found).hasSize(2);
		assertThat(page2.items()).extracting((each) -> each.string("order_id")).containsExactly("o2");
		assertThat(some.items()).hasSize(2);
		assertThat(total).isEqualTo(2);
		// @formatter:off
		DocumentPlan plan = orders.index("by-status").query("PENDING").filter(attribute("total").gte(100)).explain();
		String keyCondition = plan.keyCondition();
		Map<String, String> names = plan.names();
		// @formatter:on
		assertThat(keyCondition).isEqualTo("#n0 = :v0");
		assertThat(names).containsValues("status", "total");
	}

	private void writes(Table orders) {
		// @formatter:off
		List<Optional<Document>> items = orders.batchGet(List.of(Key.of("u1", "o1"), Key.of("u9", "o9"))).select("total").optional();
		orders.batchWrite((batch) -> batch
			.put(Document.of("user_id", "u2", "order_id", "o1", "total", 100))
			.delete("u2", "o2"));
		// @formatter:on
		assertThat(items).containsExactly(Optional.of(Document.of("total", 50)), Optional.empty());
		assertThat(orders.exists("u2", "o1")).isTrue();
		// @formatter:off
		orders.put(Document.of("user_id", "u1", "order_id", "o3", "status", "NEW", "total", 250, "address", Map.of(),
				"items", List.of(Map.of("qty", 1)), "note", "x"));
		orders.update("u1", "o3")
			.set("status", "SHIPPED").set("address.city", "Lima").set("items[0].qty", 5)
			.remove("note")
			.append("history", Map.of("action", "shipped"))
			.add("version", 1).addToSet("tags", "urgent")
			.removeFromSet("old_tags", "deprecated")
			.execute();
		orders.delete("u1", "o3");
		// @formatter:on
		assertThat(orders.exists("u1", "o3")).isFalse();
		// @formatter:off
		Optional<Document> old = orders.putAndReturnOld(Document.of("user_id", "u1", "order_id", "o4", "status", "NEW"));
		Document updated = orders.update("u1", "o4").set("status", "SHIPPED").returning(ReturnValue.ALL_NEW);
		Optional<Document> gone = orders.deleteAndReturnOld(Key.of("u1", "o4"));
		// @formatter:on
		assertThat(old).isEmpty();
		assertThat(gone).contains(updated);
		// @formatter:off
		Instant end = Instant.now().plus(Duration.ofDays(7).plusHours(12));
		orders.put(Document.of("user_id", "u1", "order_id", "session", "expires_at", end.getEpochSecond()));
		// @formatter:on
		assertThat(orders.get("u1", "session").orElseThrow().instant("expires_at")).isAfter(Instant.now());
	}

	private void conditions(Table orders) {
		Set<String> duplicates = new HashSet<>();
		// @formatter:off
		try {
			orders.insert(Document.of("user_id", "u1", "order_id", "o5", "status", "NEW"));
		}
		catch (DuplicateKeyException ex) {
			duplicates.add("o5");
		}
		orders.update("u1", "o5")
			.set("status", "SHIPPED")
			.when(attribute("version").notExists(), "never versioned")
			.when(attribute("status").eq("NEW").or(attribute("status").eq("DRAFT")), "open")
			.execute();
		orders.delete(Key.of("u1", "o5"), attribute("status").eq("SHIPPED"));
		// @formatter:on
		assertThat(duplicates).isEmpty();
		assertThat(orders.exists("u1", "o5")).isFalse();
	}

	private void transactions(DynamoTemplate dynamo, Table orders, Table users) {
		WriteTransactionTemplate transactions = new WriteTransactionTemplate(dynamo);
		ReadTransactionTemplate reads = new ReadTransactionTemplate(dynamo);
		// @formatter:off
		transactions.write((tx) -> {
			tx.insert(orders, Document.of("user_id", "u1", "order_id", "o6", "total", 100));
			tx.update(orders, Key.of("u1", "o1")).set("status", "REPLACED");
			tx.delete(orders, Key.of("u1", "o2"));
			tx.check(users, Key.of("u1")).when(attribute("status").eq("ACTIVE"), "active");
		});
		record Both(ReadHandle<Document> order, ReadHandle<Document> user) {
		}
		Both both = reads.read((tx) -> new Both(tx.get(orders, Key.of("u1", "o6")), tx.get(users, Key.of("u1"))));
		Document order6 = both.order().required();
		// @formatter:on
		assertThat(order6.integer("total")).isEqualTo(100);
		assertThat(both.user().required().string("status")).isEqualTo("ACTIVE");
	}

}
