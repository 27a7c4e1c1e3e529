package io.dkmio.features;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.dkmio.ThrottledException;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.ReadTransactionTemplate;
import io.dkmio.core.TransactionOptions;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.Table;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.test.Fault;
import io.dkmio.test.FaultServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.data.convert.PropertyValueConverter;
import org.springframework.data.convert.ValueConversionContext;
import org.springframework.data.convert.ValueConverter;

import static io.dkmio.core.document.SortKeyCondition.between;
import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Defects of dkmio for Python, dynamo-io, dynamojo and dynamodb-mapping that dkmio does
 * not have. The numbers are those of {@code docs/features.md}.
 */
class DefectsIntegrationTests {

	private static final Ledger LEDGER = Ledger.of(DefectsIntegrationTests.class,
			List.of(TableDefinition.of("defects", "ledger-defects", "pk").withSortKey("sk")), Entry.class,
			Numbered.class);

	private final DynamoTemplate dynamo = LEDGER.dynamo();

	private final Table table = this.dynamo.table("defects");

	/** X5. */
	@Test
	void existsIsNegatedByWords() {
		this.table.put(row("exists", "1").with("note", "x"));
		this.table.put(row("exists", "2"));
		Condition exists = attribute("note").exists();
		assertThat(this.table.query("exists").filter(exists).list()).hasSize(1);
		assertThat(this.table.query("exists").filter(exists.not()).list()).containsExactly(row("exists", "2"));
		assertThat(this.table.query("exists").filter(attribute("note").notExists().not()).list()).hasSize(1);
	}

	/** X6. */
	@Test
	void nothingIsInNothing() {
		this.table.put(row("in", "1"));
		LEDGER.sent().clear();
		assertThat(this.table.query("in").filter(attribute("note").in(List.of())).list()).isEmpty();
		assertThat(LEDGER.sent().requests()).isEmpty();
		assertThat(this.table.query("in").filter(attribute("note").in(List.of()).not()).list()).hasSize(1);
	}

	/** X7. */
	@Test
	void readAndPutChangesNothing() {
		Map<String, AttributeValue> stored = Map.of("pk", AttributeValue.fromS("same"), "sk", AttributeValue.fromS("1"),
				"texts", AttributeValue.fromSs(List.of("a", "b")), "numbers",
				AttributeValue.fromNs(List.of("1", "2.5")), "exact",
				AttributeValue.fromN("1234567890.1234567890123456789"), "nested",
				AttributeValue.fromM(Map.of("numbers", AttributeValue.fromNs(List.of("7")))));
		LEDGER.client().putItem((request) -> request.tableName("ledger-defects").item(stored));
		this.table.put(this.table.get("same", "1").orElseThrow());
		Map<String, AttributeValue> again = LEDGER.client()
			.getItem((request) -> request.tableName("ledger-defects")
				.key(Map.of("pk", AttributeValue.fromS("same"), "sk", AttributeValue.fromS("1"))))
			.item();
		assertThat(again.get("texts").ss()).containsExactlyInAnyOrder("a", "b");
		assertThat(again.get("numbers").ns()).containsExactlyInAnyOrder("1", "2.5");
		assertThat(again.get("exact")).isEqualTo(stored.get("exact"));
		assertThat(again.get("nested")).isEqualTo(stored.get("nested"));
	}

