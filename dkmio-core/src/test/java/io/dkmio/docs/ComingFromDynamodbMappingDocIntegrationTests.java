package io.dkmio.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentMap;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of {@code docs/coming-from-dynamodb-mapping.md}.
 */
class ComingFromDynamodbMappingDocIntegrationTests {

	@Test
	void compilesTheCode() {
		DocumentedCode.page("coming-from-dynamodb-mapping.md")
			.isCompiledIn(ComingFromDynamodbMappingDocIntegrationTests.class);
	}

	@Test
	void doesWhatItSays() {
		DynamoDbClient client = LocalDynamo.client(ComingFromDynamodbMappingDocIntegrationTests.class);
		TableDefinition definition = TableDefinition.of("mine", "my_table", "id");
		new SchemaManager(client).create(definition);
		DynamoTemplate dynamo = new DynamoTemplate(client, DynamoMappingContext.of(List.of(definition)));
		Table table = dynamo.table("mine");
		// @formatter:off
		DocumentMap map = dynamo.discoverTable("my_table").asMap();
		// @formatter:on
		changesItems(map, table);
		readsAll(map, table);
	}

	private void changesItems(DocumentMap map, Table table) {
		// @formatter:off
		map.put(Key.of("my_item"), Document.of("description", "foo", "price", 123));
		map.computeIfPresent(Key.of("my_item"), (key, item) -> item.with("price", 456));
		Document item = map.get(Key.of("my_item"));
		map.remove(Key.of("my_item"));
		// @formatter:on
		assertThat(item).isEqualTo(Document.of("id", "my_item", "description", "foo", "price", 456));
		// @formatter:off
		table.update("my_item").set("title", "bar").remove("description").upsert().execute();
		// @formatter:on
		assertThat(map.get(Key.of("my_item"))).isEqualTo(Document.of("id", "my_item", "title", "bar"));
		// @formatter:off
		Optional<Document> nobody = table.get("nobody");
		table.delete(Key.of("my_item"), attribute("id").exists());
		// @formatter:on
		assertThat(nobody).isEmpty();
		assertThat(map.isEmpty()).isTrue();
	}

	private void readsAll(DocumentMap map, Table table) {
		List<Key> seen = new ArrayList<>();
		Map<Key, Document> several = Map.of(Key.of("a"), Document.of("price", 1), Key.of("b"), Document.of("price", 2));
		map.putAll(several);
		// @formatter:off
		map.forEach((key, value) -> seen.add(key));
		int estimated = map.size();
		long exact = table.scan().count();
		List<Document> everything = table.scan().list();
		// @formatter:on
		assertThat(seen).containsExactlyInAnyOrder(Key.of("a"), Key.of("b"));
		assertThat(estimated).isEqualTo(2);
		assertThat(exact).isEqualTo(2);
		assertThat(everything).hasSize(2);
		// @formatter:off
		boolean there = map.containsKey(Key.of("my_item"));
		Document either = map.getOrDefault(Key.of("my_item"), Document.empty());
		map.putIfAbsent(Key.of("my_item"), Document.of("price", 1));
		map.putAll(several);
		Document former = map.remove(Key.of("my_item"));
		map.withClear().clear();
		// @formatter:on
		assertThat(there).isFalse();
		assertThat(either).isEmpty();
		assertThat(former).containsKey("price");
		assertThat(map.isEmpty()).isTrue();
	}

}
