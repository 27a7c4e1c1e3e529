package io.dkmio.docs;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.DynamoOperations;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.repository.AllowScan;
import io.dkmio.repository.Condition;
import io.dkmio.repository.Delete;
import io.dkmio.repository.DynamoPageRequest;
import io.dkmio.repository.DynamoRepository;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.NoRequests;
import io.dkmio.repository.Query;
import io.dkmio.repository.Update;
import io.dkmio.repository.config.EnableDynamoRepositories;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.dkmio.repository.support.DynamoRepositoryPlans;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Configuration;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.Repository;

import static io.dkmio.docs.RepositoriesDocUnitTests.Status.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The code of {@code docs/repositories.md}, and the plans and texts it and
 * {@code docs/queries.md} show of repositories.
 */
class RepositoriesDocUnitTests {

	private static final DocumentedCode REPOSITORIES = DocumentedCode.page("repositories.md");

	private static final DocumentedCode QUERIES = DocumentedCode.page("queries.md");

	private static final TableDefinition TABLE = TableDefinition.of("shop")
		.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"));

	private static DynamoTemplate dynamo(Class<?>... types) {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(TABLE), types);
		return new DynamoTemplate(new NoRequests(), context, new MappingDynamoConverter(context), Clock.systemUTC());
	}

	@Test
	void compilesTheCode() {
		REPOSITORIES.isCompiledIn(RepositoriesDocUnitTests.class);
	}

	@Test
	void showsPlans() {
		DynamoRepositoryFactory factory = new DynamoRepositoryFactory(dynamo(Order.class));
		factory.getRepository(OrderRepository.class);
		assertThat(factory.plans(OrderRepository.class)).filteredOn((plan) -> plan.method().contains("countBy"))
			.singleElement()
			.satisfies((plan) -> REPOSITORIES.shows(plan.toString()));
	}

	@Test
	void showsPlansOfWrites() {
		DynamoRepositoryFactory factory = new DynamoRepositoryFactory(dynamo(Order.class));
		factory.getRepository(Writes.class);
		assertThat(factory.plans(Writes.class)).filteredOn((plan) -> plan.method().contains("cancel"))
			.singleElement()
			.satisfies((plan) -> REPOSITORIES.shows(plan.toString()));
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> factory.getRepository(HalfKey.class))
			.satisfies((failure) -> REPOSITORIES.shows(String.valueOf(failure.getCause().getMessage())));
	}

	interface Writes extends Repository<Order, Order.Id> {

		@Update("SET status = :next")
		@Condition(name = "still-expected", value = "status = :expected")
		Order changeStatus(String customerId, String orderId, Status expected, Status next);

		@Update("SET total = total + :more REMOVE placedAt")
		void charge(Order.Id id, BigDecimal more);

		@Delete
		@Condition("status = :expected")
		boolean cancel(String customerId, String orderId, Status expected);

	}

	interface HalfKey extends Repository<Order, Order.Id> {

		@Update("SET status = :next")
		void change(String customerId, Status next);

	}

	@Test
	void showsHowNamesBecomeCalls() {
		DynamoRepositoryFactory factory = new DynamoRepositoryFactory(
				dynamo(QueriesDocUnitTests.Order.class, QueriesDocUnitTests.Invoice.class));
		factory.getRepository(Named.class);
		assertThat(factory.plans(Named.class)).hasSize(6).allSatisfy((plan) -> {
			String name = plan.method().substring(plan.method().indexOf('.') + 1, plan.method().indexOf('('));
			String suffix = name.startsWith("delete") ? " returning nothing" : "";
			QUERIES.shows("| `" + name + "`" + suffix + " | `" + plan.description() + "` |");
		});
	}

	interface Named extends Repository<QueriesDocUnitTests.Order, Object> {

		Optional<QueriesDocUnitTests.Order> findByCustomerIdAndOrderId(String customerId, String orderId);

		List<QueriesDocUnitTests.Order> findByCustomerIdAndOrderIdIn(String customerId, Collection<String> orderIds);

		List<QueriesDocUnitTests.Order> findByCustomerIdAndTotalGreaterThan(String customerId, BigDecimal min);

		List<QueriesDocUnitTests.Order> findByStatusOrderByPlacedAtDesc(QueriesDocUnitTests.Status status);

		boolean existsByCustomerId(String customerId);

		void deleteByCustomerIdAndOrderId(String customerId, String orderId);

	}

	@Test
	void showsWhatIsRefused() {
		showsRefusal(ByTotal.class);
		showsRefusal(Like.class);
		showsRefusal(TextTotal.class);
	}

	private void showsRefusal(Class<?> repository) {
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> new DynamoRepositoryFactory(dynamo(Order.class)).getRepository(repository))
			.withCauseInstanceOf(UnservableQueryException.class)
			.satisfies((failure) -> QUERIES.shows(String.valueOf(failure.getCause().getMessage())));
	}

	interface ByTotal extends Repository<Order, Order.Id> {

		List<Order> findByTotal(BigDecimal total);

	}

	interface Like extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndOrderIdLike(String customerId, String pattern);

	}

	interface TextTotal extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndTotal(String customerId, String total);

	}

	@Test
	void showsHowPagesByNumberAreRefused() {
		Orders orders = new DynamoRepositoryFactory(dynamo(Order.class)).getRepository(Orders.class);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> orders.findByCustomerId("c1", PageRequest.of(2, 20)))
			.satisfies((failure) -> REPOSITORIES.shows(String.valueOf(failure.getMessage())));
	}

	@SuppressWarnings("ClassCanBeStatic") // as an application has it
	@Configuration
	@EnableDynamoRepositories
	class Application {

	}

	interface OrderRepository extends DynamoRepository<Order, Order.Id> {

		Optional<Order> findByCustomerIdAndOrderId(String customerId, String orderId);

		List<Order> findByCustomerId(String customerId);

		Window<Order> findByStatusOrderByPlacedAtDesc(Status status, ScrollPosition position, Limit limit);

		Optional<Order> findFirstByStatusOrderByPlacedAtAsc(Status status);

		boolean existsByCustomerId(String customerId);

		long countByStatus(Status status);

		long deleteByCustomerId(String customerId);

		List<Summary> findSummariesByCustomerId(String customerId);

		@Query(key = "customerId = :customerId AND orderId BETWEEN :from AND :to", filter = "size(lines) > :min")
		List<Order> bigOrders(String customerId, String from, String to, int min);

		record Summary(String orderId, BigDecimal total) {
		}

	}

	interface Orders extends DynamoRepository<Order, Order.Id> {

		@Override
		@AllowScan
		List<Order> findAll();

		Window<Order> findByStatusOrderByPlacedAtDesc(Status status, ScrollPosition position, Limit limit);

		Slice<Order> findByCustomerId(String customerId, Pageable pageable);

	}

	static OrderRepository factory(DynamoOperations dynamo) {
		OrderRepository orders = new DynamoRepositoryFactory(dynamo).getRepository(OrderRepository.class);
		return orders;
	}

	static void plans(DynamoRepositoryPlans plans) {
		for (MethodPlan plan : plans.of(OrderRepository.class)) {
			System.out.println(plan);
		}
	}

	static void windows(Orders orders) {
		Window<Order> window = orders.findByStatusOrderByPlacedAtDesc(OPEN, ScrollPosition.keyset(), Limit.of(20));
		while (window.hasNext()) {
			window = orders.findByStatusOrderByPlacedAtDesc(OPEN, window.positionAt(window.size() - 1), Limit.of(20));
		}
	}

	static Slice<Order> slices(Orders orders) {
		Slice<Order> slice = orders.findByCustomerId("c1", DynamoPageRequest.of(20));
		Slice<Order> next = orders.findByCustomerId("c1", slice.nextPageable());
		return next;
	}

	static Slice<Order> cursors(Orders orders, Slice<Order> slice) {
		String cursor = ((DynamoPageRequest) slice.nextPageable()).cursor().orElseThrow();
		Slice<Order> next = orders.findByCustomerId("c1", DynamoPageRequest.of(20).after(cursor));
		return next;
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{placedAt}#{orderId}")
	record Order(String customerId, String orderId, Status status, Instant placedAt, BigDecimal total,
			List<String> lines) {

		record Id(String customerId, String orderId) {
		}

	}

	enum Status {

		OPEN, PAID

	}

}
