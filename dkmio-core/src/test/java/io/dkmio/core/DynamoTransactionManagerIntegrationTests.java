package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Stock;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.InvalidIsolationLevelException;
import org.springframework.transaction.NestedTransactionNotSupportedException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Spring's transactions on DynamoDB's.
 */
class DynamoTransactionManagerIntegrationTests {

	private static final DynamoDbClient CLIENT = LocalDynamo.client(DynamoTransactionManagerIntegrationTests.class);

	private static final DynamoMappingContext CONTEXT = Shop.mappingContext();

	private final RecordingExecutor executor = new RecordingExecutor(new ClientDynamoExecutor(CLIENT));

	private final DynamoTemplate dynamo = new DynamoTemplate(this.executor, CONTEXT,
			new MappingDynamoConverter(CONTEXT), Clock.systemUTC());

	private final DynamoTransactionManager manager = new DynamoTransactionManager(this.dynamo);

	private final TransactionTemplate transaction = new TransactionTemplate(this.manager);

	@BeforeAll
	static void createTables() {
		new SchemaManager(CLIENT).create(Shop.tables());
	}

	@BeforeEach
	void empty() {
		empty("shop", "pk", "sk");
		empty("shop-products", "sku");
		empty("shop-stock", "sku", "warehouse");
		this.executor.clear();
	}

	@AfterEach
	void nothingIsLeftBehind() {
		assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
		assertThat(TransactionSynchronizationManager.isSynchronizationActive()).isFalse();
	}

	private static void empty(String table, String... keys) {
		CLIENT.scanPaginator((scan) -> scan.tableName(table).projectionExpression(String.join(", ", keys)))
			.items()
			.forEach((key) -> CLIENT.deleteItem((delete) -> delete.tableName(table).key(key)));
	}

	@Test
	void sendsAllWritesAsOneRequestWhenItCommits() {
		this.transaction.executeWithoutResult((status) -> {
			this.dynamo.put(Customer.of("c1", "Ada"));
			this.dynamo.insert(product("s1"));
			this.dynamo.delete(Product.class, "s2");
			this.dynamo.putAll(IntStream.range(10, 40).mapToObj((i) -> product("s" + i)).toList());
			this.dynamo.deleteAllById(Product.class, List.of("s3", "s4"));
			assertThat(this.executor.requests()).isEmpty();
		});
		TransactWriteItemsRequest sent = this.executor.only(TransactWriteItemsRequest.class);
		assertThat(sent.transactItems()).hasSize(35);
		assertThat(sent.clientRequestToken()).hasSize(36);
		assertThat(this.dynamo.get(Customer.class, "c1").required().version()).isEqualTo(1);
		assertThat(this.dynamo.exists(Product.class, "s39")).isTrue();
	}

	@Test
	void sendsNothingIfNothingWasWritten() {
		this.transaction.executeWithoutResult((status) -> this.dynamo.get(Product.class, "s1").optional());
		assertThat(this.executor.requests()).hasSize(1);
	}

