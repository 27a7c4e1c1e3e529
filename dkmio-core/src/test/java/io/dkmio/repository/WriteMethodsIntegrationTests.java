package io.dkmio.repository;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.dkmio.ConditionFailedException;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.DynamoTransactionManager;
import io.dkmio.core.Write;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Methods with {@code @Update} and {@code @Delete}: one request each, and what they
 * answer.
 */
class WriteMethodsIntegrationTests {

	private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

	private static DynamoDbClient client;

	private static RecordingExecutor sent;

	private static DynamoTemplate dynamo;

	private static Orders orders;

	private static int number;

	private Order order = Order.of("c1", "o1");

	@BeforeAll
	static void createTable() {
		client = LocalDynamo.client(WriteMethodsIntegrationTests.class);
		DynamoMappingContext context = Shop.mappingContext();
		new SchemaManager(client).create(List.of(Shop.TABLE));
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		dynamo = new DynamoTemplate(sent, context, new MappingDynamoConverter(context), Clock.systemUTC());
		orders = new DynamoRepositoryFactory(dynamo).getRepository(Orders.class);
	}

	@BeforeEach
	void storeAnOrder() {
		this.order = dynamo.insert(Order.of("c1", "o" + number++)
			.withStatus(Status.OPEN)
			.withPlacedAt(NOW)
			.withTotal(new BigDecimal("5.00"))
			.withTags("new", "slow"));
		sent.clear();
	}

	private Order stored() {
		return dynamo.get(Order.class, id()).consistent().required();
	}

	private Order.Id id() {
		return new Order.Id("c1", this.order.orderId());
	}

	@Test
	void changesAnItemInOneRequestAndReturnsIt() {
		Order paid = orders.changeStatus("c1", this.order.orderId(), Status.OPEN, Status.PAID);
		UpdateItemRequest request = sent.only(UpdateItemRequest.class);
		assertThat(request.returnValues()).isEqualTo(ReturnValue.ALL_NEW);
		assertThat(paid).isEqualTo(stored());
		assertThat(paid.status()).isEqualTo(Status.PAID);
		assertThat(paid.version()).isEqualTo(2);
		assertThat(paid.total()).isEqualByComparingTo("5");
	}

	@Test
	void movesTheItemInItsIndex() {
		orders.changeStatus("c1", this.order.orderId(), Status.OPEN, Status.SHIPPED);
		assertThat(client.getItem((get) -> get.tableName("shop")
			.key(Map.of("pk", AttributeValue.fromS("CUSTOMER#c1"), "sk",
					AttributeValue.fromS("ORDER#" + this.order.orderId()))))
			.item()
			.get("gsi1pk")
			.s()).isEqualTo("STATUS#SHIPPED");
	}

