package io.dkmio.core;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.dkmio.ConditionFailedException;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.expression.Update;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.Fault;
import io.dkmio.test.FaultServer;
import io.dkmio.test.LocalDynamo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Version;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of versions under concurrency, and when answers are lost.
 */
class LockingIntegrationTests {

	private static final List<TableDefinition> TABLES = List.of(TableDefinition.of("counters", "counters", "id"),
			TableDefinition.of("plain", "plain", "id"));

	private static final FaultServer SERVER = FaultServer.start();

	private static DynamoTemplate dynamo;

	/** Sends requests again as the SDK does. */
	private static DynamoTemplate unreliable;

	private static DynamoDbClient faulty;

	private static URI endpoint;

	@BeforeAll
	static void createTables() {
		DynamoMappingContext context = DynamoMappingContext.of(TABLES, Counter.class, Plain.class);
		endpoint = LocalDynamo.endpoint();
		DynamoDbClient client = FaultServer.clientOf(endpoint, (configuration) -> {
		});
		new SchemaManager(client).create(TABLES);
		dynamo = new DynamoTemplate(client, context);
		faulty = SERVER.client((configuration) -> configuration.apiCallTimeout(Duration.ofSeconds(20)));
		unreliable = new DynamoTemplate(faulty, context);
	}

	@AfterAll
	static void stop() {
		faulty.close();
		SERVER.close();
	}

	@BeforeEach
	void passOn() {
		SERVER.reset();
		SERVER.always(Fault.passedTo(endpoint));
	}

	@Test
	void recognisesItsOwnInsertAndPut() {
		SERVER.next(Fault.lostAfter(endpoint));
		Counter inserted = unreliable.insert(new Counter("own-1", 1, null));
		assertThat(SERVER.calls()).hasSize(2);
		SERVER.next(Fault.lostAfter(endpoint));
		Counter put = unreliable.put(new Counter("own-1", 5, inserted.version()));
		assertThat(put.version()).isEqualTo(2);
		assertThat(dynamo.get(Counter.class, "own-1").consistent().required()).isEqualTo(put);
	}

	@Test
	void recognisesItsOwnUpdateAndDeletion() {
		Counter counter = dynamo.insert(new Counter("own-2", 1, null));
		SERVER.next(Fault.lostAfter(endpoint));
		assertThat(unreliable.update(Counter.class, "own-2")
			.set("count", 7)
			.expectVersion(1)
			.returning(ReturnedItem.ALL_NEW)).isEqualTo(new Counter("own-2", 7, 2L));
		SERVER.next(Fault.lostAfter(endpoint));
		Counter changed = unreliable.update(new Counter("own-2", 7, 2L), new Counter("own-2", 8, 2L));
		assertThat(changed).isEqualTo(new Counter("own-2", 8, 3L));
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> unreliable.delete(counter));
		SERVER.next(Fault.lostAfter(endpoint));
		unreliable.delete(changed);
		assertThat(dynamo.exists(Counter.class, "own-2")).isFalse();
	}

	@Test
	void takesNobodyElsesWriteForItsOwn() {
		dynamo.insert(new Counter("own-3", 1, null));
		dynamo.put(new Counter("own-3", 2, 1L));
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> unreliable.put(new Counter("own-3", 2, 1L)));
		SERVER.next(Fault.error(500, "InternalServerError"));
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> unreliable.put(new Counter("own-3", 9, 1L)));
		SERVER.next(Fault.error(500, "InternalServerError"));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> unreliable.insert(new Counter("own-3", 9, null)));
	}

	@Test
	void losesNoVersionedIncrementAndLosesSomeWithout() throws Exception {
		dynamo.insert(new Counter("many", 0, null));
		dynamo.put(new Plain("many-plain", 0));
		inThreads(50, 10, () -> {
			while (true) {
				Counter counter = dynamo.get(Counter.class, "many").consistent().required();
				try {
					dynamo.put(new Counter("many", counter.count() + 1, counter.version()));
					return null;
				}
				catch (OptimisticLockingFailureException ex) {
					Thread.onSpinWait();
				}
			}
		});
		inThreads(50, 10, () -> {
			Plain plain = dynamo.get(Plain.class, "many-plain").consistent().required();
			dynamo.put(new Plain("many-plain", plain.count() + 1));
			return null;
		});
		assertThat(dynamo.get(Counter.class, "many").consistent().required()).isEqualTo(new Counter("many", 500, 501L));
		assertThat(dynamo.get(Plain.class, "many-plain").consistent().required().count()).isLessThan(500);
	}

	private static void inThreads(int threads, int times, Callable<@Nullable Void> action) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Callable<@Nullable Void>> tasks = Collections.nCopies(threads, () -> {
				for (int i = 0; i < times; i++) {
					action.call();
				}
				return null;
			});
			for (Future<@Nullable Void> future : executor.invokeAll(tasks)) {
				future.get();
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void refusesTheVersionAfterTheLast() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> dynamo.put(new Counter("last", 1, Long.MAX_VALUE)))
			.withMessageContaining("is the greatest its type can hold");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(
					() -> dynamo.update(Counter.class, "last").set("count", 1).expectVersion(Long.MAX_VALUE).execute())
			.withMessageContaining("is the greatest its type can hold");
	}

	@Test
	void makesAPreparedUpdate() {
		dynamo.insert(new Counter("prepared", 1, null));
		PreparedItemUpdate<Counter> update = dynamo
			.prepare(UpdateDefinition.of(Counter.class, Update.empty().set("count", Operand.parameter(1)), 2)
				.when(attribute("count").eq(Operand.parameter(0)), "expected")
				.returning(ReturnedItem.ALL_NEW));
		assertThat(update.execute("prepared", List.of(1, 5))).isEqualTo(new Counter("prepared", 5, 2L));
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> update.execute("prepared", List.of(1, 6)))
			.satisfies((ex) -> {
				assertThat(ex.getConditionName()).contains("expected");
				assertThat(ex.getCurrent(Counter.class)).contains(new Counter("prepared", 5, 2L));
			});
		assertThat(update.describe())
			.isEqualTo("update Counter: SET count = ?1, version = if_not_exists(version, ?) + ? "
					+ "if attribute_exists(id) AND count = ?0");
	}

	@Item(table = "counters")
	record Counter(@PartitionKey String id, int count, @Version @Nullable Long version) {
	}

	@Item(table = "plain")
	record Plain(@PartitionKey String id, int count) {
	}

}
