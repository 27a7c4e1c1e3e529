package io.dkmio.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.dkmio.CancellationReason;
import io.dkmio.ConditionFailedException;
import io.dkmio.FailedOperation;
import io.dkmio.ThrottledException;
import io.dkmio.WriteTransactionCanceledException;
import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ObservingDynamoExecutor}.
 */
class ObservingDynamoExecutorUnitTests {

	private static final DynamoOperation QUERY = DynamoOperation.of("query")
		.withTable("shop", "default")
		.withIndex("gsi1")
		.withItemType("Order")
		.withRepositoryMethod("OrderRepository.findByStatus");

	private static final DynamoOperation PUT = DynamoOperation.of("put")
		.withTable("shop", "default")
		.withItemType("Order");

	private static final Map<String, AttributeValue> ITEM = Map.of("pk", AttributeValue.fromS("x"));

	private static final ConsumedCapacity TWO_UNITS = ConsumedCapacity.builder().capacityUnits(2.0).build();

	private static final QueryResponse PAGE = QueryResponse.builder()
		.items(List.of(ITEM))
		.count(1)
		.scannedCount(5)
		.consumedCapacity(TWO_UNITS)
		.build();

	private final TestObservationRegistry observations = TestObservationRegistry.create();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final List<Observation.Context> ended = new ArrayList<>();

	@BeforeEach
	void keepWhatHasEnded() {
		this.observations.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				ObservingDynamoExecutorUnitTests.this.ended.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
	}

	@Test
	void namesWhatIsDone() {
		executor(PAGE).query(QueryRequest.builder().build(), QUERY);
		assertThat(this.observations).hasSingleObservationThat()
			.hasNameEqualTo("dkmio.operation")
			.hasContextualNameEqualTo("Query shop")
			.hasOnlyKeys("action", "index", "item.type", "operation", "outcome", "repository.method", "table")
			.hasLowCardinalityKeyValue("action", "Query")
			.hasLowCardinalityKeyValue("operation", "query")
			.hasLowCardinalityKeyValue("table", "shop")
			.hasLowCardinalityKeyValue("index", "gsi1")
			.hasLowCardinalityKeyValue("item.type", "Order")
			.hasLowCardinalityKeyValue("repository.method", "OrderRepository.findByStatus")
			.hasLowCardinalityKeyValue("outcome", "success")
			.hasBeenStarted()
			.hasBeenStopped();
	}

	@Test
	void saysNoneOfWhatIsNotKnown() {
		executor(PAGE).query(QueryRequest.builder().build(), DynamoOperation.of("query"));
		assertThat(this.observations).hasSingleObservationThat()
			.hasContextualNameEqualTo("Query")
			.hasLowCardinalityKeyValue("table", "none")
			.hasLowCardinalityKeyValue("index", "none")
			.hasLowCardinalityKeyValue("item.type", "none")
			.hasLowCardinalityKeyValue("repository.method", "none");
	}

	@Test
	void saysHowItEnded() {
		RuntimeException failure = new ThrottledException("slow down", facts(), List.of(), null);
		DynamoExecutor executor = executor(() -> {
			throw failure;
		});
		assertThatExceptionOfType(ThrottledException.class)
			.isThrownBy(() -> executor.query(QueryRequest.builder().build(), QUERY))
			.isSameAs(failure);
		assertThat(this.observations).hasSingleObservationThat()
			.hasLowCardinalityKeyValue("outcome", "throttled")
			.hasError(failure)
			.hasBeenStopped();
	}

	@Test
	void tellsHandlersWhatTheAnswerSays() {
		executor(PAGE).query(QueryRequest.builder().build(), QUERY);
		DynamoObservationContext context = context();
		assertThat(context.getConsumedCapacity()).hasValue(2);
		assertThat(context.getItemsEvaluated()).hasValue(5);
		assertThat(context.getItemsReturned()).hasValue(1);
		assertThat(context.getOutcome()).isEqualTo(Outcome.SUCCESS);
	}

	@Test
	void tellsHandlersOfAWriteWhatItCost() {
		executor(PutItemResponse.builder().consumedCapacity(TWO_UNITS).build())
			.putItem(PutItemRequest.builder().build(), PUT);
		assertThat(context().getConsumedCapacity()).hasValue(2);
		assertThat(context().getItemsEvaluated()).isEmpty();
		assertThat(context().getItemsReturned()).isEmpty();
	}

	@Test
	void tellsHandlersNothingOfAnAnswerThatDidNotCome() {
		refuse(new DataAccessResourceFailureException("unreachable"));
		assertThat(context().getConsumedCapacity()).isEmpty();
		assertThat(context().getItemsEvaluated()).isEmpty();
		assertThat(context().getItemsReturned()).isEmpty();
		assertThat(context().getOutcome()).isEqualTo(Outcome.UNAVAILABLE);
	}

