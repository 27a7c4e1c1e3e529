package io.dkmio.core.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reads batches from DynamoDB, whole ones and such as are done in parts.
 */
class BatchReaderIntegrationTests {

	private static final DynamoDbClient CLIENT = LocalDynamo.client(BatchReaderIntegrationTests.class);

	private static final TableRead TEXTS = TableRead.of("texts");

	private static final TableRead NUMBERS = TableRead.of("numbers");

	private static final DynamoOperation OPERATION = DynamoOperation.of("batchGet").withTable("texts");

	private static final BatchOptions QUICK = BatchOptions.defaults()
		.withMaxAttempts(4)
		.withDelay(Duration.ofMillis(1), Duration.ofMillis(2));

	private final RecordingExecutor executor = new RecordingExecutor(new ClientDynamoExecutor(CLIENT));

	@BeforeAll
	static void createTables() {
		create("texts", ScalarAttributeType.S);
		create("numbers", ScalarAttributeType.N);
		for (int i = 0; i < 250; i++) {
			String id = "t" + i;
			CLIENT.putItem((put) -> put.tableName("texts").item(Map.of("id", s(id), "name", s("name of " + id))));
		}
		CLIENT.putItem((put) -> put.tableName("numbers").item(Map.of("id", n("1000"), "name", s("a thousand"))));
	}

