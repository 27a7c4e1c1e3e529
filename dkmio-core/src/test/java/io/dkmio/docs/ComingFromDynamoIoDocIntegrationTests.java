package io.dkmio.docs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.ItemCollection;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentResult;
import io.dkmio.core.document.TableIndex;
import io.dkmio.core.expression.Patch;
import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.IndexPreset;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.SortKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.mapping.TimeToLive;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedDate;

import static io.dkmio.core.document.SortKeyCondition.beginsWith;
import static io.dkmio.core.document.SortKeyCondition.eq;
import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of {@code docs/coming-from-dynamo-io.md}.
 */
class ComingFromDynamoIoDocIntegrationTests {

	@Test
	void compilesTheCode() {
		DocumentedCode.page("coming-from-dynamo-io.md").isCompiledIn(ComingFromDynamoIoDocIntegrationTests.class);
	}

	@Test
	void doesWhatItSays() {
		DynamoDbClient client = LocalDynamo.client(ComingFromDynamoIoDocIntegrationTests.class);
		// @formatter:off
		TableDefinition catalog = IndexPreset.add(
			TableDefinition.of("catalog", "catalog", "pk").withSortKey("sk").withTimeToLive("expires_at"),
			IndexPreset.G1_PARTITION, IndexPreset.INVERTED);
		TableDefinition shop = TableDefinition.of("shop", "shop", "pk").withSortKey("sk").withKeySeparator(':');
		// @formatter:on
		new SchemaManager(client).create(catalog, shop);
		DynamoTemplate dynamo = new DynamoTemplate(client,
				DynamoMappingContext.of(List.of(catalog, shop), Product.class, Maker.class, Model.class));
		writes(dynamo);
		reads(dynamo);
		collects(dynamo);
	}

	private void writes(DynamoTemplate dynamo) {
		Product product = product("product:123", "sku:red");
		Product a = product("product:1", "sku:a");
		Product b = product("product:2", "sku:b");
		Product c = product("product:3", "sku:c");
		// @formatter:off
		Product stored = dynamo.upsert(product);
		dynamo.patchWith(Product.class, product, Map.of("name", Patch.DELETE));
		dynamo.putAll(List.of(a, b, c));
		dynamo.delete(Product.of("product:123", "sku:red"));
		// @formatter:on
		assertThat(stored.inventory()).isEqualTo(10);
		assertThat(dynamo.scan(Product.class).count()).isEqualTo(3);
		WriteTransactionTemplate transactions = new WriteTransactionTemplate(dynamo);
		// @formatter:off
		transactions.write((tx) -> {
			tx.put(a);
			tx.update(Product.class, b).set("inventory", 20).upsert();
			tx.delete(Product.class, c);
		});
		// @formatter:on
		assertThat(dynamo.get(Product.class, b).required().inventory()).isEqualTo(20);
		assertThat(dynamo.exists(Product.class, c)).isFalse();
	}

	private void reads(DynamoTemplate dynamo) {
		// @formatter:off
		Optional<Product> found = dynamo.get(Product.class, Product.of("product:1", "sku:a")).optional();
		Optional<Document> row = dynamo.table("catalog").get("product:1", "sku:a");
		// @formatter:on
		assertThat(found).isPresent();
		assertThat(row.orElseThrow().string("g1k")).isEqualTo("category:shirts");
		// @formatter:off
		TableIndex byCategory = dynamo.table("catalog").index("g1-partition");
		List<Document> rows = byCategory.query("category:shirts").where(beginsWith("product:")).pageSize(100).list();
		Optional<Document> indexed = byCategory.query("category:shirts").where(eq("product:1")).first();
		Optional<Product> shirt = dynamo.query(Product.class)
			.where(attribute("categoryKey").eq("category:shirts").and(attribute("productId").eq("product:1")))
			.index("g1-partition")
			.first();
		// @formatter:on
		assertThat(rows).hasSize(2);
		assertThat(indexed).isEqualTo(row);
		assertThat(shirt).isEqualTo(found);
	}

	private void collects(DynamoTemplate dynamo) {
		dynamo.insert(new Maker("m1", "Ada"));
		dynamo.insert(new Model("m1", "x", 5));
		// @formatter:off
		ItemCollection records = dynamo.collection(Maker.class).where(attribute("maker").eq("m1")).first().orElseThrow();
		Optional<Maker> maker = records.single(Maker.class);
		List<Model> models = records.get(Model.class);
		DocumentResult everything = dynamo.table("catalog").readEntireTable(25);
		List<Document> all = everything.items();
		boolean completed = everything.completed();
		// @formatter:on
		assertThat(maker).contains(new Maker("m1", "Ada"));
		assertThat(models).containsExactly(new Model("m1", "x", 5));
		assertThat(all).hasSize(2);
		assertThat(completed).isTrue();
	}

	private static Product product(String productId, String sku) {
		return new Product(productId, sku, "category:shirts", "Red", 10, Instant.EPOCH, null, null, null);
	}

	// @formatter:off
	@Item(table = "catalog")
	record Product(@PartitionKey @Attribute("pk") String productId, @SortKey @Attribute("sk") String sku,
			@Attribute("g1k") @Nullable String categoryKey, @Nullable String name, @Nullable Integer inventory,
			@Attribute("launched_at") @Nullable Instant launchedAt,
			@CreatedDate @Attribute("created_at") @Nullable Instant createdAt,
			@LastModifiedDate @Attribute("updated_at") @Nullable Instant updatedAt,
			@TimeToLive @Nullable Instant expiresAt) {

		static Product of(String productId, String sku) {
			return new Product(productId, sku, null, null, null, null, null, null, null);
		}

	}

	@Item(table = "shop", pk = "maker:{maker}", sk = "profile")
	record Maker(String maker, String name) {
	}

	@Item(table = "shop", pk = "maker:{maker}", sk = "model:{model}")
	record Model(String maker, String model, int units) {
	}
	// @formatter:on

}