	@Test
	void nestsUnderTheCaller() {
		Observation caller = Observation.start("caller", this.observations);
		Observation[] parent = new Observation[1];
		DynamoExecutor executor = executor(() -> {
			Observation current = this.observations.getCurrentObservation();
			parent[0] = (Observation) current.getContext().getParentObservation();
			return PAGE;
		});
		caller.scoped(() -> {
			executor.query(QueryRequest.builder().build(), QUERY);
		});
		assertThat(parent[0]).isSameAs(caller);
		assertThat(this.observations.getCurrentObservation()).isNull();
	}

	@Test
	void takesTheConventionOfTheApplication() {
		DynamoObservationConvention own = new DefaultDynamoObservationConvention() {

			@Override
			public String getName() {
				return "shop.database";
			}

		};
		ObservingDynamoExecutor.observe(new Stub(() -> PAGE), this.observations, null, own)
			.query(QueryRequest.builder().build(), QUERY);
		assertThat(this.observations).hasSingleObservationThat().hasNameEqualTo("shop.database");
	}

	@Test
	void costsNothingWhereNobodyLooks() {
		DynamoExecutor executor = new Stub(() -> PAGE);
		assertThat(ObservingDynamoExecutor.observe(executor, ObservationRegistry.NOOP, null, null)).isSameAs(executor);
	}

	@Test
	void countsWithoutObservations() {
		ObservingDynamoExecutor.observe(new Stub(() -> PAGE), ObservationRegistry.NOOP, this.meters, null)
			.query(QueryRequest.builder().build(), QUERY);
		assertThat(count("dkmio.capacity", "kind", "read")).isEqualTo(2);
	}

	@Test
	void countsCapacityAndItemsOfAQuery() {
		executor(PAGE).query(QueryRequest.builder().build(), QUERY);
		assertThat(count("dkmio.capacity", "kind", "read", "index", "gsi1", "table", "shop", "operation", "query"))
			.isEqualTo(2);
		assertThat(count("dkmio.items.evaluated", "item.type", "Order")).isEqualTo(5);
		assertThat(count("dkmio.items.returned", "item.type", "Order")).isEqualTo(1);
	}

	@Test
	void countsItemsOfEveryRead() {
		executor(GetItemResponse.builder().item(ITEM).consumedCapacity(TWO_UNITS).build())
			.getItem(GetItemRequest.builder().build(), DynamoOperation.of("get"));
		executor(GetItemResponse.builder().build()).getItem(GetItemRequest.builder().build(),
				DynamoOperation.of("get"));
		executor(ScanResponse.builder().count(1).scannedCount(9).consumedCapacity(TWO_UNITS).build())
			.scan(ScanRequest.builder().build(), DynamoOperation.of("scan"));
		executor(BatchGetItemResponse.builder()
			.responses(Map.of("shop", List.of(ITEM, ITEM)))
			.consumedCapacity(TWO_UNITS, TWO_UNITS)
			.build()).batchGetItem(BatchGetItemRequest.builder().build(), DynamoOperation.of("batchGet"));
		executor(TransactGetItemsResponse.builder()
			.responses(ItemResponse.builder().item(ITEM).build(), ItemResponse.builder().build())
			.consumedCapacity(TWO_UNITS)
			.build()).transactGetItems(TransactGetItemsRequest.builder().build(), DynamoOperation.of("read"));
		assertThat(count("dkmio.items.returned", "operation", "get")).isEqualTo(1);
		assertThat(count("dkmio.items.evaluated", "operation", "scan")).isEqualTo(9);
		assertThat(count("dkmio.items.returned", "operation", "batchGet")).isEqualTo(2);
		assertThat(count("dkmio.capacity", "operation", "batchGet")).isEqualTo(4);
		assertThat(count("dkmio.items.returned", "operation", "read")).isEqualTo(1);
	}

	@Test
	void countsAnswersOfClientsThatNeverTakeItemsFromTheWire() {
		executor(PAGE).query(QueryRequest.builder().build(), QUERY);
		executor(PutItemResponse.builder().build()).putItem(PutItemRequest.builder().build(), PUT);
		assertThat(count("dkmio.wire.answers", "outcome", "no-interceptor")).isEqualTo(1);
	}

	@Test
	void countsCapacityOfWrites() {
		executor(PutItemResponse.builder().consumedCapacity(TWO_UNITS).build())
			.putItem(PutItemRequest.builder().build(), PUT);
		executor(TransactWriteItemsResponse.builder().consumedCapacity(TWO_UNITS, TWO_UNITS).build())
			.transactWriteItems(TransactWriteItemsRequest.builder().build(), DynamoOperation.of("transaction"));
		assertThat(count("dkmio.capacity", "kind", "write", "operation", "put")).isEqualTo(2);
		assertThat(count("dkmio.capacity", "kind", "write", "operation", "transaction")).isEqualTo(4);
	}

