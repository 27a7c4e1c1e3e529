package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

import io.dkmio.BatchIncompleteException;
import io.dkmio.MissingKeyException;
import io.dkmio.core.client.BatchOptions;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Stock;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.PartialExecutor;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Reads and writes many items at once.
 */
class ItemBatchesIntegrationTests {

	private static final DynamoDbClient CLIENT = LocalDynamo.client(ItemBatchesIntegrationTests.class);

	private static final DynamoMappingContext CONTEXT = Shop.mappingContext();

	private static final BatchOptions QUICK = BatchOptions.defaults()
		.withMaxAttempts(3)
		.withParallelism(1)
		.withDelay(Duration.ofMillis(1), Duration.ofMillis(2));

	private final RecordingExecutor executor = new RecordingExecutor(new ClientDynamoExecutor(CLIENT));

	private final DynamoTemplate dynamo = template(this.executor);

	@BeforeAll
	static void createTables() {
		new SchemaManager(CLIENT).create(Shop.tables());
	}

	@BeforeEach
	void empty() {
		empty("shop", "pk", "sk");
		empty("shop-products", "sku");
		empty("shop-stock", "sku", "warehouse");
	}

	private static void empty(String table, String... keys) {
		CLIENT.scanPaginator((scan) -> scan.tableName(table).projectionExpression(String.join(", ", keys)))
			.items()
			.forEach((key) -> CLIENT.deleteItem((delete) -> delete.tableName(table).key(key)));
	}

	private static DynamoTemplate template(DynamoExecutor executor) {
		DynamoTemplate template = new DynamoTemplate(executor, CONTEXT, new MappingDynamoConverter(CONTEXT),
				Clock.systemUTC());
		template.setBatchOptions(QUICK);
		return template;
	}

	private DynamoTemplate partial(IntBinaryOperator done) {
		return template(new PartialExecutor(this.executor, done));
	}

	@Test
	void storesItemsWithoutVersionInBatches() {
		List<Product> products = products(60);
		assertThat(this.dynamo.putAll(products)).isEqualTo(products);
		assertThat(this.executor.requests()).hasSize(3)
			.allSatisfy((request) -> assertThat(request).isInstanceOf(BatchWriteItemRequest.class));
		assertThat(this.dynamo.batchGet(Product.class, skus(60)).required()).isEqualTo(products);
	}

	@Test
	void storesItemsWithAVersionEachUnderItsCondition() {
		List<Customer> stored = this.dynamo.putAll(customers(10));
		assertThat(stored).extracting(Customer::version).containsOnly(1L);
		assertThat(stored).extracting(Customer::customerId)
			.containsExactlyElementsOf(customers(10).stream().map(Customer::customerId).toList());
		assertThat(this.executor.requests()).hasSize(10).allSatisfy((request) -> {
			assertThat(request).isInstanceOf(PutItemRequest.class);
			assertThat(((PutItemRequest) request).conditionExpression()).isNotNull();
		});
		assertThat(this.dynamo.putAll(stored)).extracting(Customer::version).containsOnly(2L);
	}

	@Test
	void storesManyAtOneTime() {
		this.dynamo.setBatchOptions(QUICK.withParallelism(4));
		assertThat(this.dynamo.putAll(customers(100))).hasSize(100);
		assertThat(this.dynamo.batchGet(Customer.class, customers(100).stream().map(Customer::customerId).toList())
			.required()).extracting(Customer::version).containsOnly(1L);
	}

