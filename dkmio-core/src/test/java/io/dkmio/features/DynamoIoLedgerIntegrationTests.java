package io.dkmio.features;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.ItemCollection;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.Table;
import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.SortKey;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.convert.PropertyValueConverter;
import org.springframework.data.convert.ValueConversionContext;
import org.springframework.data.convert.ValueConverter;

import static io.dkmio.core.document.SortKeyCondition.beginsWith;
import static io.dkmio.core.document.SortKeyCondition.eq;
import static io.dkmio.core.document.SortKeyCondition.gt;
import static io.dkmio.core.document.SortKeyCondition.lt;
import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Behaviours of dynamo-io. The numbers are those of {@code docs/features.md}.
 */
class DynamoIoLedgerIntegrationTests {

	/** The attributes of the keys of each index, as dynamo-io lays them out. */
	private static final Map<String, List<String>> LAYOUTS = layouts();

	private static final Ledger LEDGER = Ledger.of(DynamoIoLedgerIntegrationTests.class,
			List.of(catalog(), TableDefinition.of("columns", "ledger-columns", "pk").withSortKey("sk"),
					TableDefinition.of("single", "ledger-single", "pk").withSortKey("sk").withKeySeparator(':')),
			Product.class, Column.class, Timed.class, Maker.class, Model.class);

	private final DynamoTemplate dynamo = LEDGER.dynamo();

	private final Table table = this.dynamo.table("catalog");

	private static Map<String, List<String>> layouts() {
		Map<String, List<String>> layouts = new LinkedHashMap<>();
		layouts.put("inverted", List.of("sk", "pk"));
		for (String slot : List.of("g1", "g2", "g3")) {
			String key = slot + "k";
			layouts.put("partition_" + slot, List.of("pk", key));
			layouts.put("sort_" + slot, List.of("sk", key));
			layouts.put(slot + "_partition", List.of(key, "pk"));
			layouts.put(slot + "_sort", List.of(key, "sk"));
			for (String other : List.of("g1", "g2", "g3")) {
				if (!other.equals(slot)) {
					layouts.put(slot + "_" + other, List.of(key, other + "k"));
				}
			}
		}
		return layouts;
	}

	private static TableDefinition catalog() {
		TableDefinition table = TableDefinition.of("catalog", "ledger-catalog", "pk").withSortKey("sk");
		for (Map.Entry<String, List<String>> layout : LAYOUTS.entrySet()) {
			table = table.withIndex(IndexDefinition.global(layout.getKey())
				.withPartitionKey(layout.getValue().get(0))
				.withSortKey(layout.getValue().get(1)));
		}
		return table;
	}

	/** I2, I9, I11, I12, I33. */
	@Test
	void storesRecordsAsTheSchemaSays() {
		Product stored = this.dynamo.insert(product("schema", "red"));
		assertThat(this.table.get("prod:schema", "sku:red")).contains(Document.of("pk", "prod:schema", "sk", "sku:red",
				"g1k", "cat:schema", "g2k", "maker:schema", "g3k", "size:1", "actual_name", "Red schema", "units", 10));
		assertThat(this.dynamo.get(Product.class, stored.key()).required()).isEqualTo(stored);
	}

	/** I13 to I16, I61, I62, I65 to I72, X18. */
	@Test
	void readsByEveryIndexLayout() {
		Product stored = this.dynamo.insert(product("layouts", "only"));
		this.dynamo.insert(product("elsewhere", "other"));
		assertThat(LAYOUTS).hasSize(19);
		Map<String, String> keys = Map.of("pk", stored.productId(), "sk", stored.sku(), "g1k", "cat:layouts", "g2k",
				"maker:layouts", "g3k", "size:1");
		Map<String, String> properties = Map.of("pk", "productId", "sk", "sku", "g1k", "category", "g2k", "maker",
				"g3k", "size");
		LAYOUTS.forEach((index, layout) -> {
			String partition = layout.get(0);
			String sort = layout.get(1);
			List<Product> found = this.dynamo.query(Product.class)
				.index(index)
				.where(attribute(properties.get(partition)).eq(keys.get(partition)))
				.where(attribute(properties.get(sort)).eq(keys.get(sort)))
				.limit(2)
				.list();
			assertThat(found).as(index).contains(stored);
			assertThat(this.table.index(index).query(keys.get(partition)).where(eq(keys.get(sort))).list()).as(index)
				.isNotEmpty();
		});
	}