	@Test
	void countsNothingOfWorkOnTables() {
		executor(DescribeTableResponse.builder().build()).describeTable(DescribeTableRequest.builder().build(),
				DynamoOperation.of("describeTable"));
		assertThat(this.meters.getMeters()).isEmpty();
	}

	@Test
	void countsConditionsByTheirNames() {
		refuse(new ConditionFailedException("refused", facts(), "still-open", Map.of(), null));
		refuse(new DuplicateKeyException("refused"));
		refuse(new EmptyResultDataAccessException(1));
		refuse(new OptimisticLockingFailureException("refused"));
		assertThat(count("dkmio.condition.failed", "name", "still-open", "item.type", "Order")).isEqualTo(1);
		assertThat(count("dkmio.condition.failed", "name", "not-exists")).isEqualTo(1);
		assertThat(count("dkmio.condition.failed", "name", "exists")).isEqualTo(1);
		assertThat(count("dkmio.condition.failed", "name", "version")).isEqualTo(1);
	}

	@Test
	void boundsTheNamesOfConditions() {
		AtomicInteger number = new AtomicInteger();
		DynamoExecutor executor = executor(() -> {
			throw new ConditionFailedException("refused", facts(), "condition-" + number.incrementAndGet(), Map.of(),
					null);
		});
		for (int i = 0; i < 200; i++) {
			assertThatExceptionOfType(ConditionFailedException.class)
				.isThrownBy(() -> executor.putItem(PutItemRequest.builder().build(), PUT));
		}
		assertThat(this.meters.find("dkmio.condition.failed").counters()).hasSize(101);
		assertThat(count("dkmio.condition.failed", "name", "other")).isEqualTo(100);
	}

	@Test
	void countsCancelledTransactionsByTheirReasons() {
		refuse(new WriteTransactionCanceledException("cancelled", facts(), List.of(reason(0, "None"),
				reason(1, "TransactionConflict"), reason(2, "TransactionConflict"), reason(3, "SomethingNew")), null));
		assertThat(count("dkmio.transaction.cancelled", "reason", "TransactionConflict")).isEqualTo(1);
		assertThat(count("dkmio.transaction.cancelled", "reason", "other")).isEqualTo(1);
		assertThat(this.meters.find("dkmio.transaction.cancelled").counters()).hasSize(2);
	}

	@Test
	void countsNothingOfOtherFailures() {
		refuse(new DataAccessResourceFailureException("unreachable"));
		assertThat(this.meters.getMeters()).isEmpty();
	}

	@Test
	void makesNoMoreSeriesThanThereAreCombinations() {
		this.observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(this.meters));
		List<String> operations = List.of("get", "query", "put");
		List<String> tables = List.of("shop", "audit");
		for (int call = 0; call < 600; call++) {
			boolean fails = call % 5 == 0;
			DynamoExecutor executor = executor(() -> {
				if (fails) {
					throw new ThrottledException("slow down", facts(), List.of(), null);
				}
				return PAGE;
			});
			DynamoOperation operation = DynamoOperation.of(operations.get(call % 3))
				.withTable(tables.get(call % 2))
				.withItemType("Order");
			try {
				executor.query(QueryRequest.builder()
					.expressionAttributeValues(Map.of(":id", AttributeValue.fromS("id" + call)))
					.build(), operation);
			}
			catch (ThrottledException ex) {
				assertThat(fails).isTrue();
			}
		}
		assertThat(this.meters.find("dkmio.operation").timers()).hasSize(3 * 2 * 2);
		assertThat(this.meters.find("dkmio.capacity").counters()).hasSize(3 * 2);
	}

	private void refuse(RuntimeException failure) {
		DynamoExecutor executor = executor(() -> {
			throw failure;
		});
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> executor.putItem(PutItemRequest.builder().build(), PUT))
			.isSameAs(failure);
	}

	private DynamoExecutor executor(DynamoDbResponse response) {
		return executor(() -> response);
	}

	private DynamoExecutor executor(Supplier<DynamoDbResponse> response) {
		return ObservingDynamoExecutor.observe(new Stub(response), this.observations, this.meters, null);
	}

	private DynamoObservationContext context() {
		return (DynamoObservationContext) this.ended.get(this.ended.size() - 1);
	}

	private double count(String name, String... tags) {
		return this.meters.get(name).tags(tags).counter().count();
	}

	private static FailedOperation facts() {
		return new FailedOperation("put", "shop", null, null, "Order", null, null);
	}

	private static CancellationReason reason(int position, String code) {
		return new CancellationReason(position, code, null, Map.of());
	}

	private record Stub(Supplier<DynamoDbResponse> response) implements DynamoExecutor {

		@Override
		@SuppressWarnings("unchecked")
		public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
				DynamoOperation operation) {
			return (R) this.response.get();
		}

	}

}
