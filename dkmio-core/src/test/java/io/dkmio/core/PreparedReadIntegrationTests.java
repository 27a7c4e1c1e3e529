package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.dkmio.InvalidCursorException;
import io.dkmio.TableNotFoundException;
import io.dkmio.UnservableQueryException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.query.Cursor;
import io.dkmio.core.query.KeyQuery;
import io.dkmio.core.query.KeyRead;
import io.dkmio.core.query.QueryShape;
import io.dkmio.core.query.SortOrder;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PreparedRead}.
 */
class PreparedReadIntegrationTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final int ORDERS = 30;

	private static RecordingExecutor sent;

	private static DynamoMappingContext context;

	private static DynamoTemplate dynamo;

	private static DynamoDbClient client;

	@BeforeAll
	static void storeOrdersOfTwoCustomers() {
		client = LocalDynamo.client(PreparedReadIntegrationTests.class);
		context = Shop.mappingContext();
		new SchemaManager(client).create(List.of(Shop.TABLE));
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		dynamo = new DynamoTemplate(sent, context, new MappingDynamoConverter(context), Clock.systemUTC());
		for (String customer : List.of("c1", "c10")) {
			dynamo.insert(Customer.of(customer, "Customer " + customer));
			for (int i = 0; i < ORDERS; i++) {
				dynamo.insert(Order.of(customer, "o-%03d".formatted(i))
					.withStatus((i % 3 == 0) ? Status.OPEN : Status.PAID)
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

	private static QueryShape ofCustomer() {
		return orders().withWhere(attribute("customerId").eq(Operand.parameter(0)));
	}

	private static QueryShape ofCustomerInStatus() {
		return ofCustomer().withWhere(attribute("status").eq(Operand.parameter(1)));
	}

	private static PreparedRead<Order> prepare(QueryShape shape, int parameters) {
		return dynamo.prepare(ReadDefinition.of(Order.class, shape).withParameters(parameters));
	}

	@Test
	void isPreparedOnceAndCalledWithValues() {
		PreparedRead<Order> read = prepare(ofCustomer(), 1);
		assertThat(read.plan()).isInstanceOf(KeyQuery.class);
		assertThat(read.list(ReadCall.of("c1"))).hasSize(ORDERS)
			.allSatisfy((order) -> assertThat(order.customerId()).isEqualTo("c1"));
		assertThat(read.list(ReadCall.of("c10"))).hasSize(ORDERS)
			.allSatisfy((order) -> assertThat(order.customerId()).isEqualTo("c10"));
		assertThat(read.list(ReadCall.of("nobody"))).isEmpty();
	}

	@Test
	void readsAnItemByItsWholeKey() {
		PreparedRead<Order> read = prepare(ofCustomer().withWhere(attribute("orderId").eq(Operand.parameter(1))), 2);
		assertThat(read.plan()).isInstanceOf(KeyRead.class);
		assertThat(read.first(ReadCall.of("c1", "o-007"))).map(Order::orderId).contains("o-007");
		sent.only(GetItemRequest.class);
		assertThat(read.first(ReadCall.of("c1", "o-999"))).isEmpty();
		assertThat(read.page(ReadCall.of("c1", "o-007")).hasNext()).isFalse();
	}

	@Test
	void rendersAgainWhereANullChangesTheCondition() {
		PreparedRead<Order> read = prepare(ofCustomerInStatus(), 2);
		assertThat(read.list(ReadCall.of("c1", Status.OPEN))).hasSize(10);
		assertThat(read.list(ReadCall.of("c1", null))).isEmpty();
		assertThat(read.list(ReadCall.of("c1", Status.PAID))).hasSize(20);
	}

	@Test
	void sendsExactlyTheLimitWithoutAFilter() {
		QueryResult<Order> page = prepare(ofCustomer(), 1).page(ReadCall.of("c1").withLimit(20));
		assertThat(page.items()).hasSize(20);
		assertThat(page.scannedCount()).isEqualTo(20);
		assertThat(page.hasNext()).isTrue();
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(20);
	}

	@Test
	void neverReadsMoreThanIsWantedOnALastPage() {
		assertThat(prepare(ofCustomer(), 1).list(ReadCall.of("c1").withLimit(12).withPageSize(5))).hasSize(12);
		assertThat(sent.requests()).extracting((request) -> ((QueryRequest) request).limit()).containsExactly(5, 5, 2);
	}

	@Test
	void readsOnUntilAFilteredPageIsFull() {
		PreparedRead<Order> read = prepare(ofCustomerInStatus(), 2);
		ReadCall call = ReadCall.of("c1", Status.OPEN).withLimit(3).withPageSize(4);
		QueryResult<Order> page = read.page(call);
		assertThat(page).extracting(Order::orderId).containsExactly("o-000", "o-003", "o-006");
		assertThat(sent.requests()).hasSize(2);
		QueryResult<Order> next = read.page(call.withCursor(page.cursor().orElseThrow()));
		assertThat(next).extracting(Order::orderId).containsExactly("o-009", "o-012", "o-015");
	}

	@Test
	void readsTheFirstItemWithLimitOne() {
		QueryShape shape = orders().withWhere(attribute("status").eq(Operand.parameter(0)))
			.withOrder(SortOrder.descending("placedAt"));
		assertThat(prepare(shape, 1).first(ReadCall.of(Status.PAID))).map(Order::placedAt)
			.contains(START.plusSeconds(29));
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(1);
	}

	@Test
	void tellsWhetherThereIsAnItemByEvaluatingOne() {
		PreparedRead<Order> read = prepare(ofCustomer().withAnswer(QueryShape.Answer.EXISTS), 1);
		assertThat(read.exists(ReadCall.of("c1"))).isTrue();
		QueryRequest request = sent.only(QueryRequest.class);
		assertThat(request.limit()).isEqualTo(1);
		assertThat(request.select()).isEqualTo(Select.COUNT);
		assertThat(read.exists(ReadCall.of("nobody"))).isFalse();
	}

	@Test
	void looksBehindWhatAFilterLeavesOutToTellWhetherThereIsAnItem() {
		QueryShape shape = ofCustomer().withFilter(attribute("total").gt(Operand.parameter(1)))
			.withAnswer(QueryShape.Answer.EXISTS);
		PreparedRead<Order> read = prepare(shape, 2);
		assertThat(read.exists(ReadCall.of("c1", 25).withPageSize(10))).isTrue();
		assertThat(sent.requests()).hasSize(3);
		assertThat(read.exists(ReadCall.of("c1", 99))).isFalse();
	}

	@Test
	void probesForAnItemByItsKeyAlone() {
		QueryShape shape = ofCustomer().withWhere(attribute("orderId").eq(Operand.parameter(1)));
		PreparedRead<Order> plain = prepare(shape.withAnswer(QueryShape.Answer.EXISTS), 2);
		assertThat(plain.exists(ReadCall.of("c1", "o-007"))).isTrue();
		GetItemRequest probe = sent.only(GetItemRequest.class);
		assertThat(probe.projectionExpression()).isEqualTo("#n0, #n1");
		assertThat(probe.expressionAttributeNames()).containsValues("pk", "sk");
		assertThat(plain.exists(ReadCall.of("c1", "o-999"))).isFalse();
		PreparedRead<Order> checked = prepare(
				shape.withFilter(attribute("status").eq(Status.PAID)).withAnswer(QueryShape.Answer.EXISTS), 2);
		assertThat(checked.exists(ReadCall.of("c1", "o-007"))).isTrue();
		assertThat(checked.exists(ReadCall.of("c1", "o-006"))).isFalse();
	}

	@Test
	void countsUpToALimit() {
		PreparedRead<Order> read = prepare(ofCustomer().withAnswer(QueryShape.Answer.COUNT), 1);
		assertThat(read.count(ReadCall.of("c1"))).isEqualTo(ORDERS);
		assertThat(read.count(ReadCall.of("c1").withPageSize(7))).isEqualTo(ORDERS);
		sent.clear();
		assertThat(read.count(ReadCall.of("c1").withLimit(4))).isEqualTo(4);
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(4);
	}

	@Test
	void goesOnAfterAnyItemOfAResult() {
		PreparedRead<Order> read = prepare(ofCustomer(), 1);
		QueryResult<Order> page = read.page(ReadCall.of("c1").withLimit(6));
		for (int i = 0; i < 6; i++) {
			ReadCall call = ReadCall.of("c1").withCursor(page.cursorAfter(i)).withLimit(1);
			assertThat(read.list(call)).singleElement().extracting(Order::orderId).isEqualTo("o-%03d".formatted(i + 1));
		}
		assertThat(page.cursorAfter(5)).isEqualTo(page.cursor().orElseThrow());
		assertThatIllegalArgumentException().isThrownBy(() -> page.cursorAfter(6))
			.withMessage("A cursor after item 6 was asked for, and there are 6");
	}

	@Test
	void scrollsByPositionsOfSpringData() {
		PreparedRead<Order> read = prepare(ofCustomer(), 1);
		List<String> found = new ArrayList<>();
		ScrollPosition position = ScrollPosition.keyset();
		Window<Order> window;
		do {
			QueryResult<Order> page = read.page(ReadCall.of("c1").withPosition(position).withLimit(7));
			window = Window.from(page.items(), (index) -> Cursor.decode(page.cursorAfter(index)).toScrollPosition(),
					page.hasNext());
			window.forEach((order) -> found.add(order.orderId()));
			if (window.hasNext()) {
				position = window.positionAt(window.size() - 1);
			}
		}
		while (window.hasNext());
		assertThat(found).hasSize(ORDERS).doesNotHaveDuplicates().isSorted();
	}

	@Test
	void refusesACursorOfOtherArgumentsAndOfReadsWithoutCursors() {
		PreparedRead<Order> read = prepare(ofCustomer(), 1);
		String cursor = read.page(ReadCall.of("c1").withLimit(2)).cursor().orElseThrow();
		PreparedRead<Order> count = prepare(ofCustomer().withAnswer(QueryShape.Answer.COUNT), 1);
		PreparedRead<Order> byKey = prepare(ofCustomer().withWhere(attribute("orderId").eq(Operand.parameter(1))), 2);
		sent.clear();
		assertThatExceptionOfType(InvalidCursorException.class)
			.isThrownBy(() -> read.list(ReadCall.of("c10").withCursor(cursor)))
			.withMessageContaining("other arguments");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> count.count(ReadCall.of("c1").withCursor(cursor)))
			.withMessage("A count begins at the beginning, and was called with a cursor; leave the cursor out");
		assertThatExceptionOfType(InvalidCursorException.class)
			.isThrownBy(() -> byKey.list(ReadCall.of("c1", "o-001").withCursor(cursor)))
			.withMessage("This cursor cannot be used: it is of another query, since this one (GetItem shop pk = ? AND"
					+ " sk = ?) reads one item, after which there is nothing. Start again from the first page.");
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void refusesACallItIsNotPreparedFor() {
		PreparedRead<Order> read = prepare(ofCustomer(), 1);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> read.list(ReadCall.of()))
			.withMessage("A read prepared for 1 arguments (Query shop pk = ? AND begins_with(sk, ?)) was called"
					+ " with 0");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> read.count(ReadCall.of("c1")))
			.withMessage("A read prepared for ITEMS (Query shop pk = ? AND begins_with(sk, ?)) was called for COUNT;"
					+ " prepare a shape with this answer");
	}

	@Test
	void refusesWhatCannotBeServedWhenItIsPrepared() {
		assertThatExceptionOfType(UnservableQueryException.class)
			.isThrownBy(() -> prepare(orders().withWhere(attribute("total").gt(Operand.parameter(0))), 1));
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void namesTheRepositoryMethodAndTheIndexInFailures() {
		ReadDefinition<Product> definition = ReadDefinition
			.of(Product.class,
					QueryShape.of(context.getRequiredPersistentEntity(Product.class))
						.withWhere(attribute("sku").eq(Operand.parameter(0))))
			.withParameters(1)
			.withRepositoryMethod("ProductRepository.findBySku");
		PreparedRead<Product> read = dynamo.prepare(definition);
		assertThatExceptionOfType(TableNotFoundException.class).isThrownBy(() -> read.first(ReadCall.of("s1")))
			.withMessageContaining("(ProductRepository.findBySku)");
	}

	@Test
	void readsAStreamToItsThirdItemWithOneRequest() {
		PreparedRead<Order> read = prepare(ofCustomer(), 1);
		try (Stream<Order> stream = read.stream(ReadCall.of("c1").withPageSize(5))) {
			assertThat(stream.limit(3)).hasSize(3);
		}
		assertThat(sent.requests()).hasSize(1);
		Optional<Order> last = read.stream(ReadCall.of("c1").withPageSize(7).withLimit(9))
			.reduce((one, other) -> other);
		assertThat(last).map(Order::orderId).contains("o-008");
	}

	@Test
	void stopsBeforeTheNextRequestIfItsThreadIsInterrupted() {
		PreparedRead<Order> read = prepare(ofCustomer(), 1);
		Iterator<Order> orders = read.stream(ReadCall.of("c1").withPageSize(2)).iterator();
		orders.next();
		orders.next();
		Thread.currentThread().interrupt();
		try {
			assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(orders::hasNext)
				.withMessage("The thread was interrupted before it read page 2; its interrupt flag is set, and the"
						+ " read was given up");
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(sent.requests()).hasSize(1);
	}

}