	@Test
	void sendsNothingAfterARollback() {
		Stock stock = new Stock("s1", "w1", 5);
		assertThatIllegalStateException().isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
			this.dynamo.put(stock);
			this.dynamo.put(stock);
			assertThat(stock.getVersion()).isEqualTo(2);
			throw new IllegalStateException("changed my mind");
		}));
		assertThat(this.executor.requests()).isEmpty();
		assertThat(stock.getVersion()).isNull();
	}

	@Test
	void sendsNothingIfItIsRollbackOnly() {
		this.transaction.executeWithoutResult((status) -> {
			this.dynamo.put(product("s1"));
			status.setRollbackOnly();
		});
		assertThatExceptionOfType(UnexpectedRollbackException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
				this.dynamo.put(product("s1"));
				this.transaction.executeWithoutResult((inner) -> inner.setRollbackOnly());
			}));
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void readsByKeySeeWhatIsKept() {
		this.dynamo.putAll(List.of(product("s1"), product("s2")));
		this.transaction.executeWithoutResult((status) -> {
			this.dynamo.put(product("s3"));
			this.dynamo.delete(Product.class, "s1");
			this.executor.clear();
			assertThat(this.dynamo.get(Product.class, "s3").required()).isEqualTo(product("s3"));
			assertThat(this.dynamo.get(Product.class, "s1").optional()).isEmpty();
			assertThat(this.dynamo.exists(Product.class, "s3")).isTrue();
			assertThat(this.dynamo.exists(Product.class, "s1")).isFalse();
			assertThat(this.executor.requests()).isEmpty();
			assertThat(this.dynamo.batchGet(Product.class, List.of("s1", "s2", "s3")).optional())
				.containsExactly(Optional.empty(), Optional.of(product("s2")), Optional.of(product("s3")));
			assertThat(this.executor.only(BatchGetItemRequest.class).requestItems().get("shop-products").keys())
				.hasSize(1);
		});
	}

	@Test
	void batchesOfManySeeWhatIsKept() {
		this.transaction.executeWithoutResult((status) -> {
			this.dynamo.put(product("s150"));
			List<String> ids = IntStream.range(0, 200).mapToObj((i) -> "s" + i).toList();
			assertThat(this.dynamo.batchGet(Product.class, ids).list()).containsExactly(product("s150"));
		});
	}

	@Test
	void queriesDoNotSeeWhatIsKept() {
		this.transaction.executeWithoutResult((status) -> {
			this.dynamo.put(Customer.of("c1", "Ada"));
			this.dynamo.put(Order.of("c1", "o1"));
			assertThat(this.dynamo.query(Order.class).where(attribute("customerId").eq("c1")).list()).isEmpty();
			assertThat(this.dynamo.query(Customer.class).where(attribute("customerId").eq("c1")).list()).hasSize(1);
		});
	}

	@Test
	void twoPutsOfAnItemAreOneUnderTheConditionOfTheFirst() {
		Customer ada = this.dynamo.put(Customer.of("c1", "Ada"));
		this.executor.clear();
		this.transaction.executeWithoutResult((status) -> {
			Customer second = this.dynamo.put(ada.withEmail("ada@example.org"));
			assertThat(this.dynamo.put(second.withEmail("lovelace@example.org")).version()).isEqualTo(3);
		});
		assertThat(this.executor.only(TransactWriteItemsRequest.class).transactItems()).hasSize(1);
		assertThat(this.dynamo.get(Customer.class, "c1").required()).satisfies((stored) -> {
			assertThat(stored.version()).isEqualTo(3);
			assertThat(stored.email()).isEqualTo("lovelace@example.org");
		});
	}

	@Test
	void aWriteThatCannotFollowTheOneBeforeIsRefusedAtOnce() {
		Customer ada = this.dynamo.put(Customer.of("c1", "Ada"));
		this.executor.clear();
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
				this.dynamo.put(ada);
				this.dynamo.put(ada);
			}))
			.withMessage("Operation 'put' of Customer on table 'shop' failed: the item was changed or deleted since it"
					+ " was read. Read it again, apply the change to what was read, and write that.");
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
				this.dynamo.insert(product("s1"));
				this.dynamo.insert(product("s1"));
			}));
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void aDeletionAfterAnInsertAndAnInsertAfterADeletionAreOneWrite() {
		this.dynamo.insert(product("s2"));
		this.executor.clear();
		this.transaction.executeWithoutResult((status) -> {
			this.dynamo.insert(product("s1"));
			this.dynamo.delete(Product.class, "s1");
			this.dynamo.delete(Product.class, "s2");
			this.dynamo.insert(product("s2"));
		});
		assertThat(this.executor.only(TransactWriteItemsRequest.class).transactItems()).hasSize(2);
		assertThat(this.dynamo.batchGet(Product.class, List.of("s1", "s2")).list()).containsExactly(product("s2"));
	}

	@Test
	void aRefusedWriteNamesItselfAndLeavesNothingBehind() {
		Customer ada = this.dynamo.put(Customer.of("c1", "Ada"));
		this.dynamo.put(ada);
		Stock stock = new Stock("s1", "w1", 5);
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
				this.dynamo.put(stock);
				this.dynamo.put(ada);
			}))
			.withMessageMatching("Operation 'put' of Customer on table 'shop' failed at action 1 of the transaction:"
					+ " the item was changed or deleted since it was read\\. Read it again, apply the change to what was"
					+ " read, and write that\\. \\[TransactWriteItems: ConditionalCheckFailed, request id .*]");
		assertThat(stock.getVersion()).isNull();
		assertThat(this.dynamo.exists(Stock.class, Map.of("sku", "s1", "warehouse", "w1"))).isFalse();
	}

	@Test
	void refusesMoreThanAHundredWrites() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult(
					(status) -> IntStream.range(0, 101).forEach((i) -> this.dynamo.put(product("s" + i)))))
			.withMessage("A transaction has at most 100 writes, and 'put' of Product is one too many. Nothing was sent;"
					+ " do less in one transaction, or, where the parts may be written without each other, use a"
					+ " transaction for each.");
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void takesAHundredWrites() {
		this.transaction.executeWithoutResult(
				(status) -> IntStream.range(0, 100).forEach((i) -> this.dynamo.put(product("s" + i))));
		assertThat(this.executor.only(TransactWriteItemsRequest.class).transactItems()).hasSize(100);
	}

	@Test
	void refusesMoreThanFourMegabytes() {
		String text = "x".repeat(400_000);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> IntStream.range(0, 11)
				.forEach((i) -> this.dynamo.put(new Product("s" + i, text, BigDecimal.ONE, Set.of())))))
			.withMessageStartingWith(
					"A transaction has at most 4194304 bytes, and with 'put' of Product it would have");
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void refusesTwoTypesWithOneKey() {
		DynamoMappingContext clash = DynamoMappingContext.of(Shop.tables(), Customer.class, Twin.class);
		DynamoTemplate template = new DynamoTemplate(this.executor, clash, new MappingDynamoConverter(clash),
				Clock.systemUTC());
		TransactionTemplate both = new TransactionTemplate(new DynamoTransactionManager(template));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> both.executeWithoutResult((status) -> {
				template.put(Customer.of("c1", "Ada"));
				template.put(new Twin("c1"));
			}))
			.withMessage(
					"A transaction has one write for an item, and 'put' of Customer and 'put' of Twin are of the same"
							+ " item of table 'shop' and cannot be made one. They are of two types with the same key, so"
							+ " that one would replace the other; give the types keys that differ. Nothing was sent.");
	}

	@Test
	void aNewTransactionIsSentByItself() {
		TransactionTemplate inner = new TransactionTemplate(this.manager);
		inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.transaction.executeWithoutResult((status) -> {
			this.dynamo.put(product("s1"));
			inner.executeWithoutResult((other) -> {
				assertThat(this.dynamo.exists(Product.class, "s1")).isFalse();
				this.dynamo.put(product("s2"));
			});
			assertThat(this.dynamo.get(Product.class, "s1").optional()).isPresent();
			status.setRollbackOnly();
		});
		assertThat(this.dynamo.batchGet(Product.class, List.of("s1", "s2")).list()).containsExactly(product("s2"));
	}

	@Test
	void outsideOfATransactionWritesAreSentAtOnce() {
		TransactionTemplate without = new TransactionTemplate(this.manager);
		without.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
		this.transaction.executeWithoutResult((status) -> {
			without.executeWithoutResult((other) -> this.dynamo.put(product("s1")));
			assertThat(this.executor.requests()).hasSize(1);
			status.setRollbackOnly();
		});
		without.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
		without.executeWithoutResult((other) -> this.dynamo.put(product("s2")));
		without.setPropagationBehavior(TransactionDefinition.PROPAGATION_NEVER);
		without.executeWithoutResult((other) -> this.dynamo.put(product("s3")));
		assertThat(this.executor.requests()).hasSize(3);
	}

	@Test
	void knowsWhetherThereMustBeATransaction() {
		TransactionTemplate mandatory = new TransactionTemplate(this.manager);
		mandatory.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> mandatory.executeWithoutResult((status) -> this.dynamo.put(product("s1"))));
		this.transaction.executeWithoutResult(
				(status) -> mandatory.executeWithoutResult((inner) -> this.dynamo.put(product("s1"))));
		TransactionTemplate never = new TransactionTemplate(this.manager);
		never.setPropagationBehavior(TransactionDefinition.PROPAGATION_NEVER);
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.transaction
			.executeWithoutResult((status) -> never.executeWithoutResult((inner) -> this.dynamo.put(product("s2")))));
		assertThat(this.executor.requests()).hasSize(1);
	}

	@Test
	void refusesNestedTransactionsAndIsolationLevels() {
		TransactionTemplate nested = new TransactionTemplate(this.manager);
		nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		assertThatExceptionOfType(NestedTransactionNotSupportedException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> nested.executeWithoutResult((inner) -> {
			})))
			.withMessage(
					"A transaction of DynamoDB cannot be nested: it is sent as a whole. Use REQUIRED to take part in"
							+ " the transaction that is there, or REQUIRES_NEW for one of its own.");
		TransactionTemplate isolated = new TransactionTemplate(this.manager);
		isolated.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
		assertThatExceptionOfType(InvalidIsolationLevelException.class)
			.isThrownBy(() -> isolated.executeWithoutResult((status) -> {
			}));
	}

	@Test
	void refusesWritesWhereItIsReadOnlyAndReadsBatchesAsOfOneMoment() {
		this.dynamo.putAll(List.of(product("s1"), product("s2")));
		this.executor.clear();
		TransactionTemplate reading = new TransactionTemplate(this.manager);
		reading.setReadOnly(true);
		reading.executeWithoutResult(
				(status) -> assertThat(this.dynamo.batchGet(Product.class, List.of("s2", "s0", "s1", "s2")).optional())
					.containsExactly(Optional.of(product("s2")), Optional.empty(), Optional.of(product("s1")),
							Optional.of(product("s2"))));
		assertThat(this.executor.only(TransactGetItemsRequest.class).transactItems()).hasSize(3);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> reading.executeWithoutResult((status) -> this.dynamo.put(product("s1"))))
			.withMessage("Operation 'put' was refused: the transaction is read-only. Nothing was sent; use"
					+ " @WriteTransaction, or write outside of the transaction.");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> reading.executeWithoutResult((status) -> this.dynamo
				.batchGet(Product.class, IntStream.range(0, 101).mapToObj((i) -> "s" + i).toList())
				.list()))
			.withMessage(
					"Operation 'batchGet' of Product on table 'shop-products' failed: a transaction reads 100 items"
							+ " at most as of one moment, in one way for each table, and this would take 2 requests. Nothing was"
							+ " sent; read fewer, or read outside of the transaction.");
		assertThat(this.executor.requests()).hasSize(1);
	}

	@Test
	void endsWhenItsTimeIsOver() {
		TransactionTemplate hurried = new TransactionTemplate(this.manager);
		hurried.setTimeout(1);
		Stock stock = new Stock("s1", "w1", 1);
		assertThatExceptionOfType(TransactionTimedOutException.class)
			.isThrownBy(() -> hurried.executeWithoutResult((status) -> {
				this.dynamo.put(stock);
				pause(1100);
			}));
		assertThat(stock.getVersion()).isNull();
		assertThatExceptionOfType(TransactionTimedOutException.class)
			.isThrownBy(() -> hurried.executeWithoutResult((status) -> {
				pause(1100);
				this.dynamo.get(Product.class, "s1").optional();
			}));
		assertThat(this.executor.requests()).isEmpty();
	}

	private static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void tellsSynchronizationsHowItEnded() {
		List<String> events = new ArrayList<>();
		TransactionSynchronization synchronization = new TransactionSynchronization() {

			@Override
			public void beforeCommit(boolean readOnly) {
				DynamoTransactionManagerIntegrationTests.this.dynamo.put(product("s2"));
				events.add("beforeCommit");
			}

			@Override
			public void afterCommit() {
				events.add("afterCommit " + DynamoTransactionManagerIntegrationTests.this.executor.requests().size());
			}

			@Override
			public void afterCompletion(int status) {
				events.add("afterCompletion " + status);
			}

		};
		this.transaction.executeWithoutResult((status) -> {
			TransactionSynchronizationManager.registerSynchronization(synchronization);
			this.dynamo.put(product("s1"));
		});
		assertThat(events).containsExactly("beforeCommit", "afterCommit 1", "afterCompletion 0");
		assertThat(this.executor.only(TransactWriteItemsRequest.class).transactItems()).hasSize(2);
	}

	@Test
	void threadsDoNotSeeEachOthersTransactions() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		CountDownLatch kept = new CountDownLatch(2);
		try {
			List<Future<?>> done = new ArrayList<>();
			for (int i = 0; i < 2; i++) {
				String own = "s" + i;
				String other = "s" + (1 - i);
				done.add(threads.submit(() -> this.transaction.executeWithoutResult((status) -> {
					this.dynamo.put(product(own));
					kept.countDown();
					await(kept);
					assertThat(this.dynamo.exists(Product.class, own)).isTrue();
					assertThat(this.dynamo.exists(Product.class, other)).isFalse();
					status.setRollbackOnly();
				})));
			}
			for (Future<?> each : done) {
				each.get();
			}
			assertThat(threads.submit(() -> TransactionSynchronizationManager.getResourceMap().size()).get()).isZero();
		}
		finally {
			threads.shutdown();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Product product(String sku) {
		return new Product(sku, "Product " + sku, new BigDecimal("9.50"), Set.of());
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
	record Twin(String customerId) {
	}

}
