package io.dkmio.core;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dkmio.DynamoConversionException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentResult;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;
import io.dkmio.core.expression.Patch;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexPreset;
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
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Items without a type attribute, told apart by their keys, in a table with generic key
 * slots.
 */
class RecordStyleIntegrationTests {

	private static final DynamoDbClient CLIENT = LocalDynamo.client(RecordStyleIntegrationTests.class);

	private static final TableDefinition APP = IndexPreset.add(
			TableDefinition.of("record-app").withTypeAttribute(null).withTimeToLive(null), IndexPreset.INVERTED,
			IndexPreset.G1_SORT);

	private static final DynamoMappingContext CONTEXT = DynamoMappingContext.of(List.of(APP), User.class, Task.class);

	private final RecordingExecutor executor = new RecordingExecutor(new ClientDynamoExecutor(CLIENT));

	private final DynamoTemplate dynamo = new DynamoTemplate(this.executor, CONTEXT,
			new MappingDynamoConverter(CONTEXT), Clock.systemUTC());

	private final Table table = this.dynamo.table("default");

	@BeforeAll
	static void createTable() {
		new SchemaManager(CLIENT).create(APP);
	}

	@BeforeEach
	void seed() {
		this.table.asMap().withClear().clear();
		this.dynamo.putAll(List.of(new User("u1", "Ada", null), new Task("u1", "t1", "open"),
				new Task("u1", "t2", "done"), new Task("u2", "t3", "open")));
		this.table.put(Document.of("pk", "USER#u1", "sk", "OTHER#1", "color", "red"));
		this.executor.clear();
	}

	@Test
	void aPartialSourceGivesTheKey() {
		assertThat(this.dynamo.get(Task.class, new Task("u1", "t1", null)).required().status()).isEqualTo("open");
		assertThat(this.dynamo.get(Task.class, Map.of("user", "u1", "task", "t1", "more", 1)).required().status())
			.isEqualTo("open");
		assertThat(this.dynamo.get(Task.class, new TaskEvent("created", "t1", "u1")).required().status())
			.isEqualTo("open");
		assertThat(this.executor.requests()).hasSize(3)
			.allSatisfy((each) -> assertThat(each).isInstanceOf(GetItemRequest.class));
		this.dynamo.delete(Task.class, new TaskEvent("deleted", "t1", "u1"));
		assertThat(this.dynamo.exists(Task.class, new Task("u1", "t1", null))).isFalse();
	}

	@Test
	void classesOfAPartitionAreToldApartByTheirKeys() {
		ItemCollection found = this.dynamo.collection(User.class).where(attribute("id").eq("u1")).first().orElseThrow();
		assertThat(found.single(User.class)).contains(new User("u1", "Ada", null));
		assertThat(found.get(Task.class)).extracting(Task::task).containsExactly("t1", "t2");
		assertThat(found.unmapped()).singleElement().satisfies((row) -> assertThat(row).containsEntry("color", "red"));
	}

	@Test
	void resultsHaveRowsAndWhatWasLeftOut() {
		QueryResult<Task> page = this.dynamo.query(Task.class).where(attribute("user").eq("u1")).page();
		assertThat(page.rows()).hasSize(2)
			.first()
			.satisfies((row) -> assertThat(row).containsEntry("sk", "TASK#t1").containsEntry("status", "open"));
		assertThat(page.unmapped()).isEmpty();
		assertThat(page.debug()).containsEntry("items", 2)
			.containsEntry("types", Map.of("RecordStyleIntegrationTests.Task", 2L))
			.containsEntry("unmapped", 0)
			.containsEntry("hasNext", false)
			.containsEntry("scanned", 2)
			.containsKey("capacity");
		assertThat(page.debug().toString()).doesNotContain("u1", "t1", "open");
		assertThat(page.items()).hasSize(2);
	}

