package io.dkmio.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.dkmio.ConditionFailedException;
import io.dkmio.MissingKeyException;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateAction;
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

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The law of index keys: after any sequence of writes each equals its template over the
 * attributes that are stored, and each index finds what it would find in memory.
 */
class IndexKeyLawIntegrationTests {

	private static final long SEED = 20_260_131;

	private static final int STEPS = 3000;

	private static final List<String> STATUSES = List.of("NEW", "SENT", "A#B", "$");

	private static final List<String> PLACES = List.of("north", "no", "south#1");

	private static final TableDefinition TABLE = TableDefinition.of("law")
		.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))
		.withIndex(IndexDefinition.global("gsi2").withPartitionKey("gsi2pk").withSortKey("gsi2sk"))
		.withIndex(
				IndexDefinition.global("by-place").withPartitionKey("region", "city").withSortKey("day:N", "status"));

	private static DynamoDbClient client;

	private static DynamoConverter converter;

	private static DynamoTemplate dynamo;

	private final SplittableRandom random = new SplittableRandom(SEED);

	private final Map<String, Parcel> model = new TreeMap<>();

	private final Map<String, Integer> outcomes = new TreeMap<>();

	@BeforeAll
	static void createTable() {
		client = LocalDynamo.client(IndexKeyLawIntegrationTests.class);
		DynamoMappingContext context = DynamoMappingContext.of(List.of(TABLE), Parcel.class);
		converter = new MappingDynamoConverter(context);
		dynamo = new DynamoTemplate(client, context);
		new SchemaManager(client).create(List.of(TABLE));
	}

	@Test
	void everyIndexKeyEqualsItsTemplate() {
		for (int step = 1; step <= STEPS; step++) {
			String number = "n" + this.random.nextInt(8);
			String what = "step " + step + " of seed " + SEED;
			String outcome = write(number);
			this.outcomes.merge(outcome, 1, Integer::sum);
			assertThat(stored(number)).as(what + ", " + outcome).isEqualTo(this.model.get(number));
			if (step % 150 == 0) {
				everyIndexFindsWhatIsThere(what);
			}
		}
		assertThat(this.outcomes.keySet()).as("all kinds of writes, and ways to fail")
			.contains("insert", "insert failed", "put", "delete", "update", "update failed", "update refused", "patch",
					"upsert", "difference", "difference failed", "upsert whole", "replace", "replace failed",
					"conditional");
	}

	private String write(String number) {
		Parcel current = this.model.get(number);
		String kind = List
			.of("insert", "put", "delete", "update", "update", "update", "patch", "upsert", "difference",
					"upsert whole", "replace", "conditional")
			.get(this.random.nextInt(12));
		try {
			switch (kind) {
				case "insert" -> this.model.put(number, dynamo.insert(parcel(number)));
				case "put" -> this.model.put(number, dynamo.put(parcel(number)));
				case "replace" -> this.model.put(number, dynamo.update(parcel(number)));
				case "upsert whole" -> this.model.put(number, dynamo.upsert(parcel(number)));
				case "delete" -> {
					dynamo.delete(Parcel.class, id(number));
					this.model.remove(number);
				}
				case "difference" -> difference(number, current);
				case "conditional" -> {
					dynamo.put(parcel(number), Write.when(attribute("status").eq("no such status"), "never"));
					throw new AssertionError("The condition holds");
				}
				case "patch" -> {
					Change change = new Change(current);
					this.model.put(number, dynamo.patchAndReturn(Parcel.class, id(number), change.update));
				}
				default -> update(number, current, kind.equals("upsert"));
			}
			return kind;
		}
		catch (MissingKeyException ex) {
			return kind + " refused";
		}
		catch (DataIntegrityViolationException | EmptyResultDataAccessException ex) {
			return kind.equals("conditional") ? kind : kind + " failed";
		}
	}

	private void difference(String number, @Nullable Parcel current) {
		Parcel former = (current != null && this.random.nextInt(4) > 0) ? current : parcel(number);
		Parcel changed = new Change(former).parcel;
		try {
			dynamo.update(former, changed);
		}
		catch (OptimisticLockingFailureException ex) {
			throw new DataIntegrityViolationException("stale", ex);
		}
		if (former.equals(current)) {
			this.model.put(number, changed);
		}
		else if (current != null) {
			this.model.put(number, Objects.requireNonNull(stored(number)));
		}
	}

	private void update(String number, @Nullable Parcel current, boolean upsert) {
		Parcel before = (current != null) ? current : new Parcel("o", number, null, null, null, null, null);
		Change change = new Change(before);
		UpdateOperation<Parcel> operation = dynamo.update(Parcel.class, id(number));
		for (UpdateAction action : change.update.actions()) {
			operation = operation.with(action);
		}
		switch (this.random.nextInt(3)) {
			case 0 -> operation = operation.readFirst();
			case 1 -> {
				for (String property : List.of("status", "region", "city", "day")) {
					if (!change.touched.contains(property)) {
						operation = operation.with(property, value(before, property));
					}
				}
			}
			default -> {
			}
		}
		Parcel returned = (upsert ? operation.upsert() : operation).returning(ReturnedItem.ALL_NEW);
		assertThat(returned).isEqualTo(change.parcel);
		this.model.put(number, returned);
	}

	private static @Nullable Object value(Parcel parcel, String property) {
		return switch (property) {
			case "status" -> parcel.status();
			case "region" -> parcel.region();
			case "city" -> parcel.city();
			default -> parcel.day();
		};
	}

	/** What is stored, after a look at its keys. */
	private static @Nullable Parcel stored(String number) {
		Map<String, AttributeValue> item = client
			.getItem((request) -> request.tableName("law")
				.consistentRead(true)
				.key(Map.of("pk", AttributeValue.fromS("OWNER#o"), "sk", AttributeValue.fromS("PARCEL#" + number))))
			.item();
		if (item.isEmpty()) {
			return null;
		}
		Parcel parcel = converter.fromItem(Parcel.class, item);
		assertThat(item).as(number).isEqualTo(converter.toItem(parcel));
		return parcel;
	}

	private void everyIndexFindsWhatIsThere(String what) {
		for (String status : STATUSES) {
			assertFound(what, "gsi2", attribute("status").eq(status),
					(parcel) -> status.equals(parcel.status()) && parcel.city() != null);
			for (String region : PLACES) {
				assertFound(what, "gsi1", attribute("region").eq(region).and(attribute("status").eq(status)),
						(parcel) -> region.equals(parcel.region()) && status.equals(parcel.status())
								&& parcel.day() != null);
			}
		}
		for (String region : PLACES) {
			for (String city : PLACES) {
				assertFound(what, "by-place", attribute("region").eq(region).and(attribute("city").eq(city)),
						(parcel) -> region.equals(parcel.region()) && city.equals(parcel.city()) && parcel.day() != null
								&& parcel.status() != null);
			}
		}
	}

	private void assertFound(String what, String index, Condition condition, Predicate<Parcel> expected) {
		assertThat(new HashSet<>(dynamo.query(Parcel.class).index(index).where(condition).list()))
			.as(what + ", " + index)
			.isEqualTo(this.model.values().stream().filter(expected).collect(Collectors.toSet()));
	}

	@Test
	void saysWhatIsMissingToComposeAKey() {
		assertThatExceptionOfType(MissingKeyException.class)
			.isThrownBy(() -> dynamo.update(Parcel.class, id("x")).set("status", "SENT").execute())
			.withMessage("An update of Parcel changes 'status', of which the index key '{region}#ST#{status}' is "
					+ "composed, but the value of 'region' is not known. Nothing was sent: the index would no longer "
					+ "find the item. Tell it by with(\"region\", value), let readFirst() read the item, or put the "
					+ "item as a whole")
			.satisfies((ex) -> assertThat(ex.getProperty()).isEqualTo("region"));
		assertThatExceptionOfType(MissingKeyException.class)
			.isThrownBy(() -> dynamo.update(Parcel.class, id("x")).add("day", 1).execute())
			.withMessage("An update of Parcel changes 'day', of which the index key '{day}#{number}' is composed, but "
					+ "DynamoDB computes the value of 'day'. Nothing was sent: the index would no longer find the item. "
					+ "Let readFirst() read the item, or put the item as a whole");
	}

	@Test
	void writesNothingIfWhatWasGivenIsNotSo() {
		dynamo.put(new Parcel("o", "given", "NEW", "north", null, null, null));
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(
				() -> dynamo.update(Parcel.class, id("given")).set("status", "SENT").with("region", "south").execute())
			.satisfies((ex) -> assertThat(ex.getConditionName()).contains("region"))
			.withMessageContaining(
					"property 'region' does not have the value that was given as known. Read the item and "
							+ "give the value it has, or let readFirst() do so; nothing was written");
		dynamo.update(Parcel.class, id("given")).set("status", "SENT").when(attribute("region").eq("north")).execute();
		assertThat(Objects.requireNonNull(stored("given")).status()).isEqualTo("SENT");
	}

	private static Map<String, String> id(String number) {
		return Map.of("owner", "o", "number", number);
	}

	private Parcel parcel(String number) {
		return new Parcel("o", number, orNull(STATUSES), orNull(PLACES), orNull(PLACES), orNull(List.of(-1, 0, 7, 12)),
				orNull(List.of("a", "b")));
	}

	private <V> @Nullable V orNull(List<V> values) {
		int index = this.random.nextInt(values.size() + 1);
		return (index < values.size()) ? values.get(index) : null;
	}

	@Item(pk = "OWNER#{owner}", sk = "PARCEL#{number}")
	@GlobalIndex(name = "gsi1", pk = "{region}#ST#{status}", sk = "{day}#{number}")
	@GlobalIndex(name = "gsi2", pk = "STATUS#{status}", sk = "{city}#{owner}")
	record Parcel(String owner, String number, @Nullable String status, @Nullable String region, @Nullable String city,
			@Nullable Integer day, @Nullable String note) {
	}

	/**
	 * A random change of a parcel, as an update and as its result.
	 */
	private final class Change {

		private final Set<String> touched = new HashSet<>();

		private final Map<String, @Nullable Object> after = new TreeMap<>();

		private Update update = Update.empty();

		private final Parcel parcel;

		Change(@Nullable Parcel before) {
			List<List<?>> domains = new ArrayList<>(
					List.of(STATUSES, PLACES, PLACES, List.of(-1, 0, 7, 12), List.of("a", "b")));
			List<String> names = List.of("status", "region", "city", "day", "note");
			int changes = 1 + IndexKeyLawIntegrationTests.this.random.nextInt(3);
			for (int i = 0; i < changes; i++) {
				int which = IndexKeyLawIntegrationTests.this.random.nextInt(names.size());
				String name = names.get(which);
				if (!this.touched.add(name)) {
					continue;
				}
				change(name, domains.get(which), (before != null) ? value(before, name, names) : null);
			}
			this.parcel = new Parcel("o", (before != null) ? before.number() : "?",
					(String) after(before, "status", names), (String) after(before, "region", names),
					(String) after(before, "city", names), (Integer) after(before, "day", names),
					(String) after(before, "note", names));
		}

		private void change(String name, List<?> domain, @Nullable Object before) {
			Object value = orNull(domain);
			int how = IndexKeyLawIntegrationTests.this.random.nextInt(6);
			if (value == null) {
				this.update = this.update.remove(name);
			}
			else if (how == 0) {
				this.update = this.update.setIfAbsent(name, value);
				value = (before != null) ? before : value;
			}
			else if (how == 1 && value instanceof Integer number) {
				this.update = this.update.add(name, number);
				value = number + ((before != null) ? (Integer) before : 0);
			}
			else {
				this.update = this.update.set(name, value);
			}
			this.after.put(name, value);
		}

		private @Nullable Object after(@Nullable Parcel before, String name, List<String> names) {
			if (this.touched.contains(name)) {
				return this.after.get(name);
			}
			return (before != null) ? value(before, name, names) : null;
		}

		private static @Nullable Object value(Parcel parcel, String name, List<String> names) {
			List<@Nullable Object> values = new ArrayList<>();
			values.add(parcel.status());
			values.add(parcel.region());
			values.add(parcel.city());
			values.add(parcel.day());
			values.add(parcel.note());
			return values.get(names.indexOf(name));
		}

	}

}