	@Test
	void aConditionThatDoesNotHoldHasItsNameAndTheMethodAndTheItem() {
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> orders.changeStatus("c1", this.order.orderId(), Status.SHIPPED, Status.PAID))
			.withMessageStartingWith("Operation 'update' of Order on table 'shop' (Orders.changeStatus) failed: the"
					+ " condition 'still-expected' does not hold.")
			.satisfies((ex) -> {
				assertThat(ex.getConditionName()).contains("still-expected");
				assertThat(ex.getOperation().repositoryMethod()).isEqualTo("Orders.changeStatus");
				assertThat(ex.getCurrent(Order.class)).contains(this.order);
			});
		assertThat(sent.requests()).hasSize(1);
		assertThat(stored()).isEqualTo(this.order);
	}

	@Test
	void anItemThatDoesNotExistIsAFailure() {
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> orders.changeStatus("c1", "none", Status.OPEN, Status.PAID))
			.withMessageStartingWith("Operation 'update' of Order on table 'shop' (Orders.changeStatus) failed: there"
					+ " is no such item.");
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> orders.tag("c1", "none", Set.of("x"), BigDecimal.ONE));
	}

	@Test
	void anOptionalIsEmptyIfThereIsNoSuchItem() {
		assertThat(orders.rename("c1", "none", NOW)).isEmpty();
		assertThat(orders.rename("c1", this.order.orderId(), NOW)).map(Order::expiresAt).contains(NOW);
		assertThat(orders.renameNullable("c1", "none", NOW)).isNull();
	}

	@Test
	void aBooleanSaysWhetherItWasDone() {
		assertThat(orders.pay("c1", this.order.orderId(), Status.OPEN, Status.PAID)).isTrue();
		assertThat(orders.pay("c1", this.order.orderId(), Status.SHIPPED, Status.PAID)).isFalse();
		assertThat(orders.pay("c1", "none", Status.OPEN, Status.PAID)).isFalse();
		assertThat(sent.requests()).hasSize(3);
		assertThat(stored().status()).isEqualTo(Status.PAID);
	}

	@Test
	void hasAllClausesOfAnUpdate() {
		orders.tag("c1", this.order.orderId(), Set.of("urgent"), new BigDecimal("2.5"));
		assertThat(sent.only(UpdateItemRequest.class).returnValues()).isNull();
		orders.untag("c1", this.order.orderId(), Set.of("slow"));
		Order stored = stored();
		assertThat(stored.tags()).containsExactlyInAnyOrder("new", "urgent");
		assertThat(stored.total()).isEqualByComparingTo("7.5");
		assertThat(stored.expiresAt()).isNull();
	}

	@Test
	void takesAWholeId() {
		assertThat(orders.expire(id(), NOW).expiresAt()).isEqualTo(NOW);
		assertThat(sent.requests()).hasSize(1);
	}

	@Test
	void createsAnItemIfItMay() {
		Order created = orders.open("c1", "created", Status.OPEN, NOW);
		assertThat(created.status()).isEqualTo(Status.OPEN);
		assertThat(created.version()).isEqualTo(1);
		assertThat(dynamo.get(Order.class, new Order.Id("c1", "created")).required()).isEqualTo(created);
	}

	@Test
	void returnsProjections() {
		assertThat(orders.summary("c1", this.order.orderId(), BigDecimal.TEN))
			.isEqualTo(new Summary(this.order.orderId(), new BigDecimal("10.00")));
		assertThat(orders.view("c1", this.order.orderId(), BigDecimal.ONE).getTotal()).isEqualByComparingTo("1");
		assertThat(orders.later("c1", this.order.orderId(), BigDecimal.ONE))
			.isCompletedWithValueMatching((order) -> order != null && Long.valueOf(4).equals(order.version()));
	}

	@Test
	void deletesAnItemUnderACondition() {
		assertThat(orders.cancel("c1", this.order.orderId(), Status.SHIPPED)).isFalse();
		assertThat(orders.cancel("c1", "none", Status.OPEN)).isFalse();
		sent.clear();
		assertThat(orders.cancel("c1", this.order.orderId(), Status.OPEN)).isTrue();
		assertThat(sent.only(DeleteItemRequest.class).returnValues()).isNull();
		assertThat(dynamo.exists(Order.class, id())).isFalse();
	}

	@Test
	void aRefusedDeletionHasTheNameOfItsCondition() {
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> orders.remove("c1", this.order.orderId(), Status.SHIPPED))
			.withMessageStartingWith(
					"Operation 'delete' of Order on table 'shop' (Orders.remove) failed: the condition 'expected' does"
							+ " not hold.")
			.satisfies((ex) -> assertThat(ex.getCurrent(Order.class)).contains(this.order));
		orders.remove("c1", this.order.orderId(), Status.OPEN);
		assertThat(dynamo.exists(Order.class, id())).isFalse();
	}

	@Test
	void returnsWhatWasDeleted() {
		assertThat(orders.take("c1", this.order.orderId())).contains(this.order);
		assertThat(orders.take("c1", this.order.orderId())).isEmpty();
		assertThat(orders.takeIf("c1", this.order.orderId(), Status.OPEN)).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> orders.takeRequired("c1", this.order.orderId()))
			.withMessageContaining("(Orders.takeRequired) failed: there is no such item. Nothing was deleted.");
		orders.drop("c1", this.order.orderId());
	}

	@Test
	void whatReturnsNothingIsPartOfATransaction() {
		Order other = dynamo.insert(Order.of("c1", "other" + number++).withStatus(Status.OPEN));
		sent.clear();
		new TransactionTemplate(new DynamoTransactionManager(dynamo)).executeWithoutResult((tx) -> {
			orders.tag("c1", this.order.orderId(), Set.of("urgent"), BigDecimal.ONE);
			orders.remove("c1", other.orderId(), Status.OPEN);
			assertThat(sent.requests()).isEmpty();
		});
		assertThat(sent.only(TransactWriteItemsRequest.class).transactItems()).hasSize(2);
		assertThat(stored().tags()).contains("urgent");
		assertThat(dynamo.exists(Order.class, new Order.Id("c1", other.orderId()))).isFalse();
	}

	@Test
	void aRefusalInATransactionHasTheNamesOfTheMethodAndTheCondition() {
		TransactionTemplate transaction = new TransactionTemplate(new DynamoTransactionManager(dynamo));
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> transaction.executeWithoutResult((tx) -> {
				orders.remove("c1", this.order.orderId(), Status.SHIPPED);
				dynamo.put(Customer.of("c1", "Ada"));
			}))
			.withMessageStartingWith("Operation 'delete' of Order on table 'shop' (Orders.remove) failed at action 0 of"
					+ " the transaction: the condition 'expected' does not hold.");
	}

	@Test
	void whatAnswersIsRefusedInATransaction() {
		TransactionTemplate transaction = new TransactionTemplate(new DynamoTransactionManager(dynamo));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> transaction.executeWithoutResult(
					(tx) -> orders.changeStatus("c1", this.order.orderId(), Status.OPEN, Status.PAID)))
			.withMessageStartingWith("Operation 'update' of Order (Orders.changeStatus) on table 'shop' asks for"
					+ " ALL_NEW, and a transaction returns nothing");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> transaction
				.executeWithoutResult((tx) -> orders.pay("c1", this.order.orderId(), Status.OPEN, Status.PAID)))
			.withMessage(
					"Operation 'update' (Orders.pay) says whether it was done, and a transaction knows only when it"
							+ " commits. Nothing was sent; use a method that returns nothing, or call it outside of the"
							+ " transaction.");
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void patchesInATransaction() {
		new TransactionTemplate(new DynamoTransactionManager(dynamo)).executeWithoutResult((tx) -> {
			orders.patch(id(), io.dkmio.core.expression.Update.empty().set("total", new BigDecimal("2")));
			dynamo.put(Customer.of("c1", "Ada"));
		});
		assertThat(sent.only(TransactWriteItemsRequest.class).transactItems()).hasSize(2);
		assertThat(stored().total()).isEqualByComparingTo("2");
		sent.clear();
		new WriteTransactionTemplate(dynamo).write((tx) -> {
			tx.patch(Order.class, id(), io.dkmio.core.expression.Update.empty().set("total", BigDecimal.ONE));
			tx.put(Customer.of("c2", "Bob"));
		});
		assertThat(sent.only(TransactWriteItemsRequest.class).transactItems()).hasSize(2);
		assertThat(stored().total()).isEqualByComparingTo("1");
	}

	@Test
	void checksItemsInATransactionWithWhatIsSavedAndPatched() {
		dynamo.put(Customer.of("ada", "Ada"));
		AllOrders all = new DynamoRepositoryFactory(dynamo).getRepository(AllOrders.class);
		Customers customers = new DynamoRepositoryFactory(dynamo).getRepository(Customers.class);
		TransactionTemplate transaction = new TransactionTemplate(new DynamoTransactionManager(dynamo));
		sent.clear();
		transaction.executeWithoutResult((tx) -> {
			all.save(Order.of("ada", "checkout").withStatus(Status.OPEN));
			all.patch(id(), io.dkmio.core.expression.Update.empty().add("total", 1));
			customers.check("ada", Write.when(attribute("name").eq("Ada"), "known"));
			assertThat(sent.requests()).isEmpty();
		});
		assertThat(sent.only(TransactWriteItemsRequest.class).transactItems()).hasSize(3);
		assertThat(stored().total()).isEqualByComparingTo("6");
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> transaction.executeWithoutResult((tx) -> {
				all.save(Order.of("ada", "second"));
				customers.check("ada", Write.when(attribute("name").eq("Eve"), "known"));
			}))
			.withMessageStartingWith("Operation 'check' of Customer on table 'shop' failed at action 1 of the"
					+ " transaction: the condition 'known' does not hold.");
		assertThat(all.existsById(new Order.Id("ada", "second"))).isFalse();
		customers.check("ada", Write.when(attribute("name").eq("Ada")));
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> customers.check("nobody", Write.when(attribute("name").exists())));
	}

	interface AllOrders extends DynamoRepository<Order, Order.Id> {

	}

	interface Customers extends DynamoRepository<Customer, String> {

	}

	/**
	 * Writes orders in every way there is.
	 */
	interface Orders extends DynamoWrites {

		@Update("SET status = :next")
		@Condition(name = "still-expected", value = "status = :expected")
		Order changeStatus(String customerId, String orderId, Status expected, Status next);

		@Update("SET expiresAt = :at")
		Optional<Order> rename(String customerId, String orderId, Instant at);

		@Update("SET expiresAt = :at")
		@Nullable Order renameNullable(String customerId, String orderId, Instant at);

		@Update("SET status = :next")
		@Condition("status = :expected")
		boolean pay(String customerId, String orderId, Status expected, Status next);

		@Update("SET total = total + :more REMOVE expiresAt ADD tags :tags")
		void tag(String customerId, String orderId, Set<String> tags, BigDecimal more);

		@Update("DELETE tags :tags")
		void untag(String customerId, String orderId, Set<String> tags);

		@Update("SET expiresAt = :at")
		Order expire(Order.Id id, Instant at);

		@Update(value = "SET status = :status, placedAt = :placedAt", upsert = true)
		Order open(String customerId, String orderId, Status status, Instant placedAt);

		@Update("SET total = :total")
		Summary summary(String customerId, String orderId, BigDecimal total);

		@Update("SET total = :total")
		View view(String customerId, String orderId, BigDecimal total);

		@Update("SET total = :total")
		CompletableFuture<Order> later(String customerId, String orderId, BigDecimal total);

		@Delete
		@Condition(name = "expected", value = "status = :expected")
		boolean cancel(String customerId, String orderId, Status expected);

		@Delete
		@Condition(name = "expected", value = "status = :expected")
		void remove(String customerId, String orderId, Status expected);

		@Delete
		Optional<Order> take(String customerId, String orderId);

		@Delete
		@Condition("status = :expected")
		Optional<Order> takeIf(String customerId, String orderId, Status expected);

		@Delete
		Order takeRequired(String customerId, String orderId);

		@Delete
		void drop(String customerId, String orderId);

	}

	/**
	 * A part of the methods of all repositories.
	 */
	interface DynamoWrites extends Repository<Order, Order.Id> {

		void patch(Order.Id id, io.dkmio.core.expression.Update update);

	}

	record Summary(String orderId, @Nullable BigDecimal total) {
	}

	interface View {

		BigDecimal getTotal();

	}

}
