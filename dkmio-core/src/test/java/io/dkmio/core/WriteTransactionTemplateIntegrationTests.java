package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.dkmio.BatchIncompleteException;
import io.dkmio.ConditionFailedException;
import io.dkmio.WriteTransactionCanceledException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Stock;
import io.dkmio.test.Fault;
import io.dkmio.test.FaultServer;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Transactions that are written down in one place.
 */
class WriteTransactionTemplateIntegrationTests {

	private static final DynamoDbClient CLIENT = LocalDynamo.client(WriteTransactionTemplateIntegrationTests.class);

	private static final DynamoMappingContext CONTEXT = Shop.mappingContext();

	private static final FaultServer SERVER = FaultServer.start();

	private static final Map<String, String> STOCK = Map.of("sku", "s1", "warehouse", "w1");

	private static final TransactionOptions QUICK = TransactionOptions.defaults()
		.withMaxAttempts(4)
		.withDelay(Duration.ofMillis(1), Duration.ofMillis(2));

	private final RecordingExecutor executor = new RecordingExecutor(new ClientDynamoExecutor(CLIENT));

	private final DynamoTemplate dynamo = template(this.executor);

	private final WriteTransactionTemplate transactions = new WriteTransactionTemplate(this.dynamo).withOptions(QUICK);

	private final ReadTransactionTemplate reads = new ReadTransactionTemplate(this.dynamo).withOptions(QUICK);

	@BeforeAll
	static void createTables() {
		new SchemaManager(CLIENT).create(Shop.tables());
	}

	@AfterAll
	static void stop() {
		SERVER.close();
	}

	@BeforeEach
	void empty() {
		SERVER.reset();
		empty("shop", "pk", "sk");
		empty("shop-products", "sku");
		empty("shop-stock", "sku", "warehouse");
		this.executor.clear();
	}

	private static void empty(String table, String... keys) {
		CLIENT.scanPaginator((scan) -> scan.tableName(table).projectionExpression(String.join(", ", keys)))
			.items()
			.forEach((key) -> CLIENT.deleteItem((delete) -> delete.tableName(table).key(key)));
	}

	private static DynamoTemplate template(RecordingExecutor executor) {
		return new DynamoTemplate(executor, CONTEXT, new MappingDynamoConverter(CONTEXT), Clock.systemUTC());
	}

	private static WriteTransactionTemplate faulty() {
		return new WriteTransactionTemplate(template(new RecordingExecutor(new ClientDynamoExecutor(SERVER.client()))))
			.withOptions(QUICK);
	}

	@Test
	void doesAllWritesInOneRequest() {
		this.dynamo.put(Customer.of("c1", "Ada"));
		this.dynamo.put(new Stock("s1", "w1", 5));
		this.dynamo.put(product("s9"));
		this.executor.clear();
		Product stored = this.transactions.writeAndReturn((tx) -> {
			Product inserted = tx.insert(product("s1"));
			tx.put(new Stock("s2", "w1", 1));
			tx.update(Stock.class, STOCK).add("quantity", -2).when(attribute("quantity").gte(2), "in stock");
			tx.check(Customer.class, "c1").when(attribute("name").eq("Ada"), "is Ada");
			tx.delete(Product.class, "s9").when(attribute("name").eq("Product s9"));
			return inserted;
		});
		TransactWriteItemsRequest sent = this.executor.only(TransactWriteItemsRequest.class);
		assertThat(sent.transactItems()).hasSize(5);
		assertThat(sent.clientRequestToken()).isNotEmpty();
		assertThat(stored).isEqualTo(product("s1"));
		assertThat(this.dynamo.get(Stock.class, STOCK).required().getQuantity()).isEqualTo(3);
		assertThat(this.dynamo.get(Stock.class, STOCK).required().getVersion()).isEqualTo(2);
		assertThat(this.dynamo.batchGet(Product.class, List.of("s1", "s9")).list()).containsExactly(product("s1"));
	}

	@Test
	void sendsNothingForNoWritesOrIfTheApplicationFails() {
		this.transactions.write((tx) -> {
		});
		Stock stock = new Stock("s1", "w1", 5);
		assertThatIllegalStateException().isThrownBy(() -> this.transactions.write((tx) -> {
			tx.put(stock);
			throw new IllegalStateException("no");
		}));
		assertThat(this.executor.requests()).isEmpty();
		assertThat(stock.getVersion()).isNull();
	}

