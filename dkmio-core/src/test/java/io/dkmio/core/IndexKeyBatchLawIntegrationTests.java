package io.dkmio.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.expression.Update;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.DataAccessException;
import org.springframework.data.annotation.Version;
import org.springframework.transaction.support.TransactionTemplate;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The law of index keys for batches, transactions, prepared updates and versions:
 * whatever was written, and whatever failed in between, the keys of every stored item are
 * those its attributes make.
 */
class IndexKeyBatchLawIntegrationTests {

	private static final long SEED = 20260214;

	private static final int STEPS = 600;

	private static final List<String> STATUSES = List.of("NEW", "SENT", "A#B");

	private static final List<String> PLACES = List.of("north", "south#1");

	private static final TableDefinition TABLE = TableDefinition.of("batch-law")
		.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))
		.withIndex(IndexDefinition.global("by-place").withPartitionKey("region", "status").withSortKey("number"));

	private static DynamoDbClient client;

	private static DynamoConverter converter;

	private static DynamoTemplate dynamo;

	private static PreparedItemUpdate<Crate> move;

	private final SplittableRandom random = new SplittableRandom(SEED);

	private final Map<String, Integer> outcomes = new TreeMap<>();

	@BeforeAll
	static void createTable() {
		client = LocalDynamo.client(IndexKeyBatchLawIntegrationTests.class);
		DynamoMappingContext context = DynamoMappingContext.of(List.of(TABLE), Crate.class, Box.class);
		converter = new MappingDynamoConverter(context);
		dynamo = new DynamoTemplate(client, context);
		new SchemaManager(client).create(List.of(TABLE));
		move = dynamo.prepare(UpdateDefinition
			.of(Crate.class, Update.empty().set("region", Operand.parameter(0)).set("status", Operand.parameter(1)), 3)
			.when(attribute("status").eq(Operand.parameter(2)), "expected"));
	}

	@Test
	void everyIndexKeyEqualsItsTemplate() {
		for (int step = 1; step <= STEPS; step++) {
			String kind = List
				.of("put crates", "put boxes", "delete", "mixed batch", "transaction", "buffered", "prepared", "update")
				.get(this.random.nextInt(8));
			String outcome;
			try {
				write(kind);
				outcome = kind;
			}
			catch (DataAccessException ex) {
				outcome = kind + " failed";
			}
			this.outcomes.merge(outcome, 1, Integer::sum);
			if (step % 10 == 0) {
				everyItemHasItsKeys("step " + step + " of seed " + SEED + ", " + outcome);
			}
		}
		assertThat(this.outcomes.keySet()).contains("put crates", "put crates failed", "put boxes", "delete",
				"mixed batch", "transaction", "transaction failed", "buffered", "buffered failed", "prepared",
				"prepared failed", "update", "update failed");
	}

	private void write(String kind) {
		switch (kind) {
			case "put crates" -> dynamo.putAll(numbers().stream().map(this::crate).toList());
			case "put boxes" -> dynamo.putAll(numbers().stream().map(this::box).toList());
			case "delete" -> dynamo.deleteAllById(Crate.class, numbers());
			case "mixed batch" -> dynamo.batchWrite((batch) -> numbers().forEach((number) -> {
				if (this.random.nextBoolean()) {
					batch.put(box(number));
				}
				else {
					batch.delete(Box.class, number);
				}
			}));
			case "transaction" -> new WriteTransactionTemplate(dynamo).write((tx) -> {
				for (String number : numbers()) {
					switch (this.random.nextInt(3)) {
						case 0 -> tx.put(crate(number));
						case 1 ->
							tx.update(Crate.class, number).set("status", one(STATUSES)).set("region", one(PLACES));
						default -> tx.put(box(number));
					}
				}
			});
			case "buffered" ->
				new TransactionTemplate(new DynamoTransactionManager(dynamo)).executeWithoutResult((tx) -> {
					for (String number : numbers()) {
						if (this.random.nextBoolean()) {
							dynamo.put(crate(number));
						}
						else {
							dynamo.patch(Crate.class, number,
									Update.empty().remove("region").set("status", one(STATUSES)));
						}
						dynamo.upsert(box(number));
					}
				});
			case "prepared" ->
				move.execute(numbers().iterator().next(), List.of(one(PLACES), one(STATUSES), one(STATUSES)));
			default -> dynamo.update(Crate.class, numbers().iterator().next())
				.set("status", one(STATUSES))
				.readFirst()
				.execute();
		}
	}

	private Set<String> numbers() {
		Set<String> numbers = new LinkedHashSet<>();
		int count = 1 + this.random.nextInt(3);
		for (int i = 0; i < count; i++) {
			numbers.add("n" + this.random.nextInt(8));
		}
		return numbers;
	}

	private Crate crate(String number) {
		Long version = dynamo.get(Crate.class, number).consistent().optional().map(Crate::version).orElse(null);
		boolean stale = this.random.nextInt(8) == 0;
		return new Crate(number, this.random.nextInt(4) == 0 ? null : one(STATUSES),
				this.random.nextInt(4) == 0 ? null : one(PLACES), stale ? Long.valueOf(99) : version);
	}

	private Box box(String number) {
		return new Box(number, this.random.nextInt(4) == 0 ? null : one(STATUSES),
				this.random.nextInt(4) == 0 ? null : one(PLACES));
	}

	private String one(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private void everyItemHasItsKeys(String what) {
		List<Map<String, AttributeValue>> items = new ArrayList<>();
		client.scanPaginator((scan) -> scan.tableName("batch-law").consistentRead(true)).items().forEach(items::add);
		for (Map<String, AttributeValue> item : items) {
			Class<?> type = Objects.equals(item.get("_type").s(), "Crate") ? Crate.class : Box.class;
			assertThat(item).as(what).isEqualTo(converter.toItem(converter.fromItem(type, item)));
		}
		for (String region : PLACES) {
			for (String status : STATUSES) {
				assertThat(dynamo.query(Crate.class)
					.index("by-place")
					.where(attribute("region").eq(region).and(attribute("status").eq(status)))
					.list())
					.as(what)
					.hasSize((int) items.stream()
						.filter((item) -> "Crate".equals(item.get("_type").s()))
						.filter((item) -> has(item, "region", region) && has(item, "status", status))
						.count());
			}
		}
	}

	private static boolean has(Map<String, AttributeValue> item, String attribute, String value) {
		return item.containsKey(attribute) && value.equals(item.get(attribute).s());
	}

	@Item(pk = "CRATE#{number}", sk = "CRATE")
	@GlobalIndex(name = "gsi1", pk = "{region}#ST#{status}", sk = "CRATE#{number}")
	record Crate(String number, @Nullable String status, @Nullable String region, @Version @Nullable Long version) {
	}

	@Item(pk = "BOX#{number}", sk = "BOX")
	@GlobalIndex(name = "gsi1", pk = "{region}#ST#{status}", sk = "BOX#{number}")
	record Box(String number, @Nullable String status, @Nullable String region) {
	}

}
