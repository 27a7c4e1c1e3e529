package io.dkmio.features;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.dkmio.ConditionFailedException;
import io.dkmio.DynamoConversionException;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.Write;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.Table;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.LocalIndex;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.mapping.event.BeforeConvertCallback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.callback.EntityCallbacks;

import static io.dkmio.core.ReturnedItem.ALL_NEW;
import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Behaviours of dynamojo. The numbers are those of {@code docs/features.md}.
 */
class DynamojoLedgerIntegrationTests {

	private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");

	private static final TableDefinition ALARMS = TableDefinition.of("alarms", "ledger-alarms", "pk")
		.withSortKey("sk")
		.withKeySeparator('|')
		.withIndex(IndexDefinition.global("gsi0").withPartitionKey("gsi0_pk").withSortKey("gsi0_sk"))
		.withIndex(IndexDefinition.local("lsi0").withSortKey("lsi0_sk"));

	private static final Ledger LEDGER = Ledger.of(DynamojoLedgerIntegrationTests.class, List.of(ALARMS), Alarm.class,
			Sheet.class, Contact.class);

	private final DynamoTemplate dynamo = LEDGER.dynamo();

	private final Table table = this.dynamo.table("alarms");

	/** J3, J10, J12, J55, J64, J69. */
	@Test
	void mapsAModel() {
		Alarm alarm = this.dynamo.insert(alarm("models", "fire"));
		this.dynamo.insert(alarm("models", "water"));
		LEDGER.sent().clear();
		assertThat(this.dynamo.query(Alarm.class)
			.where(attribute("type").eq("ALARM").and(attribute(Alarm::at).gte(NOW)))
			.filter(attribute("account").eq("models").and(attribute("name").eq("fire")))
			.list()).containsExactly(alarm);
		QueryRequest request = LEDGER.sent().only(QueryRequest.class);
		assertThat(request.indexName()).isEqualTo("gsi0");
		assertThat(request.expressionAttributeNames().values()).contains("gsi0_pk", "gsi0_sk", "account", "name");
	}

	/** J16. */
	@Test
	void joinsAttributes() {
		this.dynamo.insert(alarm("joined", "fire"));
		assertThat(this.table.query("joined").first().orElseThrow().string("lsi0_sk"))
			.isEqualTo("ALARM|fire|2026-01-31T10:15:30.000000000Z");
		LEDGER.sent().clear();
		assertThat(this.dynamo.query(Alarm.class)
			.where(attribute("account").eq("joined")
				.and(attribute("type").eq("ALARM"))
				.and(attribute("name").beginsWith("fi")))
			.list()).hasSize(1);
		assertThat(LEDGER.sent().only(QueryRequest.class).indexName()).isEqualTo("lsi0");
	}

