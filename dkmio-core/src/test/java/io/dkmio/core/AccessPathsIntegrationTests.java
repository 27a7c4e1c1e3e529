package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.dkmio.InvalidCursorException;
import io.dkmio.MissingKeyException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.query.KeyBatch;
import io.dkmio.core.query.NothingToRead;
import io.dkmio.core.query.QueryShape;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for reads of several keys: BatchGetItem, and one Query for each of several
 * values.
 */
class AccessPathsIntegrationTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final int ORDERS = 12;

	private static final List<String> CUSTOMERS = List.of("c1", "c2", "c3", "c4");

	private static RecordingExecutor sent;

	private static DynamoMappingContext context;

	private static DynamoTemplate dynamo;

	@BeforeAll
	static void storeOrdersOfFourCustomers() {
		DynamoDbClient client = LocalDynamo.client(AccessPathsIntegrationTests.class);
		context = Shop.mappingContext();
		new SchemaManager(client).create(Shop.tables());
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		dynamo = new DynamoTemplate(sent, context, new MappingDynamoConverter(context), Clock.systemUTC());
		for (String customer : CUSTOMERS) {
			dynamo.insert(Customer.of(customer, "somebody"));
			for (int i = 0; i < ORDERS; i++) {
				dynamo.insert(Order.of(customer, "o-%03d".formatted(i))
					.withStatus((i % 2 == 0) ? Status.OPEN : Status.PAID)
					.withPlacedAt(START.plusSeconds(i))
					.withTotal(BigDecimal.valueOf(i).setScale(2)));
			}
		}
	}

	@BeforeEach
	void forgetWhatWasSent() {
		sent.clear();
	}

	private static QueryShape orders() {
		return QueryShape.of(context.getRequiredPersistentEntity(Order.class));
	}

	private static PreparedRead<Order> prepare(QueryShape shape, int parameters) {
		return dynamo.prepare(ReadDefinition.of(Order.class, shape).withParameters(parameters));
	}

	private static QueryShape byIds() {
		return orders().withWhere(attribute("customerId").eq(Operand.parameter(0)))
			.withWhere(attribute("orderId").in(Operand.elementsOfParameter(1)));
	}

	private static QueryShape ofCustomers() {
		return orders().withWhere(attribute("customerId").in(Operand.elementsOfParameter(0)));
	}

	@Test
	void readsSeveralKeysWithOneRequestInTheirOrder() {
		PreparedRead<Order> read = prepare(byIds(), 2);
		assertThat(read.plan()).isInstanceOf(KeyBatch.class);
		assertThat(read.list(ReadCall.of("c1", List.of("o-007", "missing", "o-003", "o-007", "o-001"))))
			.extracting(Order::orderId)
			.containsExactly("o-007", "o-003", "o-001");
		assertThat(keys(sent.only(BatchGetItemRequest.class)).keys()).hasSize(4);
		assertThat(read.list(ReadCall.of("c1", new String[] { "o-002" }))).hasSize(1);
	}

	@Test
	void readsNothingForNoValues() {
		assertThat(prepare(byIds(), 2).list(ReadCall.of("c1", List.of()))).isEmpty();
		assertThat(prepare(ofCustomers(), 1).list(ReadCall.of(List.of()))).isEmpty();
		assertThat(prepare(ofCustomers(), 1).page(ReadCall.of(List.of())).hasNext()).isFalse();
		assertThat(prepare(ofCustomers().withAnswer(QueryShape.Answer.COUNT), 1).count(ReadCall.of(List.of())))
			.isZero();
		QueryOperation<Order> never = dynamo.query(Order.class).where(attribute("customerId").in(List.of()));
		assertThat(never.list()).isEmpty();
		assertThat(never.count()).isZero();
		assertThat(never.explain()).isEqualTo("No request: no Order can meet what is asked");
		assertThat(prepare(orders().withWhere(attribute("total").in(List.of())), 0).plan())
			.isInstanceOf(NothingToRead.class);
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void checksTheRestOfTheConditionOnItemsReadByTheirKeys() {
		PreparedRead<Order> read = prepare(byIds().withWhere(attribute("status").eq(Operand.parameter(2))), 3);
		assertThat(read.list(ReadCall.of("c1", List.of("o-003", "o-002", "o-001"), Status.PAID)))
			.extracting(Order::orderId)
			.containsExactly("o-003", "o-001");
		QueryResult<Order> page = read.page(ReadCall.of("c1", List.of("o-003", "o-002", "o-001"), Status.PAID));
		assertThat(page.scannedCount()).isEqualTo(3);
	}

	@Test
	void splitsKeysIntoRequestsOfAHundred() {
		List<String> ids = IntStream.range(0, 250).mapToObj("o-%03d"::formatted).toList();
		assertThat(prepare(byIds(), 2).list(ReadCall.of("c1", ids))).hasSize(ORDERS);
		assertThat(sent.requests()).hasSize(3);
	}

	@Test
	void readsNoMoreKeysThanItemsAreWanted() {
		PreparedRead<Order> read = prepare(byIds(), 2);
		List<String> ids = List.of("o-001", "o-002", "missing", "o-004", "o-005");
		QueryResult<Order> page = read.page(ReadCall.of("c1", ids).withLimit(2));
		assertThat(page).extracting(Order::orderId).containsExactly("o-001", "o-002");
		assertThat(keys(sent.only(BatchGetItemRequest.class)).keys()).hasSize(2);
		QueryResult<Order> next = read
			.page(ReadCall.of("c1", ids).withLimit(2).withCursor(page.cursor().orElseThrow()));
		assertThat(next).extracting(Order::orderId).containsExactly("o-004", "o-005");
		assertThat(next.hasNext()).isFalse();
		assertThat(read.list(ReadCall.of("c1", ids).withCursor(page.cursorAfter(0)))).extracting(Order::orderId)
			.containsExactly("o-002", "o-004", "o-005");
	}

	@Test
	void tellsWhetherOneOfSeveralKeysExists() {
		PreparedRead<Order> read = prepare(byIds().withAnswer(QueryShape.Answer.EXISTS), 2);
		assertThat(read.exists(ReadCall.of("c1", List.of("missing", "o-002")))).isTrue();
		assertThat(read.exists(ReadCall.of("c1", List.of("missing")))).isFalse();
		assertThat(sent.requests())
			.allSatisfy((request) -> assertThat(keys((BatchGetItemRequest) request).expressionAttributeNames())
				.containsValues("pk", "sk")
				.hasSize(2));
	}

	@Test
	void countsSeveralKeysAndOrders() {
		assertThat(prepare(byIds().withAnswer(QueryShape.Answer.COUNT), 2)
			.count(ReadCall.of("c1", List.of("o-002", "missing", "o-003", "o-002")))).isEqualTo(2);
	}

	@Test
	void readsSeveralPartitionsInTheOrderOfTheValues() {
		PreparedRead<Order> read = prepare(ofCustomers(), 1);
		List<Order> orders = read.list(ReadCall.of(List.of("c3", "c1", "nobody", "c3")));
		assertThat(orders).extracting(Order::customerId)
			.containsExactlyElementsOf(Stream.of("c3", "c1")
				.flatMap((customer) -> IntStream.range(0, ORDERS).mapToObj((i) -> customer))
				.toList());
		assertThat(orders.subList(0, ORDERS)).extracting(Order::orderId).isSorted();
		assertThat(sent.requests()).hasSize(3);
	}

	@Test
	void readsPartitionsAtOneTimeInGivenThreads() {
		AtomicInteger tasks = new AtomicInteger();
		DynamoTemplate parallel = new DynamoTemplate(sent, context, new MappingDynamoConverter(context),
				Clock.systemUTC());
		parallel.setReadExecutor((task) -> {
			tasks.incrementAndGet();
			task.run();
		});
		assertThat(parallel.query(Order.class).where(attribute("customerId").in(CUSTOMERS)).list()).hasSize(4 * ORDERS);
		assertThat(tasks).hasValue(4);
		assertThat(parallel.query(Order.class).where(attribute("customerId").in(CUSTOMERS)).count())
			.isEqualTo(4 * ORDERS);
		assertThat(tasks).hasValue(8);
	}

	@Test
	void readsOnlyThePartitionsALimitNeeds() {
		PreparedRead<Order> read = prepare(ofCustomers(), 1);
		assertThat(read.list(ReadCall.of(CUSTOMERS).withLimit(ORDERS + 2))).hasSize(ORDERS + 2);
		assertThat(sent.requests()).extracting((request) -> ((QueryRequest) request).limit())
			.containsExactly(ORDERS + 2, 2);
		sent.clear();
		assertThat(read.first(ReadCall.of(CUSTOMERS))).isPresent();
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(1);
		sent.clear();
		try (Stream<Order> stream = read.stream(ReadCall.of(CUSTOMERS))) {
			assertThat(stream.limit(3)).hasSize(3);
		}
		assertThat(sent.requests()).hasSize(1);
	}

	@Test
	void goesOnThroughPartitionsByCursors() {
		PreparedRead<Order> read = prepare(ofCustomers().withFilter(attribute("status").eq(Operand.parameter(1))), 2);
		ReadCall call = ReadCall.of(List.of("c2", "nobody", "c4", "c1"), Status.OPEN);
		for (int limit = 1; limit < 8; limit++) {
			ReadCall capped = call.withLimit(limit).withPageSize(5);
			assertThat(pages(capped, read::page)).as("limit %d", limit).containsExactlyElementsOf(read.list(call));
		}
		assertThat(pages(call.withPageSize(4), read::page)).containsExactlyElementsOf(read.list(call));
		String cursor = read.page(call.withLimit(3)).cursor().orElseThrow();
		assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(
				() -> read.page(ReadCall.of(List.of("c2", "c4", "nobody", "c1"), Status.OPEN).withCursor(cursor)));
	}

	@Test
	void tellsWhetherOneOfSeveralPartitionsHasAnItem() {
		PreparedRead<Order> read = prepare(ofCustomers().withAnswer(QueryShape.Answer.EXISTS), 1);
		assertThat(read.exists(ReadCall.of(List.of("nobody", "c1", "c2")))).isTrue();
		assertThat(sent.requests()).hasSize(2)
			.allSatisfy((request) -> assertThat(((QueryRequest) request).select()).isEqualTo(Select.COUNT));
	}

	@Test
	void refusesNullsAndSingleValuesWhereKeysAreMade() {
		PreparedRead<Order> read = prepare(byIds(), 2);
		assertThatExceptionOfType(MissingKeyException.class)
			.isThrownBy(() -> read.list(ReadCall.of("c1", Arrays.asList("o-001", null))));
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> read.list(ReadCall.of("c1", null)));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> read.list(ReadCall.of("c1", "o-001")))
			.withMessage("A query of Order by several values of 'orderId' got one String; pass a collection or an"
					+ " array");
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void filtersByMoreThanAHundredCandidates() {
		QueryShape shape = orders().withWhere(attribute("customerId").eq("c1"))
			.withFilter(attribute("total").in(Operand.elementsOfParameter(0)));
		List<Integer> totals = IntStream.range(5, 240).boxed().toList();
		assertThat(prepare(shape, 1).list(ReadCall.of(totals))).hasSize(ORDERS - 5);
		assertThat(sent.only(QueryRequest.class).filterExpression()).contains(" OR ");
		sent.clear();
		assertThat(prepare(shape, 1).list(ReadCall.of(List.of()))).isEmpty();
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void refusesToReturnOnlySomeOfAll() {
		QueryOperation<Order> query = dynamo.query(Order.class).where(attribute("customerId").eq("c1"));
		assertThat(query.all(ORDERS)).hasSize(ORDERS);
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class).isThrownBy(() -> query.all(5))
			.withMessage("Order where customerId = ? was expected to have 5 items at most, and has more; ask for more,"
					+ " or for pages");
		assertThat(((QueryRequest) sent.requests().get(1)).limit()).isEqualTo(6);
	}

	@Test
	void refusesSegmentsOfWhatIsNoScan() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> prepare(ofCustomers(), 1).list(ReadCall.of(CUSTOMERS).withSegments(2)))
			.withMessage("Segments are for scans, and this read is no scan (Query shop pk = ? AND begins_with(sk, ?)"
					+ " for each customerId); leave them out");
	}

	private static List<Order> pages(ReadCall call, Function<ReadCall, QueryResult<Order>> read) {
		List<Order> found = new ArrayList<>();
		ReadCall next = call;
		while (true) {
			QueryResult<Order> page = read.apply(next);
			found.addAll(page.items());
			Optional<String> cursor = page.cursor();
			if (cursor.isEmpty()) {
				return found;
			}
			next = call.withCursor(cursor.get());
		}
	}

	private static KeysAndAttributes keys(BatchGetItemRequest request) {
		return request.requestItems().get(Shop.TABLE.name());
	}

}