	@Test
	void scansSayWhatTheyCouldNotRead() {
		ScanResult<Task> scan = this.dynamo.scan(Task.class).maxPages(3).page();
		assertThat(scan.items()).hasSize(3);
		assertThat(scan.rows()).hasSize(3);
		assertThat(scan.scannedCount()).isEqualTo(5);
		assertThat(this.dynamo.scan(User.class).count()).isEqualTo(1);
		assertThat(this.dynamo.scan(Task.class).explain())
			.isEqualTo("Scan record-app filter begins_with(pk, ?) AND begins_with(sk, ?)");
		assertThat(scan.debug()).containsEntry("completed", true).containsEntry("items", 3);
	}

	@Test
	void queriesAnIndexOverSlots() {
		List<Task> open = this.dynamo.query(Task.class).where(attribute("status").eq("open")).list();
		assertThat(open).extracting(Task::task).containsExactly("t1", "t3");
		assertThat(this.executor.only(QueryRequest.class).indexName()).isEqualTo("g1-sort");
		assertThat(this.table.index("inverted").query("TASK#t3").list()).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("pk", "USER#u2"));
	}

	@Test
	void readsTheWholeTableUpToANumberOfPages() {
		DocumentResult all = this.table.readEntireTable(1);
		assertThat(all.items()).hasSize(5);
		assertThat(all.completed()).isTrue();
		DocumentResult part = this.table.scan().pageSize(2).maxPages(2).result();
		assertThat(part.items()).hasSize(4);
		assertThat(part.completed()).isFalse();
	}

	@Test
	void patchesChangeWhatTheyName() {
		this.dynamo.put(new User("u1", "Ada", "note"));
		User named = this.dynamo.patchWith(User.class, "u1", new UserPatch("Grace", null));
		assertThat(named).isEqualTo(new User("u1", "Grace", "note"));
		User without = this.dynamo.patchWith(User.class, "u1", Map.of("note", Patch.DELETE));
		assertThat(without).isEqualTo(new User("u1", "Grace", null));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.patchWith(User.class, "u1", Map.of("role", "admin")))
			.withMessage("A patch of User names 'role', which is no property of it; it has id, name, note. Nothing was"
					+ " sent");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.patchWith(User.class, "u1", Map.of("id", "u2")))
			.withMessageContaining("is part of the primary key");
		assertThat(this.dynamo.patchWith(User.class, "u1", new UserPatch(null, null))).isEqualTo(without);
		assertThat(this.dynamo.patchWith(User.class, "u1", new UserPatch(null, Optional.of("x"))).note())
			.isEqualTo("x");
	}

	@Test
	void patchesOfDocumentsSendNothingForNothing() {
		Key key = Key.of("USER#u1", "OTHER#1");
		this.table.patch(key, Map.of());
		assertThat(this.executor.requests()).isEmpty();
		Map<String, @Nullable Object> changes = new HashMap<>();
		changes.put("color", null);
		changes.put("a.b", 1);
		this.table.patch(key, changes);
		assertThat(this.table.get(key)).contains(Document.of("pk", "USER#u1", "sk", "OTHER#1", "a.b", 1));
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.table.patch(Key.of("USER#u9", "OTHER#1"), Map.of("color", "blue")));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.table.patch(key, Map.of("sk", "x")));
	}

	@Test
	void strictTypesRefuseAttributesTheyDoNotKnow() {
		this.table.patch(Key.of("USER#u1", "USER"), Map.of("added", "later"));
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> this.dynamo.get(User.class, "u1").required())
			.withMessageContaining("attribute 'added', which no property of User names, and the type is strict");
		this.table.patch(Key.of("USER#u1", "TASK#t1"), Map.of("added", "later"));
		assertThat(this.dynamo.get(Task.class, new Task("u1", "t1", null)).required().status()).isEqualTo("open");
	}

	@Item(pk = "USER#{id}", sk = "USER", strict = true)
	record User(String id, String name, @Nullable String note) {
	}

	@Item(pk = "USER#{user}", sk = "TASK#{task}")
	@GlobalIndex(name = "g1-sort", pk = "STATUS#{status}")
	record Task(String user, String task, @Nullable String status) {
	}

	record TaskEvent(String kind, String task, String user) {
	}

	@SuppressWarnings("NullableOptional") // null leaves alone, empty removes
	record UserPatch(@Nullable String name, @Nullable Optional<String> note) {
	}

}