	/** I10, I57, I58. */
	@Test
	void keysTellTypesApart() {
		this.dynamo.insert(new Maker("m1", "Ada"));
		this.dynamo.insert(new Model("m1", "x", 5));
		assertThat(this.dynamo.table("single").query("maker:m1").list()).extracting((row) -> row.string("sk"))
			.containsExactly("model:x", "profile");
		ItemCollection all = this.dynamo.collection(Maker.class)
			.where(attribute("maker").eq("m1"))
			.first()
			.orElseThrow();
		assertThat(all.single(Maker.class)).contains(new Maker("m1", "Ada"));
		assertThat(all.get(Model.class)).containsExactly(new Model("m1", "x", 5));
	}

	/** I17 to I24, I26 to I32, I73 to I75. */
	@Test
	void everyColumnTypeHasItsForm() {
		Column column = new Column("types", true, "text", 7, 1.5, ByteBuffer.wrap(new byte[] { 1 }),
				LocalDate.of(2021, 2, 3), Instant.parse("2021-02-03T00:00:00Z"), Set.of("a"), Set.of(1),
				Set.of(new BigDecimal("2.5")), Set.of(ByteBuffer.wrap(new byte[] { 2 })), List.of("x", "y"),
				new Part("p", null), Map.of("any", List.of(true)));
		this.dynamo.put(column);
		Map<String, AttributeValue> stored = this.dynamo.table("columns").get("types", "column").orElseThrow().toItem();
		assertThat(stored.get("truth").bool()).isTrue();
		assertThat(stored.get("text").s()).isEqualTo("text");
		assertThat(stored.get("whole").n()).isEqualTo("7");
		assertThat(stored.get("number").n()).isEqualTo("1.5");
		assertThat(stored.get("bytes").b().asByteArray()).containsExactly(1);
		assertThat(stored.get("day").s()).isEqualTo("2021-02-03");
		assertThat(stored.get("at").s()).startsWith("2021-02-03T00:00:00").endsWith("Z");
		assertThat(stored.get("texts").ss()).containsExactly("a");
		assertThat(stored.get("wholes").ns()).containsExactly("1");
		assertThat(stored.get("numbers").ns()).containsExactly("2.5");
		assertThat(stored.get("blobs").bs().get(0).asByteArray()).containsExactly(2);
		assertThat(stored.get("list").l()).extracting(AttributeValue::s).containsExactly("x", "y");
		assertThat(stored.get("map").m()).isEqualTo(Map.of("name", AttributeValue.fromS("p")));
		assertThat(stored.get("anything").m().get("any").l().get(0).bool()).isTrue();
		assertThat(this.dynamo.get(Column.class, "types").required()).isEqualTo(column);
	}

	/** I25. */
	@Test
	void momentsAsSeconds() {
		Timed timed = new Timed("seconds", Instant.ofEpochSecond(1_612_310_400));
		this.dynamo.put(timed);
		assertThat(this.dynamo.table("columns").get("seconds", "timed").orElseThrow().number("at"))
			.isEqualTo("1612310400");
		assertThat(this.dynamo.get(Timed.class, "seconds").required()).isEqualTo(timed);
	}

