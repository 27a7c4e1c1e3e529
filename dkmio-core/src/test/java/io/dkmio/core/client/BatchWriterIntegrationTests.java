package io.dkmio.core.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.dkmio.BatchIncompleteException;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.PartialExecutor;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Writes batches to DynamoDB, whole ones and such as are done in parts.
 */
class BatchWriterIntegrationTests {

	private static final DynamoDbClient CLIENT = LocalDynamo.client(BatchWriterIntegrationTests.class);

	private static final DynamoOperation OPERATION = DynamoOperation.of("putAll").withTable("things");

	private static final BatchOptions QUICK = BatchOptions.defaults()
		.withMaxAttempts(4)
		.withDelay(Duration.ofMillis(1), Duration.ofMillis(2));

	private final RecordingExecutor executor = new RecordingExecutor(new ClientDynamoExecutor(CLIENT));

	@BeforeAll
	static void createTable() {
		CLIENT.createTable((request) -> request.tableName("things")
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.attributeDefinitions(
					AttributeDefinition.builder().attributeName("id").attributeType(ScalarAttributeType.N).build())
			.keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build()));
	}

	@BeforeEach
	void empty() {
		CLIENT.scanPaginator((scan) -> scan.tableName("things").projectionExpression("id"))
			.items()
			.forEach((key) -> CLIENT.deleteItem((delete) -> delete.tableName("things").key(key)));
		this.executor.clear();
	}

	@Test
	void writesInChunksOfTwentyFive() {
		new BatchWriter(this.executor, QUICK).write(puts(60), OPERATION);
		assertThat(stored()).isEqualTo(60);
		assertThat(sizes()).containsExactly(25, 25, 10);
	}

	@Test
	void sendsNothingForNoWrites() {
		new BatchWriter(this.executor, QUICK).write(List.of(), OPERATION);
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void theLastWriteOfAnItemCounts() {
		new BatchWriter(this.executor, QUICK).write(List.of(put("1000", "first"), put("1e3", "second"),
				put("2", "first"), BatchWrite.delete("things", Map.of("id", n("2.0")), "third")), OPERATION);
		assertThat(sizes()).containsExactly(2);
		assertThat(stored()).isEqualTo(1);
		assertThat(CLIENT.getItem((get) -> get.tableName("things").key(Map.of("id", n("1000")))).item().get("text").s())
			.isEqualTo("second");
	}

	@Test
	void sendsFewerWhereTheyAreLarge() {
		String control = "\u0001".repeat(300_000);
		List<BatchWrite> large = IntStream.range(0, 20).mapToObj((i) -> put("" + i, control)).toList();
		new BatchWriter(this.executor, QUICK).write(large, OPERATION);
		assertThat(sizes()).containsExactly(9, 9, 2);
		assertThat(stored()).isEqualTo(20);
	}

	@Test
	void sendsAgainWhatIsLeft() {
		PartialExecutor partial = new PartialExecutor(this.executor, (request, size) -> (size + 1) / 2);
		new BatchWriter(partial, QUICK).write(puts(25), OPERATION);
		assertThat(stored()).isEqualTo(25);
		assertThat(sizes()).containsExactly(13, 6, 3, 2, 1);
	}

	@Test
	void saysWhatWasWrittenAndWhatNotIfTheSecondChunkIsNeverDone() {
		PartialExecutor partial = new PartialExecutor(this.executor, (request, size) -> (request == 1) ? 25 : 0);
		assertThatExceptionOfType(BatchIncompleteException.class)
			.isThrownBy(() -> new BatchWriter(partial, QUICK).write(puts(60), OPERATION))
			.withMessage("Operation 'putAll' on table 'things' failed: 35 of 60 were not written: DynamoDB gave them"
					+ " back unprocessed, and 4 attempts in succession brought nothing. The rest (25) was written;"
					+ " getUnprocessed() has what is left: try it again later, or raise the capacity of the table."
					+ " [BatchWriteItem]")
			.satisfies((ex) -> {
				assertThat(ex.getProcessed()).hasSize(25).contains("0", "24");
				assertThat(ex.getUnprocessed()).hasSize(35).contains("25", "59");
				assertThat(ex.getOperation().operation()).isEqualTo("putAll");
			});
		assertThat(partial.requests()).isEqualTo(5);
		assertThat(stored()).isEqualTo(25);
	}

	@Test
	void saysWhatWasWrittenIfALaterChunkIsRefused() {
		List<BatchWrite> writes = new ArrayList<>(puts(60));
		writes.set(30, BatchWrite.put("things", Set.of("id"), Map.of("id", AttributeValue.fromS("no number")), "30"));
		assertThatExceptionOfType(BatchIncompleteException.class)
			.isThrownBy(() -> new BatchWriter(this.executor, QUICK).write(writes, OPERATION))
			.withMessage("Operation 'putAll' on table 'things' failed: 35 of 60 were not written: a request failed"
					+ " with InvalidDataAccessApiUsageException. The rest (25) was written; getUnprocessed() has what is"
					+ " left: try it again later, or correct first what the cause of this exception names."
					+ " [BatchWriteItem: ValidationException]")
			.withCauseInstanceOf(InvalidDataAccessApiUsageException.class);
		assertThat(sizes()).containsExactly(25, 25);
	}

	@Test
	void aPermanentErrorCostsOneRequestAndIsItself() {
		List<BatchWrite> writes = new ArrayList<>(puts(60));
		writes.set(3, BatchWrite.put("things", Set.of("id"), Map.of("id", AttributeValue.fromS("no number")), "3"));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> new BatchWriter(this.executor, QUICK).write(writes, OPERATION));
		assertThat(this.executor.requests()).hasSize(1);
		assertThat(stored()).isZero();
	}

	@Test
	void givesUpAfterTheTime() {
		BatchOptions short_ = BatchOptions.defaults()
			.withMaxAttempts(1000)
			.withMaxTime(Duration.ofMillis(200))
			.withDelay(Duration.ofMillis(20), Duration.ofMillis(20));
		PartialExecutor partial = new PartialExecutor(this.executor, (request, size) -> 0);
		long begin = System.nanoTime();
		assertThatExceptionOfType(BatchIncompleteException.class)
			.isThrownBy(() -> new BatchWriter(partial, short_).write(puts(5), OPERATION))
			.withMessageContaining("5 of 5 were not written: DynamoDB gave them back unprocessed for 200 milliseconds");
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(100),
				Duration.ofMillis(400));
	}

	@Test
	void anInterruptEndsAPauseAtOnceWithTheFlagSet() throws InterruptedException {
		BatchOptions slow = BatchOptions.defaults().withDelay(Duration.ofSeconds(10), Duration.ofSeconds(10));
		interrupt(new BatchWriter(new PartialExecutor(this.executor, (request, size) -> 0), slow));
	}

	@Test
	void anInterruptEndsAPauseOfAnyThreadAtOnce() throws InterruptedException {
		BatchOptions slow = BatchOptions.defaults().withDelay(Duration.ofSeconds(10), Duration.ofSeconds(10));
		interrupt(new BatchWriter(new PartialExecutor(this.executor, (request, size) -> 0), slow, ParallelTasks.of(3)));
	}

	private static void interrupt(BatchWriter writer) throws InterruptedException {
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		AtomicReference<Boolean> flag = new AtomicReference<>();
		Thread thread = new Thread(() -> {
			try {
				writer.write(puts(60), OPERATION);
			}
			catch (RuntimeException ex) {
				thrown.set(ex);
				flag.set(Thread.currentThread().isInterrupted());
			}
		});
		thread.start();
		Thread.sleep(300);
		long begin = System.nanoTime();
		thread.interrupt();
		thread.join(5000);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(100));
		assertThat(thrown.get()).isInstanceOf(BatchIncompleteException.class)
			.hasMessageContaining("were not written: the thread was interrupted, and its flag is set again");
		assertThat(flag.get()).isTrue();
	}

	private static List<BatchWrite> puts(int count) {
		return IntStream.range(0, count).mapToObj((i) -> put("" + i, "text")).toList();
	}

	private static BatchWrite put(String id, String text) {
		return BatchWrite.put("things", Set.of("id"), Map.of("id", n(id), "text", AttributeValue.fromS(text)), id);
	}

	private static int stored() {
		return CLIENT.scanPaginator((scan) -> scan.tableName("things").projectionExpression("id"))
			.items()
			.stream()
			.toList()
			.size();
	}

	private List<Integer> sizes() {
		return this.executor.requests()
			.stream()
			.map((request) -> ((BatchWriteItemRequest) request).requestItems().get("things").size())
			.toList();
	}

	private static AttributeValue n(String number) {
		return AttributeValue.fromN(number);
	}

}
