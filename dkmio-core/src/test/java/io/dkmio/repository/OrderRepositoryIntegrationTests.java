package io.dkmio.repository;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.dkmio.InvalidCursorException;
import io.dkmio.UnservableQueryException;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.expression.Update;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Address;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Line;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the methods of a repository return, and what they send for it. The shop has two
 * customers with twenty orders each, beside the customers themselves.
 */
class OrderRepositoryIntegrationTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final int ORDERS = 20;

	private static RecordingExecutor sent;

	private static OrderRepository orders;

	@BeforeAll
	static void storeOrdersOfTwoCustomers() {
		DynamoDbClient client = LocalDynamo.client(OrderRepositoryIntegrationTests.class);
		DynamoMappingContext context = Shop.mappingContext();
		new SchemaManager(client).create(List.of(Shop.TABLE));
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		DynamoTemplate dynamo = new DynamoTemplate(sent, context, new MappingDynamoConverter(context),
				Clock.systemUTC());
		orders = new DynamoRepositoryFactory(dynamo).getRepository(OrderRepository.class);
		for (String customer : List.of("c1", "c10")) {
			dynamo.insert(Customer.of(customer, "Customer " + customer));
			IntStream.range(0, ORDERS).forEach((i) -> dynamo.insert(order(customer, i)));
		}
	}

	private static Order order(String customer, int i) {
		return Order.of(customer, "o-%02d".formatted(i))
			.withStatus((i % 4 == 0) ? Status.OPEN : Status.PAID)
			.withPlacedAt(START.plusSeconds(customer.length() * 1000L + i))
			.withTotal((i % 10 == 9) ? null : BigDecimal.valueOf(i * 100L, 2))
			.withShipTo(new Address("Main", (i % 2 == 0) ? "Lima" : "Cusco", null, "PE"))
			.withTags((i % 5 == 0) ? new String[] { "urgent" } : new String[] { "slow", "cheap" })
			.withLines(new Line("s", 1, new BigDecimal("1.00")));
	}

	@BeforeEach
	void forgetWhatWasSent() {
		sent.clear();
	}

	private static List<String> ids(Iterable<Order> orders) {
		return Stream.of(orders).flatMap((each) -> {
			Stream.Builder<String> ids = Stream.builder();
			each.forEach((order) -> ids.add(order.customerId() + "/" + order.orderId()));
			return ids.build();
		}).toList();
	}

	private static List<String> range(String customer, int from, int to) {
		return IntStream.range(from, to).mapToObj((i) -> customer + "/o-%02d".formatted(i)).toList();
	}

	@Test
	void findsByTheWholeKey() {
		assertThat(orders.findByCustomerIdAndOrderId("c1", "o-03")).map(Order::orderId).contains("o-03");
		assertThat(sent.only(GetItemRequest.class).consistentRead()).isNull();
		assertThat(orders.findByCustomerIdAndOrderId("c1", "o-99")).isEmpty();
		assertThat(orders.getByCustomerIdAndOrderId("c1", "o-99")).isNull();
	}

	@Test
	void checksWhatTheKeyDoesNotSay() {
		assertThat(orders.findByCustomerIdAndOrderIdAndStatus("c1", "o-04", Status.OPEN)).isPresent();
		assertThat(sent.only(GetItemRequest.class).consistentRead()).isTrue();
		assertThat(orders.findByCustomerIdAndOrderIdAndStatus("c1", "o-05", Status.OPEN)).isEmpty();
	}

	@Test
	void findsByPartition() {
		assertThat(ids(orders.findByCustomerId("c1"))).isEqualTo(range("c1", 0, ORDERS));
		assertThat(sent.only(QueryRequest.class).keyConditionExpression()).contains("begins_with");
	}

	@Test
	void sortsBySortKeysAlone() {
		assertThat(ids(orders.findByCustomerId("c1", Sort.by("orderId").descending()))).startsWith("c1/o-19")
			.hasSize(ORDERS);
		assertThat(sent.only(QueryRequest.class).scanIndexForward()).isFalse();
		assertThat(ids(orders.findByCustomerId("c1", Sort.unsorted()))).isEqualTo(range("c1", 0, ORDERS));
		assertThatExceptionOfType(UnservableQueryException.class)
			.isThrownBy(() -> orders.findByCustomerId("c1", Sort.by("total")))
			.withMessage("OrderRepository.findByCustomerId(String, Sort): Order where customerId = ?0 order by total "
					+ "cannot be served: the table sorts by 'orderId', not by 'total'; index 'gsi1' needs one value "
					+ "of 'status'. Sort by 'orderId' to use the table, or declare an index whose keys are made of "
					+ "what is asked for.");
		assertThatExceptionOfType(UnservableQueryException.class)
			.isThrownBy(() -> orders.findByCustomerId("c1", Sort.by(Sort.Order.by("orderId").ignoreCase())))
			.withMessageContaining("keys sort exactly, and cannot ignore the case of 'orderId'");
		assertThatExceptionOfType(UnservableQueryException.class)
			.isThrownBy(() -> orders.findByCustomerId("c1", Sort.by(Sort.Order.by("orderId").nullsLast())))
			.withMessageContaining("keys are never null, so that nulls of 'orderId' have no place");
	}

	@Test
	void findsByKeysOfAnIndex() {
		assertThat(ids(
				orders.findByStatusAndPlacedAtBetween(Status.OPEN, START.plusSeconds(2004), START.plusSeconds(2008))))
			.containsExactly("c1/o-04", "c1/o-08");
		assertThat(sent.only(QueryRequest.class).indexName()).isEqualTo("gsi1");
		assertThat(orders.findFirstByStatusOrderByPlacedAtAsc(Status.OPEN)).map(Order::orderId).contains("o-00");
		assertThat(orders.findFirstByStatusOrderByPlacedAtAsc(Status.CANCELLED)).isEmpty();
	}

	@Test
	void readsTheFirstOneOnly() {
		orders.findFirstByStatusOrderByPlacedAtAsc(Status.PAID);
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(1);
		sent.clear();
		assertThat(ids(orders.findTop3ByCustomerIdOrderByOrderIdDesc("c1"))).containsExactly("c1/o-19", "c1/o-18",
				"c1/o-17");
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(3);
	}

	@Test
	void refusesSeveralWhereOneIsAskedFor() {
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> orders.findByStatus(Status.PAID))
			.withMessage("OrderRepository.findByStatus(Status) returns one item, and there are several. Return a List, "
					+ "or ask for the first (findFirst…By)");
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(2);
		assertThat(orders.findByStatus(Status.CANCELLED)).isEmpty();
	}

	@Test
	void limitsWhatIsFound() {
		assertThat(ids(orders.findByCustomerIdAndOrderIdGreaterThanEqual("c1", "o-10", Limit.of(5))))
			.isEqualTo(range("c1", 10, 15));
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(5);
		assertThat(orders.findByCustomerIdAndOrderIdGreaterThanEqual("c1", "o-10", Limit.unlimited())).hasSize(10);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> orders.findByCustomerIdAndOrderIdGreaterThanEqual("c1", "o-10", Limit.of(0)))
			.withMessage("OrderRepository.findByCustomerIdAndOrderIdGreaterThanEqual(String, String, Limit) was called "
					+ "with a limit of 0. Ask for at least one item");
	}

	@Test
	void returnsWhateverHoldsSeveral() {
		assertThat(orders.findByCustomerIdAndOrderIdStartingWith("c1", "o-1")).hasSize(10);
		assertThat(ids(orders.findByCustomerIdAndShipToCity("c1", "Lima"))).hasSize(10);
		assertThat(ids(orders.findByCustomerIdAndTagsContaining("c1", "urgent"))).hasSize(4);
		assertThat(ids(orders.findByCustomerIdAndTotalIsNull("c1"))).containsExactly("c1/o-09", "c1/o-19");
	}

	@Test
	void streamsPagesAsTheyAreNeeded() {
		try (Stream<Order> stream = orders.streamByCustomerId("c1")) {
			assertThat(stream.limit(3).map(Order::orderId)).containsExactly("o-00", "o-01", "o-02");
		}
		sent.only(QueryRequest.class);
	}

	@Test
	void slicesWithOneLookAhead() {
		Slice<Order> first = orders.readByCustomerId("c1", PageRequest.of(0, 8));
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(9);
		assertThat(ids(first)).isEqualTo(range("c1", 0, 8));
		assertThat(first.hasNext()).isTrue();
		Slice<Order> second = orders.readByCustomerId("c1", first.nextPageable());
		assertThat(ids(second)).isEqualTo(range("c1", 8, 16));
		assertThat(second.getNumber()).isEqualTo(1);
		Slice<Order> third = orders.readByCustomerId("c1", second.nextPageable());
		assertThat(ids(third)).isEqualTo(range("c1", 16, ORDERS));
		assertThat(third.hasNext()).isFalse();
		assertThat(orders.readByCustomerId("c1", Pageable.unpaged()).getContent()).hasSize(ORDERS);
	}

	@Test
	void slicesWhatAFilterLeaves() {
		Slice<Order> first = orders.findByCustomerIdAndTotalGreaterThan("c1", new BigDecimal("3"),
				DynamoPageRequest.of(5));
		assertThat(ids(first)).containsExactly("c1/o-04", "c1/o-05", "c1/o-06", "c1/o-07", "c1/o-08");
		Slice<Order> second = orders.findByCustomerIdAndTotalGreaterThan("c1", new BigDecimal("3"),
				first.nextPageable());
		assertThat(ids(second)).containsExactly("c1/o-10", "c1/o-11", "c1/o-12", "c1/o-13", "c1/o-14");
		assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(
				() -> orders.findByCustomerIdAndTotalGreaterThan("c10", new BigDecimal("3"), first.nextPageable()));
	}

	@Test
	void refusesPagesByNumber() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> orders.readByCustomerId("c1", PageRequest.of(2, 8)))
			.withMessage("OrderRepository.readByCustomerId(String, Pageable) was asked for page 2 by its number, and "
					+ "DynamoDB cannot skip items. Take nextPageable() of the page before, or "
					+ "DynamoPageRequest.of(8).after(cursor)");
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void goesOnByTheTextOfACursor() {
		Slice<Order> first = orders.readByCustomerId("c1", DynamoPageRequest.of(8));
		String cursor = ((DynamoPageRequest) first.nextPageable()).cursor().orElseThrow();
		assertThat(ids(orders.readByCustomerId("c1", DynamoPageRequest.of(4).after(cursor))))
			.isEqualTo(range("c1", 8, 12));
	}

	@Test
	void countsForPages() {
		Page<Order> first = orders.findByCustomerIdAndStatus("c1", Status.PAID, DynamoPageRequest.of(10));
		assertThat(first.getTotalElements()).isEqualTo(15);
		assertThat(first.getTotalPages()).isEqualTo(2);
		assertThat(sent.requests()).last()
			.isInstanceOfSatisfying(QueryRequest.class,
					(request) -> assertThat(request.select()).isEqualTo(Select.COUNT));
		sent.clear();
		Page<Order> second = orders.findByCustomerIdAndStatus("c1", Status.PAID, first.nextPageable());
		assertThat(second.getContent()).hasSize(5);
		assertThat(second.getTotalElements()).isEqualTo(15);
		sent.clear();
		assertThat(orders.findByCustomerIdAndStatus("c1", Status.OPEN, DynamoPageRequest.of(10)).getTotalElements())
			.isEqualTo(5);
		sent.only(QueryRequest.class);
	}

	@Test
	void scrollsWindows() {
		Window<Order> first = orders.findByStatusOrderByPlacedAtDesc(Status.OPEN, ScrollPosition.keyset(), Limit.of(4));
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(4);
		assertThat(ids(first)).containsExactly("c10/o-16", "c10/o-12", "c10/o-08", "c10/o-04");
		assertThat(first.hasNext()).isTrue();
		Window<Order> second = orders.findByStatusOrderByPlacedAtDesc(Status.OPEN, first.positionAt(3), Limit.of(4));
		assertThat(ids(second)).containsExactly("c10/o-00", "c1/o-16", "c1/o-12", "c1/o-08");
		assertThat(ids(orders.findByStatusOrderByPlacedAtDesc(Status.OPEN, first.positionAt(1), Limit.of(2))))
			.containsExactly("c10/o-08", "c10/o-04");
		assertThatExceptionOfType(InvalidCursorException.class)
			.isThrownBy(() -> orders.findByStatusOrderByPlacedAtDesc(Status.PAID, first.positionAt(3), Limit.of(4)));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(
				() -> orders.findByStatusOrderByPlacedAtDesc(Status.OPEN, ScrollPosition.offset(3), Limit.of(4)));
	}

	@Test
	void countsAndProbes() {
		assertThat(orders.countByStatus(Status.OPEN)).isEqualTo(10);
		assertThat(sent.only(QueryRequest.class).select()).isEqualTo(Select.COUNT);
		assertThat(orders.countByCustomerIdAndTotalGreaterThan("c1", new BigDecimal("3"))).isEqualTo(14);
		sent.clear();
		assertThat(orders.existsByCustomerId("c1")).isTrue();
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(1);
		assertThat(orders.existsByCustomerId("c2")).isFalse();
	}

	@Test
	void readsNoMoreThanAProjectionNeeds() {
		assertThat(orders.findSummariesByCustomerId("c1")).hasSize(ORDERS)
			.contains(new OrderRepository.Summary("o-02", new BigDecimal("2.00"), Status.PAID),
					new OrderRepository.Summary("o-09", null, Status.PAID));
		assertThat(sent.only(QueryRequest.class).expressionAttributeNames().values()).contains("orderId", "total")
			.doesNotContain("lines");
		sent.clear();
		assertThat(orders.findViewsByCustomerId("c1")).first().satisfies((view) -> {
			assertThat(view.getOrderId()).isEqualTo("o-00");
			assertThat(view.getPlacedAt()).isEqualTo(START.plusSeconds(2000));
		});
		assertThat(sent.only(QueryRequest.class).projectionExpression()).isNotNull();
		sent.clear();
		assertThat(orders.findOpenViewsByCustomerId("c1")).first()
			.extracting(OrderRepository.OpenView::getTitle)
			.isEqualTo("c1/o-00");
		assertThat(sent.only(QueryRequest.class).projectionExpression()).isNull();
	}

	@Test
	void projectsAsTheCallerSays() {
		assertThat(orders.queryByCustomerId("c1", OrderRepository.Summary.class)).hasSize(ORDERS);
		assertThat(sent.only(QueryRequest.class).projectionExpression()).isNotNull();
		sent.clear();
		assertThat(ids(orders.queryByCustomerId("c1", Order.class))).hasSize(ORDERS);
		assertThat(sent.only(QueryRequest.class).projectionExpression()).isNull();
	}

	@Test
	void asksWhatAnAnnotationSays() {
		assertThat(ids(orders.bigOrders("c1", "o-03", "o-05", 0))).isEqualTo(range("c1", 3, 6));
		assertThat(orders.bigOrders("c1", "o-03", "o-05", 1)).isEmpty();
	}

	@Test
	void scansWhereItIsAllowed() {
		assertThat(ids(orders.findByTotalGreaterThan(new BigDecimal("17")))).containsExactlyInAnyOrder("c1/o-18",
				"c10/o-18");
		sent.only(ScanRequest.class);
	}

	@Test
	void asksForSeveralKeys() {
		assertThat(ids(orders.findByCustomerIdAndOrderIdIn("c1", List.of("o-03", "o-01", "o-99", "o-01"))))
			.containsExactly("c1/o-03", "c1/o-01");
		assertThat(orders.findByCustomerIdAndOrderIdIn("c1", List.of())).isEmpty();
		assertThat(sent.requests()).hasSize(1);
		assertThat(orders.findByStatusIn(List.of(Status.OPEN, Status.PAID))).hasSize(2 * ORDERS);
	}

	@Test
	void hasTheMethodsOfAllRepositories() {
		Order.Id id = new Order.Id("c3", "o-1");
		Order saved = orders.insert(Order.of("c3", "o-1"));
		assertThat(orders.findById(id)).contains(saved);
		assertThat(orders.existsById(id)).isTrue();
		orders.save(saved.withStatus(Status.PAID));
		assertThat(orders.patchAndReturn(id, Update.empty().set("tags", Set.of("new"))).tags()).containsExactly("new");
		Order updated = orders.update(orders.findById(id).orElseThrow().withTotal(new BigDecimal("7.00")));
		assertThat(orders.upsert(updated.withTotal(null)).total()).isEqualByComparingTo("7");
		sent.clear();
		orders.deleteById(id);
		assertThat(sent.requests()).hasSize(1);
		assertThat(orders.findById(id)).isEmpty();
	}

	@Test
	void refusesToReadAllWhereNothingServesThat() {
		assertThatExceptionOfType(UnservableQueryException.class).isThrownBy(orders::findAll)
			.withMessage("OrderRepository.findAll(): Order cannot be served: the table needs one value of "
					+ "'customerId'; index 'gsi1' needs one value of 'status'. Ask for one value of 'customerId' to "
					+ "use the table, or declare an index whose keys are made of what is asked for, or allow a scan "
					+ "of the table with @AllowScan.");
		assertThatExceptionOfType(UnservableQueryException.class).isThrownBy(orders::count)
			.withMessageStartingWith("OrderRepository.count(): Order cannot be served");
		assertThatExceptionOfType(UnservableQueryException.class).isThrownBy(orders::deleteAll)
			.withMessageStartingWith("OrderRepository.deleteAll(): Order cannot be served");
		assertThat(sent.requests()).isEmpty();
	}

}