	static void create(String table, ScalarAttributeType type) {
		CLIENT.createTable((request) -> request.tableName(table)
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.attributeDefinitions(AttributeDefinition.builder().attributeName("id").attributeType(type).build())
			.keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build()));
	}

	@BeforeEach
	void forget() {
		this.executor.clear();
	}

	@Test
	void readsInChunksOfAHundredAndKeepsTheOrder() {
		List<BatchKey> keys = IntStream.range(0, 250).mapToObj((i) -> key("t" + (249 - i))).toList();
		BatchItems found = reader(QUICK).read(keys, OPERATION);
		assertThat(found.items()).extracting((item) -> item.get("id").s())
			.containsExactlyElementsOf(IntStream.range(0, 250).mapToObj((i) -> "t" + (249 - i)).toList());
		assertThat(found.capacity()).isEqualTo(125);
		assertThat(sizes()).containsExactly(100, 100, 50);
	}

	@Test
	void readsAtOneTimeWhatNeedsSeveralRequests() {
		List<BatchKey> keys = IntStream.range(0, 250).mapToObj((i) -> key("t" + i)).toList();
		BatchReader parallel = new BatchReader(this.executor, QUICK, ParallelTasks.of(3));
		assertThat(parallel.read(keys, OPERATION).items()).extracting((item) -> item.get("id").s())
			.containsExactlyElementsOf(IntStream.range(0, 250).mapToObj((i) -> "t" + i).toList());
		assertThat(sizes()).containsExactlyInAnyOrder(100, 100, 50);
	}

	@Test
	void answersAKeyAtEachOfItsPlacesAndAsksOnce() {
		BatchItems found = reader(QUICK).read(List.of(key("t1"), key("absent"), key("t1"), key("t2")), OPERATION);
		assertThat(found.items()).extracting((item) -> item.isEmpty() ? "-" : item.get("id").s())
			.containsExactly("t1", "-", "t1", "t2");
		assertThat(sizes()).containsExactly(3);
	}

	@Test
	void takesNumbersOfOneValueForOneKey() {
		List<BatchKey> keys = List.of(NUMBERS.key(Map.of("id", n("1000")), 1), NUMBERS.key(Map.of("id", n("1e3")), 2),
				NUMBERS.key(Map.of("id", n("1000.0")), 3));
		assertThat(reader(QUICK).read(keys, OPERATION).items()).hasSize(3)
			.allSatisfy((item) -> assertThat(item.get("name").s()).isEqualTo("a thousand"));
		assertThat(sizes()).containsExactly(1);
	}

	@Test
	void readsSeveralTablesInOneRequest() {
		BatchItems found = reader(QUICK).read(List.of(NUMBERS.key(Map.of("id", n("1000")), 1), key("t7")), OPERATION);
		assertThat(found.items()).extracting((item) -> item.get("name").s())
			.containsExactly("a thousand", "name of t7");
		assertThat(this.executor.requests()).hasSize(1);
	}

	@Test
	void sendsNothingForNoKeys() {
		assertThat(reader(QUICK).read(List.of(), OPERATION).items()).isEmpty();
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void asksAgainForWhatIsLeftInTheSameWay() {
		PartialExecutor partial = new PartialExecutor(this.executor, (request, size) -> Math.min(size, 40));
		TableRead read = TEXTS.withConsistent(true).withProjection("#k, #n", Map.of("#k", "id", "#n", "name"));
		List<BatchKey> keys = IntStream.range(0, 100).mapToObj((i) -> read.key(Map.of("id", s("t" + i)), i)).toList();
		assertThat(new BatchReader(partial, QUICK).read(keys, OPERATION).items()).hasSize(100).doesNotContain(Map.of());
		assertThat(partial.requests()).isEqualTo(3);
		assertThat(this.executor.requests()).allSatisfy((request) -> {
			KeysAndAttributes sent = ((BatchGetItemRequest) request).requestItems().get("texts");
			assertThat(sent.consistentRead()).isTrue();
			assertThat(sent.projectionExpression()).isEqualTo("#k, #n");
			assertThat(sent.expressionAttributeNames()).hasSize(2);
		});
	}

	@Test
	void readsATableInTwoWaysInTwoRequests() {
		List<BatchKey> keys = List.of(key("t1"), TEXTS.withConsistent(true).key(Map.of("id", s("t2")), 2));
		assertThat(reader(QUICK).read(keys, OPERATION).items()).extracting((item) -> item.get("id").s())
			.containsExactly("t1", "t2");
		assertThat(this.executor.requests()).hasSize(2);
	}

	@Test
	void refusesAProjectionWithoutTheKey() {
		TableRead read = TEXTS.withProjection("#n", Map.of("#n", "name"));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> reader(QUICK).read(List.of(read.key(Map.of("id", s("t1")), 1)), OPERATION))
			.withMessage("Operation 'batchGet' on table 'texts' failed: its projection leaves out attributes of the"
					+ " primary key (id), without which nobody can tell which item is which. Add them to the"
					+ " projection.");
	}

	@Test
	void givesUpAfterTheAttemptsAndSaysWhatIsMissing() {
		PartialExecutor partial = new PartialExecutor(this.executor, (request, size) -> (request == 1) ? 60 : 0);
		List<BatchKey> keys = IntStream.range(0, 100).mapToObj((i) -> key("t" + i)).toList();
		assertThatExceptionOfType(BatchIncompleteException.class)
			.isThrownBy(() -> new BatchReader(partial, QUICK).read(keys, OPERATION))
			.withMessage("Operation 'batchGet' on table 'texts' failed: 40 of 100 were not read: DynamoDB gave them"
					+ " back unprocessed, and 4 attempts in succession brought nothing. The rest (60) was read;"
					+ " getUnprocessed() has what is left: try it again later, or raise the capacity of the table."
					+ " [BatchGetItem]")
			.satisfies((ex) -> assertThat(ex.getUnprocessed()).hasSize(40).contains("t60").doesNotContain("t59"));
		assertThat(partial.requests()).isEqualTo(4);
	}

	@Test
	void aRequestThatBringsSomethingBeginsTheCountAnew() {
		PartialExecutor partial = new PartialExecutor(this.executor, (request, size) -> Math.min(size, 10));
		List<BatchKey> keys = IntStream.range(0, 100).mapToObj((i) -> key("t" + i)).toList();
		assertThat(new BatchReader(partial, QUICK).read(keys, OPERATION).items()).hasSize(100);
		assertThat(partial.requests()).isEqualTo(10);
	}

	private BatchReader reader(BatchOptions options) {
		return new BatchReader(this.executor, options);
	}

	private List<Integer> sizes() {
		List<Integer> sizes = new ArrayList<>();
		this.executor.requests()
			.forEach((request) -> ((BatchGetItemRequest) request).requestItems()
				.values()
				.forEach((keys) -> sizes.add(keys.keys().size())));
		return sizes;
	}

	private static BatchKey key(String id) {
		return TEXTS.key(Map.of("id", s(id)), id);
	}

	private static AttributeValue s(String text) {
		return AttributeValue.fromS(text);
	}

	private static AttributeValue n(String number) {
		return AttributeValue.fromN(number);
	}

}
