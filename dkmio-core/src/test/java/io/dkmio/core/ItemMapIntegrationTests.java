package io.dkmio.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.dkmio.InvalidKeyException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.SortKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The items of a type as a map.
 */
class ItemMapIntegrationTests {

	private static final DynamoDbClient CLIENT = LocalDynamo.client(ItemMapIntegrationTests.class);

	private static final TableDefinition SHOP = TableDefinition.of("map-shop");

	private static final TableDefinition READINGS = TableDefinition.of("readings", "map-readings", "sensor:N")
		.withSortKey("at:N");

	private static final TableDefinition BLOBS = TableDefinition.of("blobs", "map-blobs", "hash:B");

	private static final DynamoMappingContext CONTEXT = DynamoMappingContext.of(List.of(SHOP, READINGS, BLOBS),
			Task.class, Counter.class, Reading.class, Blob.class);

	private static final Task.Id ID = new Task.Id("u1", "t1");

	private static final Task TASK = new Task("u1", "t1", "open", null);

	private final RecordingExecutor executor = new RecordingExecutor(new ClientDynamoExecutor(CLIENT));

	private final DynamoTemplate dynamo = new DynamoTemplate(this.executor, CONTEXT,
			new MappingDynamoConverter(CONTEXT), Clock.systemUTC());

	private final ItemMap<Task.Id, Task> tasks = this.dynamo.asMap(Task.class, Task.Id.class);

	private final ItemMap<String, Counter> counters = this.dynamo.asMap(Counter.class, String.class);

	@BeforeAll
	static void createTables() {
		new SchemaManager(CLIENT).create(CONTEXT.getTables());
	}

	@BeforeEach
	void empty() {
		this.dynamo.table("default").asMap().withClear().clear();
		this.executor.clear();
	}

	@Test
	void getsAndPutsWithOneCallEach() {
		assertThat(this.tasks.put(ID, TASK)).isNull();
		assertThat(this.tasks.put(ID, TASK.with("done"))).isEqualTo(TASK);
		assertThat(this.executor.requests()).hasSize(2)
			.allSatisfy((each) -> assertThat(each).isInstanceOf(PutItemRequest.class));
		this.executor.clear();
		assertThat(this.tasks.get(ID)).isEqualTo(TASK.with("done"));
		this.executor.only(GetItemRequest.class);
		this.executor.clear();
		assertThat(this.tasks.containsKey(ID)).isTrue();
		assertThat(this.executor.only(GetItemRequest.class).projectionExpression()).isNotNull();
		assertThat(this.tasks.get(new Task.Id("u1", "t2"))).isNull();
		assertThat(this.tasks.getOrDefault(new Task.Id("u1", "t2"), TASK)).isSameAs(TASK);
		Map<?, Task> anyId = this.tasks;
		assertThat(anyId.get((Object) Map.of("user", "u1", "task", "t1"))).isEqualTo(TASK.with("done"));
	}

