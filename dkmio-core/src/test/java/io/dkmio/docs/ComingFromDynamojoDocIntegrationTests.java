package io.dkmio.docs;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.QueryResult;
import io.dkmio.core.ReturnedItem;
import io.dkmio.core.Write;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.LocalIndex;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.mapping.WriteOnce;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of {@code docs/coming-from-dynamojo.md}.
 */
class ComingFromDynamojoDocIntegrationTests {

	@Test
	void compilesTheCode() {
		DocumentedCode.page("coming-from-dynamojo.md").isCompiledIn(ComingFromDynamojoDocIntegrationTests.class);
	}

	@Test
	void doesWhatItSays() {
		DynamoDbClient client = LocalDynamo.client(ComingFromDynamojoDocIntegrationTests.class);
		// @formatter:off
		TableDefinition definition = TableDefinition.of("test-dynamojo")
			.withIndex(IndexDefinition.global("gsi0").withPartitionKey("gsi0_pk").withSortKey("gsi0_sk"))
			.withIndex(IndexDefinition.local("lsi0").withSortKey("lsi0_sk"));
		// @formatter:on
		new SchemaManager(client).create(definition);
		DynamoTemplate dynamo = new DynamoTemplate(client,
				DynamoMappingContext.of(List.of(definition), Foo.class, Sheet.class));
		Instant dt = Instant.parse("2026-01-31T10:15:30Z");
		Foo foo = new Foo("abcd", dt, "ALARM", "TestName", 5);
		// @formatter:off
		dynamo.insert(foo);
		dynamo.put(foo);
		dynamo.put(foo, Write.when(attribute("severity").eq(5)));
		// @formatter:on
		reads(dynamo, foo, dt);
		// @formatter:off
		Foo changed = dynamo.update(foo, foo.withSeverity(3));
		// @formatter:on
		assertThat(changed.severity()).isEqualTo(3);
		updates(dynamo);
		WriteTransactionTemplate transactions = new WriteTransactionTemplate(dynamo);
		// @formatter:off
		dynamo.delete(changed, Write.when(attribute("severity").lt(5)));
		dynamo.delete(Foo.class, new Foo.Id("abcd", dt));
		transactions.write((tx) -> {
			tx.insert(foo);
			tx.update(Sheet.class, "s1").add("count", 1);
		});
		// @formatter:on
		assertThat(dynamo.get(Sheet.class, "s1").required().count()).isEqualTo(4);
		assertThat(dynamo.exists(Foo.class, new Foo.Id("abcd", dt))).isTrue();
	}

	private void reads(DynamoTemplate dynamo, Foo foo, Instant dt) {
		// @formatter:off
		Foo fetched = dynamo.get(Foo.class, new Foo.Id("abcd", dt)).required();
		List<Foo> named = dynamo.query(Foo.class)
			.where(attribute("accountId").eq("abcd").and(attribute("dateTime").eq(dt)))
			.filter(attribute("notificationName").eq("TestName"))
			.list();
		QueryResult<Foo> alarms = dynamo.query(Foo.class)
			.where(attribute("notificationType").eq("ALARM"))
			.index("gsi0")
			.pageSize(10)
			.page();
		// @formatter:on
		assertThat(fetched).isEqualTo(foo);
		assertThat(named).containsExactly(foo);
		assertThat(alarms.items()).containsExactly(foo);
		// @formatter:off
		List<Foo> several = dynamo.batchGet(Foo.class, List.of(new Foo.Id("abcd", dt))).list();
		// @formatter:on
		assertThat(several).containsExactly(foo);
	}

	private void updates(DynamoTemplate dynamo) {
		dynamo.insert(new Sheet("s1", "draft", List.of("a", "b"), List.of("b"), List.of("y"), 1,
				Map.of("a", Map.of("b", 1, "c", 2)), null));
		// @formatter:off
		Sheet sheet = dynamo.update(Sheet.class, "s1")
			.set("status", "final")
			.append("grown", "c").prepend("led", "x")
			.remove("list[1]").set("list[0]", "A")
			.add("count", 2)
			.set("tree.a.b", 3).remove("tree.a.c")
			.setIfAbsent("first", "now")
			.when(attribute("status").eq("draft"), "draft")
			.returning(ReturnedItem.ALL_NEW);
		// @formatter:on
		assertThat(sheet).isEqualTo(new Sheet("s1", "final", List.of("A"), List.of("b", "c"), List.of("x", "y"), 3,
				Map.of("a", Map.of("b", 3)), "now"));
	}

	// @formatter:off
	@Item(pk = "{accountId}", sk = "{dateTime}")
	@GlobalIndex(name = "gsi0", pk = "{notificationType}", sk = "{dateTime}")
	@LocalIndex(name = "lsi0", sk = "{notificationType}#{notificationName}#{dateTime}")
	record Foo(String accountId, Instant dateTime, @WriteOnce String notificationType, String notificationName,
			@Nullable Integer severity) {

		record Id(String accountId, Instant dateTime) {
		}

		Foo withSeverity(Integer severity) {
			return new Foo(this.accountId, this.dateTime, this.notificationType, this.notificationName, severity);
		}

	}
	// @formatter:on

	@Item(pk = "SHEET#{id}", sk = "SHEET")
	record Sheet(String id, String status, List<String> list, List<String> grown, List<String> led, int count,
			Map<String, Map<String, Integer>> tree, @Nullable String first) {
	}

}
