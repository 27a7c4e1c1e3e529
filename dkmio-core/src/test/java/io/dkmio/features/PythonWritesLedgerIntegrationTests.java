package io.dkmio.features;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.dkmio.ConditionFailedException;
import io.dkmio.MissingKeyException;
import io.dkmio.core.ReadTransactionTemplate;
import io.dkmio.core.TransactionWrites;
import io.dkmio.core.Write;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.OtherAttributes;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.SortKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.domain.Product;
import org.junit.jupiter.api.Test;

import org.springframework.dao.EmptyResultDataAccessException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Behaviours of dkmio for Python: writes, conditions and transactions. The numbers are
 * those of {@code docs/features.md}.
 */
class PythonWritesLedgerIntegrationTests {

	private static final TableDefinition THINGS = TableDefinition.of("things", "ledger-things", "id")
		.withSortKey("part");

	private static final Ledger LEDGER = Ledger.of(PythonWritesLedgerIntegrationTests.class,
			List.of(THINGS, Ledger.PRODUCTS), Thing.class, Product.class);

	private static final Map<String, Object> EVERYTHING = Map.ofEntries(
			Map.entry("number", new BigDecimal("12345678901234567890.123456789")), Map.entry("text", "tea"),
			Map.entry("truth", true), Map.entry("bytes", ByteBuffer.wrap(new byte[] { 1, 2 })),
			Map.entry("texts", Set.of("a", "b")), Map.entry("numbers", Set.of(BigDecimal.ONE, new BigDecimal("2.5"))),
			Map.entry("blobs", Set.of(ByteBuffer.wrap(new byte[] { 3 }))),
			Map.entry("list", List.of("x", BigDecimal.TEN, List.of(false))),
			Map.entry("map", Map.of("inner", Map.of("deep", "er"))));

	private final Table table = LEDGER.dynamo().table("things");

	private final WriteTransactionTemplate transactions = new WriteTransactionTemplate(LEDGER.dynamo());

	private final ReadTransactionTemplate reads = new ReadTransactionTemplate(LEDGER.dynamo());

	/** D125, D153. */
	@Test
	void everyTypeSurvivesBatchesAndTransactions() {
		Document document = Document.of(EVERYTHING).with("id", "types").with("part", "document").with("none", null);
		this.table.batchWrite((batch) -> batch.put(document));
		assertThat(this.table.batchGet(List.of(Key.of("types", "document"))).list()).containsExactly(document);
		Thing thing = new Thing("types", "item", Instant.EPOCH, LocalDate.EPOCH, Document.of(EVERYTHING));
		this.transactions.write((tx) -> tx.insert(thing));
		Thing read = this.reads.read((tx) -> tx.get(Thing.class, thing.key())).required();
		assertThat(Document.of(read.others())).isEqualTo(Document.of(EVERYTHING));
		assertThat(read.at()).isEqualTo(Instant.EPOCH);
		Thing again = LEDGER.dynamo().batchGet(Thing.class, List.of(thing.key())).required().get(0);
		assertThat(Document.of(again.others())).isEqualTo(Document.of(EVERYTHING));
		assertThat(this.table.get("types", "item").orElseThrow()).containsAllEntriesOf(Document.of(EVERYTHING));
	}

	/** D133, D134, D135. */
	@Test
	void conditionsAreTrees() {
		this.table.put(Document.of("id", "trees", "part", "1", "version", 3, "address", Map.of("city", "Lima")));
		Condition city = attribute("address.city").eq("Lima").or(attribute("address.city").eq("Cusco"));
		Condition either = attribute("version").eq(4).and(city).or(attribute("version").eq(3).and(city.not()));
		Key key = Key.of("trees", "1");
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> this.table.update(key).set("x", 1).when(either).execute());
		this.table.update(key).set("address.city", "Quito").when(attribute("version").eq(3).and(city)).execute();
		this.table.update(key).set("x", 1).when(either).execute();
		Document changed = this.table.get(key).orElseThrow();
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> this.table.put(changed, city));
		this.table.put(changed.with("version", 4), either);
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> this.table.delete(key, either));
		this.table.delete(key, attribute("version").eq(4).and(city.not()));
		assertThat(this.table.exists(key)).isFalse();
	}

	/** D138, D142. */
	@Test
	void transactionsTakeConditions() {
		Product tea = new Product("tea", "Tea", new BigDecimal("1.50"), Set.of("drinks"));
		LEDGER.dynamo().put(tea);
		Condition known = attribute("name").eq("Tea").or(attribute("name").eq("Coffee"));
		Condition newer = attribute("at").notExists().or(attribute("at").lt(Instant.EPOCH));
		this.transactions.write((tx) -> {
			tx.put(thing("conditions"), Write.when(newer, "newer"));
			tx.check(Product.class, "tea").when(known, "known");
		});
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> this.transactions.write((tx) -> {
			tx.put(thing("conditions"), Write.when(newer, "newer"));
			tx.check(Product.class, "tea").when(known, "known");
		})).satisfies((ex) -> assertThat(ex.getConditionName()).contains("newer"));
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> this.transactions.write((tx) -> {
			tx.put(thing("other"));
			tx.check(Product.class, "tea").when(known.not(), "unknown");
		})).satisfies((ex) -> assertThat(ex.getConditionName()).contains("unknown"));
		assertThat(this.table.exists("other", "1")).isFalse();
	}

	/** D143. */
	@Test
	void aCheckAloneDemandsTheItem() {
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.transactions.write((tx) -> {
				tx.put(thing("check"));
				tx.check(Product.class, "nothing");
			}));
		assertThat(this.table.exists("check", "1")).isFalse();
	}

	/** D144. */
	@Test
	void aTransactionChecksKeysBeforeItSends() {
		LEDGER.sent().clear();
		assertMissing((tx) -> tx.update(Thing.class, Map.of("id", "x")).set("day", LocalDate.EPOCH));
		assertMissing((tx) -> tx.delete(Thing.class, Map.of("id", "x")));
		assertMissing((tx) -> tx.check(Thing.class, Map.of("part", "x")));
		assertThat(LEDGER.sent().requests()).isEmpty();
	}

	private void assertMissing(Consumer<TransactionWrites> write) {
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> this.transactions.write((tx) -> {
			tx.put(thing("before"));
			write.accept(tx);
		}));
	}

	/** D152. */
	@Test
	void aReadTransactionOfNothingSendsNothing() {
		LEDGER.sent().clear();
		List<Object> nothing = this.reads.read((tx) -> List.of());
		assertThat(nothing).isEmpty();
		assertThat(LEDGER.sent().requests()).isEmpty();
	}

	private static Thing thing(String id) {
		return new Thing(id, "1", Instant.EPOCH, LocalDate.EPOCH, Map.of());
	}

	@Item(table = "things")
	record Thing(@PartitionKey String id, @SortKey String part, Instant at, LocalDate day,
			@OtherAttributes Map<String, Object> others) {

		Map<String, Object> key() {
			return Map.of("id", this.id, "part", this.part);
		}

	}

}