	@Test
	void refusesAnItemUnderAnotherId() {
		assertThatExceptionOfType(InvalidKeyException.class)
			.isThrownBy(() -> this.tasks.put(new Task.Id("u1", "t2"), TASK))
			.withMessage("The Task has another id than the one it is put under. Put it under its own, or change its"
					+ " properties");
		assertThatIllegalArgumentException().isThrownBy(() -> this.tasks.get(null)).withMessage("Id must not be null");
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void removesWithOneCall() {
		this.tasks.put(ID, TASK);
		this.executor.clear();
		assertThat(this.tasks.remove(ID)).isEqualTo(TASK);
		this.executor.only(DeleteItemRequest.class);
		assertThat(this.tasks.remove(ID)).isNull();
	}

	@Test
	void putsUnlessThereIsOne() {
		assertThat(this.tasks.putIfAbsent(ID, TASK)).isNull();
		assertThat(this.executor.only(PutItemRequest.class).conditionExpression())
			.isEqualTo("attribute_not_exists(#n0)");
		assertThat(this.tasks.putIfAbsent(ID, TASK.with("done"))).isEqualTo(TASK);
		assertThat(this.tasks.computeIfAbsent(ID, (id) -> TASK.with("other"))).isEqualTo(TASK);
	}

	@Test
	void replacesWhatIsThere() {
		assertThat(this.tasks.replace(ID, TASK)).isNull();
		assertThat(this.tasks.containsKey(ID)).isFalse();
		this.tasks.put(ID, TASK);
		assertThat(this.tasks.replace(ID, TASK.with("done"))).isEqualTo(TASK);
		assertThat(this.tasks.replace(ID, TASK, TASK.with("lost"))).isFalse();
		assertThat(this.tasks.replace(ID, TASK.with("done"), TASK.with("open"))).isTrue();
		assertThat(this.tasks.remove(ID, TASK.with("done"))).isFalse();
		assertThat(this.tasks.remove(ID, "no task")).isFalse();
		assertThat(this.tasks.remove(ID, TASK)).isTrue();
		assertThat(this.tasks.get(ID)).isNull();
	}

	@Test
	void comparesEveryPropertyWhenItWrites() {
		this.tasks.put(ID, new Task("u1", "t1", "open", "note"));
		this.executor.clear();
		assertThat(this.tasks.replace(ID, new Task("u1", "t1", "open", "note"), TASK)).isTrue();
		PutItemRequest put = (PutItemRequest) this.executor.requests().get(1);
		assertThat(put.conditionExpression()).contains("= :v0 AND").contains("= :v1");
		assertThat(this.tasks.replace(ID, TASK, TASK.with("done"))).isTrue();
		PutItemRequest absent = (PutItemRequest) this.executor.requests().get(3);
		assertThat(absent.conditionExpression()).contains("attribute_not_exists");
	}

	@Test
	void computesUnderConditions() {
		assertThat(this.tasks.compute(ID, (id, old) -> TASK)).isEqualTo(TASK);
		assertThat(this.tasks.computeIfPresent(ID, (id, old) -> old.with(old.status() + "!")))
			.isEqualTo(TASK.with("open!"));
		assertThat(this.tasks.merge(ID, TASK, (old, given) -> old.with("merged"))).isEqualTo(TASK.with("merged"));
		assertThat(this.tasks.computeIfPresent(ID, (id, old) -> null)).isNull();
		assertThat(this.tasks.containsKey(ID)).isFalse();
	}

	@Test
	void letsEveryOneOfSeveralCallersCount() throws Exception {
		this.counters.put("c", new Counter("c", 0, null));
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<Future<?>> calls = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			calls.add(threads.submit(this::increment));
		}
		for (Future<?> call : calls) {
			call.get(30, TimeUnit.SECONDS);
		}
		threads.shutdown();
		assertThat(this.counters.get("c")).extracting(Counter::count).isEqualTo(20);
	}

	private void increment() {
		while (true) {
			try {
				this.counters.consistent()
					.computeIfPresent("c", (id, old) -> new Counter(id, old.count() + 1, old.version()));
				return;
			}
			catch (OptimisticLockingFailureException ex) {
				// another caller was first: compute from what it has stored
			}
		}
	}

