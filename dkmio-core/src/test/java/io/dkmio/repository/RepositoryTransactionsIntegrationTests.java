package io.dkmio.repository;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.DynamoTransactionManager;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.repository.config.EnableDynamoRepositories;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.dkmio.repository.support.DynamoRepositoryPlans;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import io.dkmio.transaction.ReadTransaction;
import io.dkmio.transaction.WriteTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.QueryCreationException;
import org.springframework.transaction.annotation.EnableTransactionManagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Repository methods that are transactions: one TransactWriteItems or TransactGetItems
 * each, and plans that say so.
 */
@ParameterizedClass
@ValueSource(classes = { RepositoryTransactionsIntegrationTests.Interfaces.class,
		RepositoryTransactionsIntegrationTests.Classes.class })
class RepositoryTransactionsIntegrationTests {

	private final AnnotationConfigApplicationContext application;

	private final RecordingExecutor sent;

	private final Orders orders;

	RepositoryTransactionsIntegrationTests(Class<?> configuration) {
		this.application = new AnnotationConfigApplicationContext(Application.class, configuration);
		this.sent = this.application.getBean(RecordingExecutor.class);
		this.orders = this.application.getBean(Orders.class);
	}

	@BeforeEach
	void empty() {
		this.application.getBean(DynamoTemplate.class)
			.deleteAllById(Order.class, IntStream.range(0, 120).mapToObj((i) -> id("c1", i)).toList());
		this.sent.clear();
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	private static Order.Id id(String customer, int i) {
		return new Order.Id(customer, "o-%03d".formatted(i));
	}

	private static List<Order> orders(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> Order.of("c1", "o-%03d".formatted(i)).withStatus(Status.OPEN))
			.toList();
	}

