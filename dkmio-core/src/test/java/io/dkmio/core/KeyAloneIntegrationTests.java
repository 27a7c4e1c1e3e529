package io.dkmio.core;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.document.Document;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Version;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Properties that are stored in the key alone.
 */
class KeyAloneIntegrationTests {

	private static final DynamoDbClient CLIENT = LocalDynamo.client(KeyAloneIntegrationTests.class);

	private static final TableDefinition TABLE = TableDefinition.of("key-alone")
		.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))
		.withIndex(IndexDefinition.global("by-device").withPartitionKey("device"));

	private static final DynamoMappingContext CONTEXT = DynamoMappingContext.of(List.of(TABLE), Event.class,
			Visit.class);

	private static final Instant AT = Instant.parse("2026-03-01T10:00:00.5Z");

	private final DynamoTemplate dynamo = new DynamoTemplate(new RecordingExecutor(new ClientDynamoExecutor(CLIENT)),
			CONTEXT, new MappingDynamoConverter(CONTEXT), Clock.systemUTC());

	@BeforeAll
	static void createTable() {
		new SchemaManager(CLIENT).create(TABLE);
	}

	@BeforeEach
	void empty() {
		this.dynamo.table("default").asMap().withClear().clear();
	}

	@Test
	void storesThemOnceAndReadsThemFromTheKey() {
		Event event = new Event("a#b", AT, -7, "login", null);
		Event stored = this.dynamo.insert(event);
		Document row = this.dynamo.table("default").scan().list().get(0);
		assertThat(row).containsOnlyKeys("pk", "sk", "gsi1pk", "gsi1sk", "_type", "kind", "version");
		assertThat(this.dynamo.get(Event.class, new Event("a#b", AT, -7, null, null)).required())
			.isEqualTo(new Event("a#b", AT, -7, "login", 1L))
			.isEqualTo(stored);
		assertThat(this.dynamo.query(Event.class).where(attribute("user").eq("a#b")).list()).containsExactly(stored);
		assertThat(this.dynamo.query(Event.class).where(attribute("kind").eq("login")).list()).containsExactly(stored);
	}

	@Test
	void updatesAndUpsertsKeepIndexKeysRight() {
		Event stored = this.dynamo.insert(new Event("u1", AT, 1, "login", null));
		Event changed = this.dynamo.update(stored, new Event("u1", AT, 1, "logout", 1L));
		assertThat(this.dynamo.query(Event.class).where(attribute("kind").eq("logout")).list())
			.containsExactly(changed);
		assertThat(this.dynamo.update(Event.class, stored).set("kind", "other").returning(ReturnedItem.ALL_NEW).kind())
			.isEqualTo("other");
		assertThat(this.dynamo.upsert(new Event("u2", AT, 2, "login", null)).user()).isEqualTo("u2");
		assertThat(this.dynamo.table("default").scan().list())
			.allSatisfy((row) -> assertThat(row).doesNotContainKeys("user", "at", "number"));
		assertThat(this.dynamo.query(Event.class).where(attribute("kind").eq("login")).list()).extracting(Event::user)
			.containsExactly("u2");
	}

	@Test
	void refusesToFilterOrSelectWhatIsNoAttribute() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.scan(Event.class).filter(attribute("number").eq(1)).list())
			.withMessageContaining("'number' of Event is in its key alone");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(
				() -> this.dynamo.query(Event.class).where(attribute("user").eq("u1")).select("number", "kind").list())
			.withMessageContaining("'number' of Event is in its key alone");
	}

	@Test
	void storesWhatAnIndexNeeds() {
		this.dynamo.insert(new Visit("d1", "v1"));
		assertThat(this.dynamo.table("default").scan().list().get(0)).containsOnlyKeys("pk", "sk", "_type", "device");
		assertThat(this.dynamo.get(Visit.class, new Visit("d1", "v1")).required()).isEqualTo(new Visit("d1", "v1"));
		assertThat(
				CONTEXT.getRequiredPersistentEntity(Visit.class).getRequiredPersistentProperty("visit").isInKeyAlone())
			.isTrue();
		assertThat(
				CONTEXT.getRequiredPersistentEntity(Visit.class).getRequiredPersistentProperty("device").isInKeyAlone())
			.isFalse();
	}

	@Item(pk = "USER#{user}", sk = "EVENT#{at}#{number}", storeKeyAttributes = false)
	@GlobalIndex(name = "gsi1", pk = "KIND#{kind}", sk = "{at}")
	record Event(String user, Instant at, int number, @Nullable String kind, @Version @Nullable Long version) {
	}

	@Item(pk = "DEVICE#{device}", sk = "VISIT#{visit}", storeKeyAttributes = false)
	record Visit(String device, String visit) {
	}

}