	/** I44, I79. */
	@Test
	void requestsAndAnswersCanBeLookedAt() {
		List<DynamoDbResponse> answers = new ArrayList<>();
		DynamoExecutor client = new ClientDynamoExecutor(LEDGER.client());
		DynamoExecutor looking = new DynamoExecutor() {

			@Override
			public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action,
					Q request, DynamoOperation operation) {
				R answer = client.execute(action, request, operation);
				answers.add(answer);
				return answer;
			}

		};
		DynamoMappingContext context = this.dynamo.getConverter().getMappingContext();
		new DynamoTemplate(looking, context, new MappingDynamoConverter(context), Clock.systemUTC()).table("catalog")
			.query("nobody")
			.list();
		assertThat(answers).singleElement()
			.isInstanceOfSatisfying(QueryResponse.class, (answer) -> assertThat(answer.count()).isZero());
	}

	/** I46. */
	@Test
	void upsertsInATransaction() {
		Product stored = this.dynamo.insert(product("upsert", "old"));
		Product fresh = product("upsert", "new");
		new WriteTransactionTemplate(this.dynamo).write((tx) -> {
			tx.put(product("upsert", "put"));
			tx.update(Product.class, stored.key()).set("units", 20).remove("name");
			tx.update(Product.class, fresh.key()).set("units", 30).upsert();
		});
		assertThat(this.table.query("prod:upsert").list()).extracting((row) -> row.integer("units"))
			.containsExactly(30L, 20L, 10L);
	}

	/** I47, I56. */
	@Test
	void readsByARecordThatHasTheKey() {
		Product stored = this.dynamo.insert(product("source", "red"));
		Product source = new Product(stored.productId(), stored.sku(), null, null, null, null, null);
		assertThat(this.dynamo.get(Product.class, source).optional()).contains(stored);
		this.dynamo.delete(source);
		assertThat(this.dynamo.get(Product.class, source).optional()).isEmpty();
	}

	/** I48, I49, I51 to I55, I99, J66. */
	@Test
	void readsRows() {
		for (String sku : List.of("a", "b", "c")) {
			this.dynamo.insert(product("rows", sku));
		}
		Map<String, AttributeValue> row = this.table.get("prod:rows", "sku:a").orElseThrow().toItem();
		assertThat(row.get("actual_name")).isEqualTo(AttributeValue.fromS("Red rows"));
		assertThat(this.table.query("prod:rows").list()).hasSize(3);
		assertThat(this.table.query("prod:rows").where(beginsWith("sku:b")).list()).hasSize(1);
		assertThat(this.table.query("prod:rows").where(lt("sku:c")).list()).hasSize(2);
		assertThat(this.table.query("prod:rows").where(gt("sku:a")).list()).hasSize(2);
		assertThat(this.table.index("g1_sort").query("cat:rows").where(eq("sku:b")).first().orElseThrow().string("sk"))
			.isEqualTo("sku:b");
		assertThat(this.table.index("g1_partition").query("cat:rows").limit(2).list()).hasSize(2);
	}

	/** I92, I94, I95, I98. */
	@Test
	void addsChangesAndDeletesRows() {
		Document row = Document.of("pk", "added", "sk", "1", "g1k", "a");
		this.table.insert(row);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.table.insert(row));
		this.table.update("added", "1").set("note", "x").upsert().execute();
		this.table.update("added", "2").set("note", "y").upsert().execute();
		assertThat(this.table.query("added").list()).containsExactly(row.with("note", "x"),
				Document.of("pk", "added", "sk", "2", "note", "y"));
		this.table.delete("added", "1");
		assertThat(this.table.query("added").count()).isEqualTo(1);
	}

	/** I105. */
	@Test
	void leavesRowsWithoutTheKeyOutOfAnIndex() {
		this.table.put(Document.of("pk", "sparse", "sk", "1", "g1k", "sparse"));
		this.table.put(Document.of("pk", "sparse", "sk", "2"));
		assertThat(this.table.index("g1_partition").query("sparse").list()).extracting((row) -> row.string("sk"))
			.containsExactly("1");
		assertThat(this.table.index("partition_g1").scan().filter(attribute("pk").eq("sparse")).list()).hasSize(1);
	}

	private static Product product(String id, String sku) {
		return new Product("prod:" + id, "sku:" + sku, "cat:" + id, "maker:" + id, "size:1", "Red " + id, 10);
	}

	@Item(table = "catalog")
	record Product(@PartitionKey @Attribute("pk") String productId, @SortKey @Attribute("sk") String sku,
			@Attribute("g1k") @Nullable String category, @Attribute("g2k") @Nullable String maker,
			@Attribute("g3k") @Nullable String size, @Attribute("actual_name") @Nullable String name,
			@Nullable Integer units) {

		Map<String, String> key() {
			return Map.of("productId", this.productId, "sku", this.sku);
		}

	}

	@Item(table = "single", pk = "maker:{maker}", sk = "profile")
	record Maker(String maker, String name) {
	}

	@Item(table = "single", pk = "maker:{maker}", sk = "model:{model}")
	record Model(String maker, String model, int units) {
	}

	@Item(table = "columns", pk = "{id}", sk = "column")
	record Column(String id, boolean truth, String text, int whole, double number, ByteBuffer bytes, LocalDate day,
			Instant at, Set<String> texts, Set<Integer> wholes, Set<BigDecimal> numbers, Set<ByteBuffer> blobs,
			List<String> list, Part map, Map<String, Object> anything) {
	}

	record Part(String name, @Nullable Integer units) {
	}

	@Item(table = "columns", pk = "{id}", sk = "timed")
	record Timed(String id, @ValueConverter(Seconds.class) Instant at) {
	}

	static final class Seconds implements PropertyValueConverter<Instant, Long, ValueConversionContext<?>> {

		@Override
		public Instant read(Long value, ValueConversionContext<?> context) {
			return Instant.ofEpochSecond(value);
		}

		@Override
		public Long write(Instant value, ValueConversionContext<?> context) {
			return value.getEpochSecond();
		}

	}

}