	/** J5. */
	@Test
	void validatesBeforeItWrites() {
		DynamoMappingContext context = this.dynamo.getConverter().getMappingContext();
		DynamoTemplate validating = new DynamoTemplate(new ClientDynamoExecutor(LEDGER.client()), context,
				new MappingDynamoConverter(context), Clock.systemUTC());
		BeforeConvertCallback<Alarm> validator = (alarm, table) -> {
			if (alarm.severity() == null || alarm.severity() > 5) {
				throw new IllegalArgumentException("severity must be 5 or less");
			}
			return alarm;
		};
		validating.setEntityCallbacks(EntityCallbacks.create(validator));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> validating.insert(new Alarm("validated", NOW, "ALARM", "fire", 6)))
			.withMessage("severity must be 5 or less");
		assertThat(this.table.query("validated").count()).isZero();
		validating.insert(alarm("validated", "fire"));
		assertThat(this.table.query("validated").count()).isEqualTo(1);
	}

	/** J26. */
	@Test
	void insertsUnderAConditionOfItsOwn() {
		Write absent = Write.when(attribute("pk").notExists().and(attribute("severity").ne(5)), "absent");
		this.dynamo.put(alarm("insert", "fire"), absent);
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> this.dynamo.put(alarm("insert", "fire"), absent))
			.satisfies((ex) -> assertThat(ex.getConditionName()).contains("absent"));
	}

	/** J18. */
	@Test
	void changesValuesAsTheyAreSet() {
		Contact contact = this.dynamo.insert(new Contact("c1", " Ada@Example.ORG "));
		assertThat(contact.email()).isEqualTo("ada@example.org");
		assertThat(this.table.get("CONTACT|c1", "CONTACT").orElseThrow().string("email")).isEqualTo("ada@example.org");
	}

	/** J31, J32. */
	@Test
	void removesWhatVanished() {
		Alarm alarm = this.dynamo.insert(alarm("vanished", "fire"));
		LEDGER.sent().clear();
		Alarm changed = this.dynamo.update(alarm, new Alarm("vanished", NOW, null, "fire", null));
		assertThat(changed).isEqualTo(new Alarm("vanished", NOW, null, "fire", null));
		assertThat(LEDGER.sent().only(UpdateItemRequest.class).updateExpression()).startsWith("REMOVE");
		assertThat(this.table.query("vanished").first().orElseThrow()).doesNotContainKeys("type", "severity", "gsi0_pk",
				"lsi0_sk");
	}

	/** J33 to J42. */
	@Test
	void doesEveryAtomicOperation() {
		this.dynamo.insert(new Sheet("atomic", "draft", List.of("a", "b", "c"), List.of("b"), List.of("y"), 1,
				new BigDecimal("0.5"), Map.of("a", Map.of("b", Map.of("c", 1, "d", 2))), null));
		LEDGER.sent().clear();
		Sheet changed = this.dynamo.update(Sheet.class, "atomic")
			.set("status", "final")
			.set("list[0]", "A")
			.remove("list[1]")
			.append("grown", "c")
			.prepend("led", "x")
			.add("count", 2)
			.add("ratio", new BigDecimal("0.25"))
			.set("tree.a.b.c", 3)
			.remove("tree.a.b.d")
			.setIfAbsent("first", "now")
			.returning(ALL_NEW);
		LEDGER.sent().only(UpdateItemRequest.class);
		assertThat(changed).isEqualTo(new Sheet("atomic", "final", List.of("A", "c"), List.of("b", "c"),
				List.of("x", "y"), 3, new BigDecimal("0.75"), Map.of("a", Document.of("b", Map.of("c", 3))), "now"));
		this.dynamo.update(Sheet.class, "atomic").setIfAbsent("first", "later").execute();
		assertThat(this.dynamo.get(Sheet.class, "atomic").required().first()).isEqualTo("now");
	}

	/** J45. */
	@Test
	void refusesOperationsOfAnotherType() {
		Sheet sheet = this.dynamo.insert(new Sheet("types", "draft", List.of("a"), List.of(), List.of(), 1,
				new BigDecimal("0.5"), Map.of(), null));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.update(Sheet.class, "types").append("count", 1).execute());
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> this.dynamo.update(Sheet.class, "types").add("status", 1).execute());
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.get(Sheet.class, "types").select("nothing").required());
		assertThat(this.dynamo.get(Sheet.class, "types").required()).isEqualTo(sheet);
		assertThat(this.dynamo.update(Sheet.class, "types").set(Sheet::status, "final").returning(ALL_NEW).status())
			.isEqualTo("final");
	}

	private static Alarm alarm(String account, String name) {
		return new Alarm(account, NOW.plusSeconds(name.length() - 4), "ALARM", name, 5);
	}

	@Item(table = "alarms", pk = "{account}", sk = "{at}")
	@GlobalIndex(name = "gsi0", pk = "{type}", sk = "{at}")
	@LocalIndex(name = "lsi0", sk = "{type}|{name}|{at}")
	record Alarm(String account, Instant at, @Nullable String type, @Nullable String name, @Nullable Integer severity) {

	}

	@Item(table = "alarms", pk = "SHEET|{id}", sk = "SHEET")
	record Sheet(String id, @Nullable String status, List<String> list, List<String> grown, List<String> led, int count,
			BigDecimal ratio, Map<String, Object> tree, @Nullable String first) {
	}

	@Item(table = "alarms", pk = "CONTACT|{id}", sk = "CONTACT")
	record Contact(String id, String email) {

		Contact {
			email = email.strip().toLowerCase(Locale.ROOT);
		}

	}

}