	@Test
	void savesAllInOneRequest() {
		List<Order> saved = this.orders.saveAll(orders(3));
		assertThat(this.sent.only(TransactWriteItemsRequest.class).transactItems()).hasSize(3);
		assertThat(saved).extracting(Order::version).containsExactly(1L, 1L, 1L);
		this.sent.clear();
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.orders.saveAll(List.of(saved.get(0), saved.get(1).withVersion(7L))))
			.withMessageStartingWith(
					"Operation 'putAll' of Order on table 'shop' (Orders.saveAll) failed at action 1 of the transaction");
		assertThat(this.sent.requests()).hasSize(1);
		assertThat(this.orders.findAllById(List.of(id("c1", 0)))).extracting(Order::version).containsExactly(1L);
	}

	@Test
	void takesAHundredAndRefusesMore() {
		this.orders.saveAll(orders(100));
		assertThat(this.sent.only(TransactWriteItemsRequest.class).transactItems()).hasSize(100);
		this.sent.clear();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.orders.saveAll(orders(101)))
			.withMessageStartingWith("A transaction has at most 100 writes, and 'putAll' of Order is one too many.");
		assertThat(this.sent.requests()).isEmpty();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.orders.findAllById(IntStream.range(0, 101).mapToObj((i) -> id("c1", i)).toList()))
			.withMessageContaining("a transaction reads 100 items at most as of one moment");
		assertThat(this.sent.requests()).isEmpty();
	}

	@Test
	void readsAllByTheirIdsInOneRequest() {
		this.orders.saveAll(orders(3));
		this.sent.clear();
		assertThat(this.orders.findAllById(List.of(id("c1", 2), id("c1", 9), id("c1", 0)))).extracting(Order::orderId)
			.containsExactly("o-002", "o-000");
		assertThat(this.sent.only(TransactGetItemsRequest.class).transactItems()).hasSize(3);
		this.sent.clear();
		assertThat(this.orders.findByCustomerIdAndOrderIdIn("c1", List.of("o-001", "o-002"))).hasSize(2);
		assertThat(this.sent.only(TransactGetItemsRequest.class).transactItems()).hasSize(2);
	}

	@Test
	void deletesWhatItFindsInOneRequest() {
		this.orders.saveAll(orders(30));
		this.sent.clear();
		assertThat(this.orders.deleteByCustomerId("c1")).isEqualTo(30);
		assertThat(this.sent.requests()).hasSize(2);
		DynamoDbRequest query = this.sent.requests().get(0);
		assertThat(query).isInstanceOf(QueryRequest.class);
		assertThat(((TransactWriteItemsRequest) this.sent.requests().get(1)).transactItems()).hasSize(30);
		assertThat(this.orders.deleteByCustomerId("c1")).isZero();
	}

	@Test
	void updatesInATransactionOfOne() {
		this.orders.saveAll(orders(1));
		this.sent.clear();
		this.orders.change("c1", "o-000", Status.PAID);
		assertThat(this.sent.only(TransactWriteItemsRequest.class).transactItems()).hasSize(1);
	}

	@Test
	void plansSaySo() {
		Map<String, MethodPlan> plans = this.application.getBean(DynamoRepositoryPlans.class)
			.of(Orders.class)
			.stream()
			.collect(Collectors.toMap((plan) -> plan.method().substring("Orders.".length()), Function.identity()));
		assertThat(plans.get("saveAll(Iterable)").operation()).isEqualTo("TransactWriteItems");
		assertThat(plans.get("saveAll(Iterable)").description()).isEqualTo("TransactWriteItems shop");
		assertThat(plans.get("findAllById(Iterable)").operation()).isEqualTo("TransactGetItems");
		assertThat(plans.get("findByCustomerIdAndOrderIdIn(String, Collection)")).hasToString(
				"Orders.findByCustomerIdAndOrderIdIn(String, Collection): TransactGetItems shop for each" + " orderId");
		assertThat(plans.get("findByCustomerId(String)").warnings())
			.containsExactly("a transaction reads items by their keys, and this is read as it always is");
		assertThat(plans.get("deleteByCustomerId(String)").operation()).isEqualTo("TransactWriteItems");
		assertThat(plans.get("deleteByCustomerId(String)"))
			.hasToString("Orders.deleteByCustomerId(String): Query shop pk = ? AND begins_with(sk, ?) select"
					+ " customerId, orderId then TransactWriteItems (reads keys, and deletes up to 100 together)");
		assertThat(plans.get("change(String, String, Status)").operation()).isEqualTo("TransactWriteItems");
		assertThat(plans.get("deleteAllById(Iterable)").operation()).isEqualTo("BatchWriteItem");
	}

	@Test
	void aTypeMakesAllItsMethodsTransactions() {
		Together together = this.application.getBean(Together.class);
		together.saveAll(orders(2));
		assertThat(this.sent.only(TransactWriteItemsRequest.class).transactItems()).hasSize(2);
		this.sent.clear();
		assertThat(together.findById(id("c1", 1))).isPresent();
		together.deleteAllById(List.of(id("c1", 0), id("c1", 1)));
		assertThat(this.sent.requests()).hasSize(2);
		assertThat(this.sent.requests().get(1)).isInstanceOf(TransactWriteItemsRequest.class);
	}

	@Test
	void aFactoryOfItsOwnMakesTransactionsToo() {
		Orders made = new DynamoRepositoryFactory(this.application.getBean(DynamoTemplate.class))
			.getRepository(Orders.class);
		made.saveAll(orders(2));
		assertThat(this.sent.only(TransactWriteItemsRequest.class).transactItems()).hasSize(2);
	}

	@Test
	void refusesATransactionThatIsToAnswer() {
		DynamoRepositoryFactory factory = new DynamoRepositoryFactory(this.application.getBean(DynamoTemplate.class));
		assertThatExceptionOfType(QueryCreationException.class).isThrownBy(() -> factory.getRepository(Answering.class))
			.withStackTraceContaining("Answering.change(String, String, Status) cannot be served: it is a transaction,"
					+ " which returns nothing before it commits. Return nothing, or leave @WriteTransaction out: one"
					+ " write is done or not as it is.");
	}

	@WriteTransaction
	interface Together extends DynamoRepository<Order, Order.Id> {

	}

	interface Answering extends Repository<Order, Order.Id> {

		@WriteTransaction
		@Update("SET status = :next")
		Order change(String customerId, String orderId, Status next);

	}

	interface Orders extends DynamoRepository<Order, Order.Id> {

		@Override
		@WriteTransaction
		<S extends Order> List<S> saveAll(Iterable<S> items);

		@Override
		@ReadTransaction
		List<Order> findAllById(Iterable<Order.Id> ids);

		@ReadTransaction
		List<Order> findByCustomerIdAndOrderIdIn(String customerId, Collection<String> orderIds);

		@ReadTransaction
		List<Order> findByCustomerId(String customerId);

		@WriteTransaction
		long deleteByCustomerId(String customerId);

		@WriteTransaction
		@Update("SET status = :next")
		void change(String customerId, String orderId, Status next);

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	static class Interfaces {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement(proxyTargetClass = true)
	static class Classes {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableDynamoRepositories(considerNestedRepositories = true, templateRef = "shopTemplate",
			basePackageClasses = RepositoryTransactionsIntegrationTests.class,
			includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE,
					classes = { Orders.class, Together.class }))
	static class Application {

		@Bean
		RecordingExecutor executor() {
			DynamoDbClient client = LocalDynamo.client(RepositoryTransactionsIntegrationTests.class);
			new SchemaManager(client).create(List.of(Shop.TABLE));
			return new RecordingExecutor(new ClientDynamoExecutor(client));
		}

		@Bean
		DynamoTemplate shopTemplate(RecordingExecutor executor) {
			DynamoMappingContext context = DynamoMappingContext.of(List.of(Shop.TABLE), Customer.class, Order.class);
			return new DynamoTemplate(executor, context, new MappingDynamoConverter(context), Clock.systemUTC());
		}

		@Bean(name = WriteTransaction.MANAGER, defaultCandidate = false)
		DynamoTransactionManager dynamoTransactionManager(DynamoTemplate dynamo) {
			return new DynamoTransactionManager(dynamo);
		}

	}

}
