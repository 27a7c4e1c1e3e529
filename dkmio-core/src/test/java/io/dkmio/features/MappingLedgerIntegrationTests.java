package io.dkmio.features;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.dkmio.ConditionFailedException;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentMap;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;
import io.dkmio.core.mapping.TableDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Behaviours of dynamodb-mapping. The numbers are those of {@code docs/features.md}. The
 * keys of the table are reserved words.
 */
class MappingLedgerIntegrationTests {

	private static final Ledger LEDGER = Ledger.of(MappingLedgerIntegrationTests.class,
			List.of(TableDefinition.of("items", "ledger-items", "name").withSortKey("date")));

	private final Table table = LEDGER.dynamo().table("items");

	private final DocumentMap map = this.table.asMap();

	@BeforeEach
	void begin() {
		this.map.withClear().clear();
		for (int i = 0; i < 4; i++) {
			this.map.put(Key.of("n", "d" + i), Document.of("price", i));
		}
		LEDGER.sent().clear();
	}

	/** M12, M17. */
	@Test
	void modifiesItems() {
		Document changed = this.table.update("n", "d1")
			.set("title", "x")
			.remove("price")
			.returning(ReturnValue.ALL_NEW);
		assertThat(changed).isEqualTo(Document.of("name", "n", "date", "d1", "title", "x"));
		this.map.computeIfPresent(Key.of("n", "d2"), (key, old) -> old.with("price", 9));
		assertThat(this.map.get(Key.of("n", "d2")).integer("price")).isEqualTo(9);
		assertThat(this.table.get("n", "d3").orElseThrow().integer("price")).isEqualTo(3);
	}

	/** M15, X31. */
	@Test
	void deletesWhatMustBeThereWithOneCall() {
		this.table.delete(Key.of("n", "d1"), attribute("name").exists());
		assertThat(LEDGER.sent().only(DeleteItemRequest.class).conditionExpression())
			.isEqualTo("attribute_exists(#n0)");
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> this.table.delete(Key.of("n", "d1"), attribute("name").exists()));
	}

	/** M20. */
	@Test
	void readsPagesAsTheyAreNeeded() {
		try (Stream<Document> stream = this.table.scan().pageSize(1).stream()) {
			Iterator<Document> each = stream.iterator();
			assertThat(LEDGER.sent().requests()).isEmpty();
			each.next();
			assertThat(LEDGER.sent().requests()).hasSize(1);
			each.next();
			assertThat(LEDGER.sent().requests()).hasSize(2);
		}
	}

	/** M24, M25. */
	@Test
	void iteratesWithOneScan() {
		List<Map.Entry<Key, Document>> entries = new ArrayList<>(this.map.entrySet());
		assertThat(entries).hasSize(4);
		List<Document> values = new ArrayList<>();
		this.map.values().iterator().forEachRemaining(values::add);
		assertThat(values).hasSize(4);
		assertThat(LEDGER.sent().requests()).filteredOn((each) -> each instanceof ScanRequest).hasSize(2);
		assertThat(LEDGER.sent().requests()).noneMatch((each) -> each.getClass().getSimpleName().startsWith("GetItem"));
	}

	/** X30. */
	@Test
	void keysMayBeReservedWords() {
		assertThat(this.map.keySet()).contains(Key.of("n", "d3"));
		assertThat(LEDGER.sent().requests()).isNotEmpty();
		assertThat(this.table.scan().select("name", "date").list()).hasSize(4);
	}

}