	/** X9. */
	@Test
	void aCancelledReadHasItsReasonsToo() {
		try (FaultServer server = FaultServer.start()) {
			DynamoTemplate faulty = new DynamoTemplate(server.client(), this.dynamo.getConverter().getMappingContext());
			ReadTransactionTemplate reads = new ReadTransactionTemplate(faulty)
				.withOptions(TransactionOptions.defaults().withMaxAttempts(2));
			server.always(canceled("{\"Code\":\"None\"},{\"Code\":\"TransactionConflict\"}"));
			assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> readTwo(reads))
				.withMessageContaining("at action 1 of the transaction");
			assertThat(server.calls()).hasSize(2);
			server.always(canceled("{\"Code\":\"ThrottlingError\"},{\"Code\":\"ThrottlingError\"}"));
			assertThatExceptionOfType(ThrottledException.class).isThrownBy(() -> readTwo(reads));
		}
	}

	private static Object readTwo(ReadTransactionTemplate reads) {
		return reads.read((tx) -> List.of(tx.get(Entry.class, "a"), tx.get(Entry.class, "b")));
	}

	private static Fault canceled(String reasons) {
		return Fault.body(400, "{\"__type\":\"" + Fault.NAMESPACE
				+ "TransactionCanceledException\",\"message\":\"x\",\"CancellationReasons\":[" + reasons + "]}");
	}

	/** X14. */
	@Test
	void insertsMoreThanARequestTakes() {
		LEDGER.sent().clear();
		this.dynamo.putAll(IntStream.range(0, 60).mapToObj((i) -> entry("e" + i)).toList());
		assertThat(LEDGER.sent().requests()).hasSize(3).allMatch((each) -> each instanceof BatchWriteItemRequest);
		assertThat(this.dynamo.batchGet(Entry.class, IntStream.range(0, 60).mapToObj((i) -> "e" + i).toList()).list())
			.hasSize(60);
	}

	/** X15. */
	@Test
	void boundsOfASortKeyAreOneCondition() {
		IntStream.range(0, 5).forEach((i) -> this.dynamo.put(new Numbered("bounds", i, "x")));
		LEDGER.sent().clear();
		assertThat(this.dynamo.query(Numbered.class)
			.where(attribute("group").eq("bounds").and(attribute("number").gt(0)).and(attribute("number").lt(4)))
			.list()).extracting(Numbered::number).containsExactly(1, 2, 3);
		assertThat(LEDGER.sent().only(QueryRequest.class).keyConditionExpression())
			.isEqualTo("#n0 = :v0 AND #n1 BETWEEN :v1 AND :v2");
		assertThat(this.table.query("NUMBERED#bounds").where(between("0", "9")).explain().keyCondition())
			.isEqualTo("#n0 = :v0 AND #n1 BETWEEN :v1 AND :v2");
	}

	/** X19. */
	@Test
	void momentsAreConvertedToUtc() {
		OffsetDateTime noon = OffsetDateTime.parse("2026-01-31T12:00:00.123456+02:00");
		this.dynamo.put(new Entry("moment", noon, null, null, null));
		assertThat(OffsetDateTime.parse(stored("moment").string("at")).toInstant()).isEqualTo(noon.toInstant());
		assertThat(this.dynamo.get(Entry.class, "moment").required().at()).isEqualTo(noon);
		this.table.put(row("moment", "document").with("at", noon));
		assertThat(this.table.get("moment", "document").orElseThrow().instant("at"))
			.isEqualTo(Instant.parse("2026-01-31T10:00:00.123456Z"));
	}

	/** X20. */
	@Test
	void listsAndMapsAreStoredAsSuch() {
		this.dynamo.put(new Entry("nested", null, List.of(1, List.of("x"), Map.of("y", true)),
				new Part("a", Map.of("b", List.of(2))), null));
		Map<String, AttributeValue> item = stored("nested").toItem();
		assertThat(item.get("list").l()).hasSize(3);
		assertThat(item.get("list").l().get(1).l().get(0).s()).isEqualTo("x");
		assertThat(item.get("list").l().get(2).m().get("y").bool()).isTrue();
		assertThat(item.get("part").m().get("rest").m().get("b").l().get(0).n()).isEqualTo("2");
	}

	/** I76, X21. */
	@Test
	void whatIsAbsentInAMapStaysAbsent() {
		this.table.put(row("ENTRY#absent", "ENTRY").with("id", "absent").with("part", Map.of("name", "a")));
		Entry entry = this.dynamo.get(Entry.class, "absent").required();
		assertThat(entry.part()).isEqualTo(new Part("a", null));
		this.dynamo.put(entry);
		assertThat(stored("absent").document("part")).isEqualTo(Document.of("name", "a"));
	}

	/** X22. */
	@Test
	void anUnknownAttributeHidesNoItem() {
		this.dynamo.put(entry("newer"));
		this.table.update("ENTRY#newer", "ENTRY").set("addedLater", true).execute();
		assertThat(this.dynamo.get(Entry.class, "newer").optional()).isPresent();
	}

	/** X23. */
	@Test
	void deletingWhatIsNotThereIsNoError() {
		this.dynamo.delete(Entry.class, "nobody");
		this.table.delete("nobody", "nothing");
		assertThat(this.table.exists("nobody", "nothing")).isFalse();
	}

	/** X24. */
	@Test
	void changesOfValuesAreMade() {
		this.dynamo.put(new Entry("loud", null, null, null, "Quiet"));
		assertThat(stored("loud").string("shout")).isEqualTo("QUIET");
		this.dynamo.update(Entry.class, "loud").set("shout", "again").execute();
		assertThat(stored("loud").string("shout")).isEqualTo("AGAIN");
	}

	/** X27. */
	@Test
	void numbersInKeysSortByValue() {
		IntStream.of(10, 9, -1, 100, 0).forEach((i) -> this.dynamo.put(new Numbered("sorted", i, "x")));
		assertThat(this.dynamo.query(Numbered.class).where(attribute("group").eq("sorted")).list())
			.extracting(Numbered::number)
			.containsExactly(-1, 0, 9, 10, 100);
		assertThat(this.dynamo.query(Numbered.class)
			.where(attribute("group").eq("sorted").and(attribute("number").gte(9)))
			.list()).hasSize(3);
	}

	private Document stored(String id) {
		return this.table.get("ENTRY#" + id, "ENTRY").orElseThrow();
	}

	private static Document row(String pk, String sk) {
		return Document.of("pk", pk, "sk", sk);
	}

	private static Entry entry(String id) {
		return new Entry(id, null, null, null, null);
	}

	@Item(table = "defects", pk = "ENTRY#{id}", sk = "ENTRY")
	record Entry(String id, @Nullable OffsetDateTime at, @Nullable List<Object> list, @Nullable Part part,
			@ValueConverter(Loud.class) @Nullable String shout) {
	}

	record Part(String name, @Nullable Map<String, Object> rest) {
	}

	@Item(table = "defects", pk = "NUMBERED#{group}", sk = "{number}#{name}")
	record Numbered(String group, int number, String name) {
	}

	static final class Loud implements PropertyValueConverter<String, String, ValueConversionContext<?>> {

		@Override
		public String read(String value, ValueConversionContext<?> context) {
			return value;
		}

		@Override
		public String write(String value, ValueConversionContext<?> context) {
			return value.toUpperCase(Locale.ROOT);
		}

	}

}