	@Test
	void keepsVersions() {
		this.counters.put("c", new Counter("c", 1, null));
		assertThat(this.counters.get("c")).isEqualTo(new Counter("c", 1, 1L));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.counters.put("c", new Counter("c", 2, null)));
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.counters.put("c", new Counter("c", 2, 7L)));
	}

	@Test
	void putsAllInBatches() {
		Map<Task.Id, Task> many = new LinkedHashMap<>();
		for (int i = 0; i < 30; i++) {
			many.put(new Task.Id("u1", "t" + i), new Task("u1", "t" + i, "open", null));
		}
		this.tasks.putAll(many);
		assertThat(this.executor.requests()).hasSize(2)
			.allSatisfy((each) -> assertThat(each).isInstanceOf(BatchWriteItemRequest.class));
		assertThat(new LinkedHashMap<>(this.tasks)).isEqualTo(many);
	}

	@Test
	void viewsShowItsTypeAloneAndWriteThrough() {
		this.tasks.put(ID, TASK);
		this.counters.put("c", new Counter("c", 1, null));
		assertThat(new ArrayList<>(this.tasks.keySet())).containsExactly(ID);
		assertThat(new ArrayList<>(this.tasks.values())).containsExactly(TASK);
		assertThat(this.tasks.containsValue(TASK)).isTrue();
		assertThat(this.tasks.values().contains(TASK.with("x"))).isFalse();
		assertThat(this.tasks.entrySet().contains(Map.entry(ID, TASK))).isTrue();
		for (Map.Entry<Task.Id, Task> entry : this.tasks.entrySet()) {
			assertThat(entry.setValue(TASK.with("done"))).isEqualTo(TASK);
		}
		assertThat(this.tasks.get(ID)).isEqualTo(TASK.with("done"));
		assertThat(this.tasks.values().remove(TASK)).isFalse();
		assertThat(this.tasks.entrySet().remove(Map.entry(ID, TASK))).isFalse();
		var ids = this.tasks.keySet().iterator();
		assertThatIllegalStateException().isThrownBy(ids::remove);
		ids.next();
		ids.remove();
		assertThat(this.tasks.isEmpty()).isTrue();
		assertThat(this.counters.keySet().remove("c")).isTrue();
	}

	@Test
	void saysHowManyThereAreByDescribingTheTable() {
		this.tasks.put(ID, TASK);
		this.executor.clear();
		assertThat(this.tasks.size()).isEqualTo(1);
		assertThat(this.tasks.keySet().size()).isEqualTo(1);
		assertThat(this.executor.requests())
			.allSatisfy((each) -> assertThat(each).isInstanceOf(DescribeTableRequest.class));
	}

	@Test
	void isClearedOfItsTypeOnlyIfThatIsAllowed() {
		this.tasks.put(ID, TASK);
		this.counters.put("c", new Counter("c", 1, null));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(this.tasks::clear)
			.withMessage("clear() would delete every Task of table 'default'. If that is meant, call"
					+ " withClear().clear()");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> this.tasks.values().clear());
		this.tasks.withClear().clear();
		assertThat(this.tasks.isEmpty()).isTrue();
		assertThat(this.counters.isEmpty()).isFalse();
	}

	@Test
	void takesKeysOfNumbersAndBytes() {
		ItemMap<Reading.Id, Reading> readings = this.dynamo.asMap(Reading.class, Reading.Id.class);
		readings.put(new Reading.Id(1, 2), new Reading(1, 2, 20.5));
		assertThat(readings.get(new Reading.Id(1, 2))).isEqualTo(new Reading(1, 2, 20.5));
		assertThat(new ArrayList<>(readings.keySet())).containsExactly(new Reading.Id(1, 2));
		SdkBytes one = SdkBytes.fromUtf8String("1");
		ItemMap<SdkBytes, Blob> blobs = this.dynamo.asMap(Blob.class, SdkBytes.class);
		blobs.put(one, new Blob(one, "one"));
		assertThat(blobs.get(one)).extracting(Blob::name).isEqualTo("one");
		assertThat(new ArrayList<>(blobs.keySet())).containsExactly(one);
	}

	@Test
	void isComparedAndShownWithoutReading() {
		assertThat(this.tasks).hasToString("Map of Task");
		assertThat(this.tasks.keySet()).hasToString("Ids of Map of Task");
		assertThat(this.tasks.equals(this.dynamo.asMap(Task.class, Task.Id.class))).isFalse();
		assertThat(this.tasks.hashCode()).isEqualTo(this.tasks.hashCode());
		assertThat(this.executor.requests()).isEmpty();
	}

	@Item(pk = "USER#{user}", sk = "TASK#{task}")
	record Task(String user, String task, String status, @Nullable String note) {

		Task with(String status) {
			return new Task(this.user, this.task, status, this.note);
		}

		record Id(String user, String task) {
		}

	}

	@Item(pk = "COUNTER#{name}", sk = "COUNTER")
	record Counter(String name, int count, @Version @Nullable Long version) {
	}

	@Item(table = "readings")
	record Reading(@PartitionKey int sensor, @SortKey long at, double value) {

		record Id(int sensor, long at) {
		}

	}

	@Item(table = "blobs")
	record Blob(@PartitionKey SdkBytes hash, String name) {
	}

}