	@Test
	void readsInTheOrderOfTheIds() {
		this.dynamo.putAll(products(3));
		this.executor.clear();
		List<String> ids = List.of("s2", "absent", "s0", "s2");
		assertThat(this.dynamo.batchGet(Product.class, ids).optional()).extracting((found) -> found.map(Product::sku))
			.containsExactly(Optional.of("s2"), Optional.empty(), Optional.of("s0"), Optional.of("s2"));
		assertThat(this.dynamo.batchGet(Product.class, ids).list()).extracting(Product::sku)
			.containsExactly("s2", "s0", "s2");
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> this.dynamo.batchGet(Product.class, ids).required())
			.withMessage("There is no Product in table 'shop-products' for 1 of the 4 ids, those at positions [1];"
					+ " use list() or optional() where some may be absent");
		assertThat(this.executor.requests()).hasSize(3);
	}

	@Test
	void readsConsistentlyIfAsked() {
		this.dynamo.batchGet(Product.class, List.of("s1")).consistent().list();
		assertThat(this.executor.only(BatchGetItemRequest.class).requestItems().get("shop-products").consistentRead())
			.isTrue();
	}

	@Test
	void sendsNothingForNothing() {
		assertThat(this.dynamo.batchGet(Product.class, List.of()).list()).isEmpty();
		assertThat(this.dynamo.putAll(List.of())).isEmpty();
		this.dynamo.deleteAll(List.of());
		this.dynamo.batchWrite((batch) -> {
		});
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void writesItemsOfSeveralTypesInOneRequest() {
		this.dynamo.putAll(products(2));
		this.executor.clear();
		this.dynamo.batchWrite((batch) -> batch.put(products(3).get(2))
			.delete(Product.class, "s0")
			.delete(products(2).get(1))
			.delete(Order.class, new Order.Id("c1", "o1")));
		assertThat(this.executor.only(BatchWriteItemRequest.class).requestItems()).hasSize(2);
		assertThat(this.dynamo.batchGet(Product.class, skus(3)).list()).extracting(Product::sku).containsExactly("s2");
	}

	@Test
	void deletesByIdInBatchesWhateverTheVersion() {
		this.dynamo.putAll(customers(30));
		this.executor.clear();
		this.dynamo.deleteAllById(Customer.class, customers(30).stream().map(Customer::customerId).toList());
		assertThat(this.executor.requests()).hasSize(2);
		assertThat(this.dynamo.exists(Customer.class, "c7")).isFalse();
	}

	@Test
	void deletesItemsWithAVersionEachUnderItsCondition() {
		List<Customer> stored = this.dynamo.putAll(customers(3));
		Customer changed = this.dynamo.put(stored.get(1));
		this.executor.clear();
		assertThatExceptionOfType(BatchIncompleteException.class).isThrownBy(() -> this.dynamo.deleteAll(stored))
			.withMessage("Operation 'deleteAll' of Customer on table 'shop' failed: 2 of 3 were not written: a request"
					+ " failed with OptimisticLockingFailureException. The rest (1) was written; getUnprocessed() has"
					+ " what is left: try it again later, or correct first what the cause of this exception names."
					+ " [DeleteItem: ConditionalCheckFailedException]")
			.withCauseInstanceOf(OptimisticLockingFailureException.class)
			.satisfies((ex) -> assertThat(ex.getUnprocessed(Customer.class)).containsExactly(stored.get(1),
					stored.get(2)));
		this.dynamo.delete(changed);
		assertThat(this.executor.requests()).hasSize(3)
			.allSatisfy((request) -> assertThat(request).isInstanceOf(DeleteItemRequest.class));
	}

	@Test
	void insertsOnlyWhatIsNotThere() {
		assertThat(this.dynamo.insertAll(products(3))).hasSize(3);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.dynamo.insertAll(products(3)));
	}

	@Test
	void theLastOfTwoPutsOfAnItemCounts() {
		Product first = products(1).get(0);
		Product second = new Product("s0", "another", BigDecimal.TEN.setScale(2), Set.of());
		assertThat(this.dynamo.putAll(List.of(first, second))).containsExactly(first, second);
		assertThat(this.dynamo.get(Product.class, "s0").required()).isEqualTo(second);
	}

	@Test
	void refusesTwoWritesOfAnItemWithAVersion() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo
				.putAll(List.of(Customer.of("c1", "one"), Customer.of("c2", "two"), Customer.of("c1", "three"))))
			.withMessage("Writes 0 and 2 of putAll, both of Customer, are of the same item of table 'shop', and one of"
					+ " them has a condition, such as on a version. Nothing was sent; name each item once.");
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void anItemThatCannotBeStoredNamesItself() {
		List<Product> products = new ArrayList<>(products(5));
		products.set(3, new Product(null, "no sku", BigDecimal.ONE, null));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.putAll(products))
			.withMessageStartingWith("Element 3 of putAll, of type Product, cannot be written, and nothing was sent: ")
			.withCauseInstanceOf(MissingKeyException.class);
		assertThatIllegalArgumentException().isThrownBy(() -> this.dynamo.putAll(Collections.singletonList(null)))
			.withMessage("Element 0 of putAll must not be null");
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void anItemThatIsTooLargeNamesItself() {
		List<Product> products = new ArrayList<>(products(30));
		products.set(28, new Product("s28", "€".repeat(136_534), BigDecimal.ONE, null));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.putAll(products))
			.withMessageMatching("Write 28 of putAll, of Product in table 'shop-products', has 4096\\d\\d bytes, and an"
					+ " item has 409600 at most\\. Nothing was sent; store large values elsewhere, or split the item\\.");
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void saysWhichItemsAreStoredAndWhichAreNot() {
		List<Product> products = products(60);
		assertThatExceptionOfType(BatchIncompleteException.class)
			.isThrownBy(() -> partial((request, size) -> (request == 1) ? 25 : 0).putAll(products))
			.withMessageStartingWith("Operation 'putAll' of Product on table 'shop-products' failed: 35 of 60 were not"
					+ " written: DynamoDB gave them back unprocessed, and 3 attempts in succession brought nothing.")
			.satisfies((ex) -> {
				assertThat(ex.getProcessed(Product.class)).isEqualTo(products.subList(0, 25));
				assertThat(ex.getUnprocessed(Product.class)).isEqualTo(products.subList(25, 60));
				assertThat(ex.getProcessedCount()).isEqualTo(25);
				assertThat(ex.getUnprocessedCount()).isEqualTo(35);
			});
	}

	@Test
	void onlyStoredItemsKeepTheirNewVersions() {
		List<Stock> stocks = List.of(new Stock("s1", "w1", 1), new Stock("s2", "w1", 1), new Stock("s3", "w1", 1));
		this.dynamo.put(new Stock("s2", "w1", 7));
		assertThatExceptionOfType(BatchIncompleteException.class).isThrownBy(() -> this.dynamo.putAll(stocks))
			.withCauseInstanceOf(DuplicateKeyException.class)
			.satisfies((ex) -> assertThat(ex.getProcessed(Stock.class)).containsExactly(stocks.get(0)));
		assertThat(stocks).extracting(Stock::getVersion).containsExactly(1L, null, null);
	}

	@Test
	void deletesWhatAQueryFindsPageByPage() {
		this.dynamo.setBatchOptions(QUICK.withParallelism(2));
		this.dynamo.putAll(IntStream.range(0, 130).mapToObj((i) -> Order.of("c1", "o" + (1000 + i))).toList());
		this.dynamo.putAll(List.of(Customer.of("c1", "Ada"), Customer.of("c2", "Bob")));
		this.executor.clear();
		QueryOperation<Order> orders = this.dynamo.query(Order.class).where(attribute("customerId").eq("c1"));
		assertThat(orders.pageSize(60).delete()).isEqualTo(130);
		assertThat(this.executor.requests()
			.stream()
			.filter((request) -> request instanceof BatchWriteItemRequest)
			.mapToInt((request) -> ((BatchWriteItemRequest) request).requestItems().get("shop").size())
			.toArray()).containsExactlyInAnyOrder(25, 25, 25, 25, 25, 5);
		assertThat(this.executor.requests()).filteredOn((request) -> request instanceof QueryRequest)
			.allSatisfy((request) -> assertThat(((QueryRequest) request).projectionExpression()).isNotNull());
		assertThat(orders.count()).isZero();
		assertThat(this.dynamo.exists(Customer.class, "c1")).isTrue();
	}

	private static List<Product> products(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> new Product("s" + i, "Product " + i, new BigDecimal("9.50"), Set.of()))
			.toList();
	}

	private static List<String> skus(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "s" + i).toList();
	}

	private static List<Customer> customers(int count) {
		return IntStream.range(0, count).mapToObj((i) -> Customer.of("c" + i, "Customer " + i)).toList();
	}

}