	@Test
	void aRefusedConditionNamesTheWriteTheTypeAndItself() {
		this.dynamo.put(new Stock("s1", "w1", 1));
		Stock other = new Stock("s2", "w1", 1);
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> this.transactions.write((tx) -> {
			tx.put(other);
			tx.update(Stock.class, STOCK).add("quantity", -2).when(attribute("quantity").gte(2), "in stock");
		}))
			.withMessageMatching(
					"Operation 'update' of Stock on table 'shop-stock' failed at action 1 of the transaction:"
							+ " the condition 'in stock' does not hold\\. getCurrent\\(…\\) of this exception has the item as it is"
							+ " stored\\. \\[TransactWriteItems: ConditionalCheckFailed, request id .*]")
			.satisfies((ex) -> {
				assertThat(ex.getConditionName()).contains("in stock");
				assertThat(ex.getCurrent(Stock.class))
					.hasValueSatisfying((current) -> assertThat(current.getQuantity()).isEqualTo(1));
				assertThat(ex.getOperation().itemType()).isEqualTo("Stock");
				assertThat(ex.getOperation().operation()).isEqualTo("update");
				assertThat(ex).hasCauseInstanceOf(WriteTransactionCanceledException.class);
			});
		assertThat(other.getVersion()).isNull();
		assertThat(this.dynamo.exists(Stock.class, Map.of("sku", "s2", "warehouse", "w1"))).isFalse();
	}

	@Test
	void severalRefusedWritesAreAllNamed() {
		this.dynamo.put(product("s1"));
		Customer ada = this.dynamo.put(Customer.of("c1", "Ada"));
		this.dynamo.put(ada);
		this.executor.clear();
		assertThatExceptionOfType(WriteTransactionCanceledException.class)
			.isThrownBy(() -> this.transactions.write((tx) -> {
				tx.insert(product("s1"));
				tx.put(product("s2"));
				tx.put(ada);
			}))
			.withMessageStartingWith("Operation 'write' failed: the transaction was cancelled because of action 0:"
					+ " ConditionalCheckFailed (Operation 'insert' of Product on table 'shop-products'), action 2:"
					+ " ConditionalCheckFailed (Operation 'put' of Customer on table 'shop'). Nothing of it was done;")
			.satisfies((ex) -> {
				assertThat(ex.getFailures()).hasSize(2);
				assertThat(ex.getSuppressed()).hasSize(2);
				assertThat(ex.getSuppressed()[0]).isInstanceOf(DuplicateKeyException.class);
				assertThat(ex.getSuppressed()[1]).isInstanceOf(OptimisticLockingFailureException.class);
			});
		assertThat(this.executor.requests()).hasSize(1);
	}

	@Test
	void aCheckAndWhatFollowsItAreOneWrite() {
		this.dynamo.put(product("s1"));
		this.executor.clear();
		this.transactions.write((tx) -> {
			tx.check(Product.class, "s1").when(attribute("name").eq("Product s1"), "unchanged");
			tx.put(new Product("s1", "changed", BigDecimal.ONE.setScale(2), Set.of()));
		});
		assertThat(this.executor.only(TransactWriteItemsRequest.class).transactItems()).hasSize(1);
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> this.transactions.write((tx) -> {
			tx.check(Product.class, "s1").when(attribute("name").eq("Product s1"), "unchanged");
			tx.put(product("s1"));
		})).withMessageContaining("the condition 'unchanged' does not hold");
	}

	@Test
	void refusesWhatCannotBeOneWrite() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.transactions.write((tx) -> {
				tx.put(new Stock("s1", "w1", 5));
				tx.update(Stock.class, STOCK).add("quantity", 1);
			}))
			.withMessage(
					"A transaction has one write for an item, and 'put' of Stock and 'update' of Stock are of the same"
							+ " item of table 'shop-stock' and cannot be made one. What an update leaves is not known before it is"
							+ " done; say everything in one update, or read the item, change it, and store it once. Nothing was"
							+ " sent.");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.transactions.write((tx) -> {
				tx.update(Stock.class, STOCK).add("quantity", 1);
				tx.check(Stock.class, STOCK).when(attribute("quantity").gte(1));
			}))
			.withMessageContaining("give the condition to the update instead. Nothing was sent.");
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void aWriteCannotBeChangedAfterTheNextOne() {
		assertThatIllegalStateException().isThrownBy(() -> this.transactions.write((tx) -> {
			TransactionUpdate update = tx.update(Stock.class, STOCK).add("quantity", 1);
			tx.put(product("s1"));
			update.add("reserved", 1);
		}))
			.withMessage("This 'update' of Stock cannot be changed any more: the next write of the transaction has been"
					+ " named. Say everything about a write before the next one.");
	}

	@Test
	void takesPartInATransactionThatIsThere() {
		new TransactionTemplate(new DynamoTransactionManager(this.dynamo)).executeWithoutResult((status) -> {
			this.dynamo.put(product("s1"));
			this.transactions.write((tx) -> tx.put(product("s2")));
			assertThat(this.executor.requests()).isEmpty();
			var read = this.reads.read((tx) -> tx.get(Product.class, "s2"));
			assertThat(read.required()).isEqualTo(product("s2"));
		});
		assertThat(this.executor.only(TransactWriteItemsRequest.class).transactItems()).hasSize(2);
	}

	@Test
	void conflictsAreTriedAgainWithTheSameToken() {
		Fault conflict = canceled("{\"Code\":\"TransactionConflict\",\"Message\":\"x\"},{\"Code\":\"None\"}");
		SERVER.next(conflict, canceled("{\"Code\":\"ThrottlingError\"},{\"Code\":\"TransactionConflict\"}"), conflict);
		faulty().write((tx) -> {
			tx.put(product("s1"));
			tx.put(product("s2"));
		});
		assertThat(SERVER.calls()).hasSize(4);
		assertThat(SERVER.calls().stream().map((call) -> call.body()).distinct()).hasSize(1);
	}

	@Test
	void conflictsWithoutEndBecomeAnExceptionAfterTheAttempts() {
		SERVER.always(canceled("{\"Code\":\"TransactionConflict\"}"));
		Stock stock = new Stock("s1", "w1", 5);
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> faulty().write((tx) -> tx.put(stock)))
			.withMessage("Operation 'put' of Stock on table 'shop-stock' failed at action 0 of the transaction: another"
					+ " transaction is working on the same item. Nothing was written; repeat the whole operation after a"
					+ " short random pause. [TransactWriteItems: TransactionConflict, request id FAULT-1]")
			.withCauseInstanceOf(WriteTransactionCanceledException.class);
		assertThat(SERVER.calls()).hasSize(4);
		assertThat(stock.getVersion()).isNull();
	}

	@Test
	void aTransactionThatIsStillRunningIsAskedForAgainWithTheSameToken() {
		SERVER.next(Fault.error(400, "TransactionInProgressException"));
		long begin = System.nanoTime();
		faulty().withOptions(TransactionOptions.defaults()).write((tx) -> tx.put(product("s1")));
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(5));
		assertThat(SERVER.calls()).hasSize(2);
		assertThat(SERVER.calls().stream().map((call) -> call.body()).distinct()).singleElement()
			.asString()
			.contains("ClientRequestToken");
	}

	@Test
	void aTransactionThatNeverEndsIsALockNobodyGets() {
		SERVER.always(Fault.error(400, "TransactionInProgressException"));
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> faulty().withOptions(QUICK.withMaxAttempts(1)).write((tx) -> tx.put(product("s1"))))
			.withMessage("Operation 'write' failed: a transaction with the same client request token is still running."
					+ " Send the same transaction with the same token again, five seconds or more after the first time,"
					+ " to learn how it ended. [TransactWriteItems: TransactionInProgressException, request id FAULT-1]");
		assertThat(SERVER.calls()).hasSize(1);
	}

	@Test
	void permanentReasonsAreNeverTriedAgain() {
		SERVER.always(canceled("{\"Code\":\"TransactionConflict\"},{\"Code\":\"ConditionalCheckFailed\"}"));
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> faulty().write((tx) -> {
			tx.put(product("s1"));
			tx.insert(product("s2"));
		}));
		assertThat(SERVER.calls()).hasSize(1);
		SERVER.reset();
		SERVER.always(Fault.error(400, "TransactionCanceledException"));
		assertThatExceptionOfType(WriteTransactionCanceledException.class)
			.isThrownBy(() -> faulty().write((tx) -> tx.put(product("s1"))))
			.withMessageStartingWith("Operation 'write' failed: the transaction was cancelled, and DynamoDB gave no"
					+ " reasons. Nothing of it was done; perhaps it can be sent again after a short pause.");
		assertThat(SERVER.calls()).hasSize(1);
	}

	@Test
	void anInterruptEndsThePauseBetweenAttempts() throws InterruptedException {
		SERVER.always(canceled("{\"Code\":\"TransactionConflict\"}"));
		WriteTransactionTemplate slow = faulty()
			.withOptions(QUICK.withDelay(Duration.ofSeconds(15), Duration.ofSeconds(15)).withMaxAttempts(100));
		List<Object> seen = new ArrayList<>();
		Thread thread = new Thread(() -> {
			try {
				slow.write((tx) -> tx.put(product("s1")));
			}
			catch (CannotAcquireLockException ex) {
				seen.add(Thread.currentThread().isInterrupted());
			}
		});
		thread.start();
		Thread.sleep(1500);
		long begin = System.nanoTime();
		thread.interrupt();
		thread.join(5000);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(100));
		assertThat(seen).containsExactly(true);
	}

	@Test
	void aLostAnswerDoesNotDoTheWritesTwice() {
		this.dynamo.put(new Stock("s1", "w1", 5));
		SERVER.next(Fault.lostAfter(LocalDynamo.endpoint())).always(Fault.passedTo(LocalDynamo.endpoint()));
		String accessKey = WriteTransactionTemplateIntegrationTests.class.getName().replaceAll("[^A-Za-z0-9]", "");
		try (DynamoDbClient client = DynamoDbClient.builder()
			.endpointOverride(SERVER.endpoint())
			.region(CLIENT.serviceClientConfiguration().region())
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
			.build()) {
			new WriteTransactionTemplate(template(new RecordingExecutor(new ClientDynamoExecutor(client))))
				.write((tx) -> tx.update(Stock.class, STOCK).add("quantity", 1));
		}
		assertThat(SERVER.calls()).hasSize(2);
		assertThat(this.dynamo.get(Stock.class, STOCK).required().getQuantity()).isEqualTo(6);
	}

	@Test
	void aTokenOfTheApplicationMakesATransactionSafeToRepeat() {
		this.dynamo.put(new Stock("s1", "w1", 5));
		String token = "checkout-" + System.nanoTime();
		for (int i = 0; i < 3; i++) {
			this.transactions.withToken(token).write((tx) -> tx.update(Stock.class, STOCK).add("quantity", 1));
		}
		assertThat(this.dynamo.get(Stock.class, STOCK).required().getQuantity()).isEqualTo(6);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.transactions.withToken(token)
				.write((tx) -> tx.update(Stock.class, STOCK).add("quantity", 2)))
			.withMessageContaining(
					"the client request token was used for another transaction within the last ten minutes");
	}

	@Test
	void pagesAreTransactionsOfTheirOwn() {
		List<Product> products = IntStream.range(0, 60).mapToObj((i) -> product("s" + i)).toList();
		this.transactions.writeInPages(products, 25, (tx, product) -> tx.insert(product));
		assertThat(this.executor.requests()).hasSize(3);
		this.dynamo.deleteAll(products.subList(0, 25));
		assertThatExceptionOfType(BatchIncompleteException.class)
			.isThrownBy(() -> this.transactions.writeInPages(products, 25, (tx, product) -> tx.insert(product)))
			.withMessage(
					"Operation 'writeInPages' failed: the writes for 35 of 60 items were not done: the transaction of"
							+ " a page failed with WriteTransactionCanceledException. Those for the first 25 were;"
							+ " getUnprocessed() has the items that are left: correct first what the cause of this exception"
							+ " names.")
			.satisfies((ex) -> assertThat(ex.getUnprocessed(Product.class)).isEqualTo(products.subList(25, 60)));
	}

	@Test
	void readsItemsAsOfOneMoment() {
		this.dynamo.put(product("s1"));
		this.dynamo.put(Customer.of("c1", "Ada"));
		this.executor.clear();
		record Found(ReadHandle<Product> product, ReadHandle<Customer> customer, ReadHandle<Product> none,
				ReadHandle<Product> again) {
		}
		Found found = this.reads.read((tx) -> new Found(tx.get(Product.class, "s1"), tx.get(Customer.class, "c1"),
				tx.get(Product.class, "s2"), tx.get(Product.class, "s1")));
		assertThat(this.executor.only(TransactGetItemsRequest.class).transactItems()).hasSize(3);
		assertThat(found.product().required()).isEqualTo(product("s1"));
		assertThat(found.again().required()).isEqualTo(product("s1"));
		assertThat(found.customer().required().name()).isEqualTo("Ada");
		assertThat(found.none().optional()).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> found.none().required())
			.withMessage("No Product with this id in table 'shop-products'; use optional() where it may be absent");
	}

	@Test
	void aHandleHasNothingBeforeTheEnd() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.reads.read((tx) -> tx.get(Product.class, "s1").required()))
			.withMessage(
					"The Product is not read yet: a read transaction is sent when all its reads are named. Return the"
							+ " handle, and ask it afterwards.");
	}

	@Test
	void readsAHundredItemsAtMost() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.reads
				.read((tx) -> IntStream.range(0, 101).mapToObj((i) -> tx.get(Product.class, "s" + i)).toList()))
			.withMessage(
					"A transaction reads at most 100 items, and 101 are asked for. Nothing was sent; read fewer, or use"
							+ " batchGet(…), which does not read as of one moment.");
		assertThat(this.executor.requests()).isEmpty();
	}

	private static Fault canceled(String reasons) {
		return Fault.body(400, "{\"__type\":\"" + Fault.NAMESPACE
				+ "TransactionCanceledException\",\"message\":\"x\",\"CancellationReasons\":[" + reasons + "]}");
	}

	private static Product product(String sku) {
		return new Product(sku, "Product " + sku, new BigDecimal("9.50"), Set.of());
	}

}
