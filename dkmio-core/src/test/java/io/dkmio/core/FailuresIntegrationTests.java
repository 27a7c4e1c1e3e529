package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.BatchIncompleteException;
import io.dkmio.ConditionFailedException;
import io.dkmio.FailedOperation;
import io.dkmio.InvalidProjectionException;
import io.dkmio.MissingKeyException;
import io.dkmio.TableNotFoundException;
import io.dkmio.ThrottledException;
import io.dkmio.UnservableQueryException;
import io.dkmio.WriteTransactionCanceledException;
import io.dkmio.core.client.BatchOptions;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Stock;
import io.dkmio.test.Fault;
import io.dkmio.test.FaultServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every failure an application can see: provoked, and looked at for its class, its facts
 * and its text.
 */
class FailuresIntegrationTests {

	private static final FaultServer SERVER = FaultServer.start();

	private static final DynamoDbClient CLIENT = SERVER.client();

	private static final Map<String, String> STOCK = Map.of("sku", "s1", "warehouse", "w1");

	private final DynamoTemplate dynamo = template(CLIENT);

	private static DynamoTemplate template(DynamoDbClient client) {
		DynamoMappingContext context = Shop.mappingContext();
		return new DynamoTemplate(new ClientDynamoExecutor(client), context, new MappingDynamoConverter(context),
				Clock.systemUTC());
	}

	@BeforeEach
	void reset() {
		SERVER.reset();
	}

	@AfterAll
	static void stop() {
		CLIENT.close();
		SERVER.close();
	}

	@Test
	void anInsertOfWhatExists() {
		SERVER.always(Fault.error(400, "ConditionalCheckFailedException"));
		DuplicateKeyException ex = thrown(DuplicateKeyException.class,
				() -> this.dynamo.insert(Customer.of("c1", "Ada")));
		assertThat(ex).hasMessage("Operation 'insert' of Customer on table 'shop' failed: an item with this key exists"
				+ " already. Choose another key, or use an operation that replaces or changes the existing item."
				+ " [PutItem: ConditionalCheckFailedException, request id FAULT-1]");
	}

	@Test
	void aWriteOfWhatWasChanged() {
		SERVER.always(Fault.error(400, "ConditionalCheckFailedException"));
		Stock stock = new Stock("s1", "w1", 5);
		stock.setVersion(3L);
		OptimisticLockingFailureException ex = thrown(OptimisticLockingFailureException.class,
				() -> this.dynamo.put(stock));
		assertThat(ex)
			.hasMessage("Operation 'put' of Stock on table 'shop-stock' failed: the item was changed or deleted"
					+ " since it was read. Read it again, apply the change to what was read, and write that."
					+ " [PutItem: ConditionalCheckFailedException, request id FAULT-1]");
		assertThat(stock.getVersion()).isEqualTo(3);
	}

	@Test
	void aConditionThatDoesNotHold() {
		SERVER.always(Fault.body(400,
				"{\"__type\":\"" + Fault.NAMESPACE
						+ "ConditionalCheckFailedException\",\"message\":\"x\",\"Item\":{\"sku\":{\"S\":\"s1\"},"
						+ "\"warehouse\":{\"S\":\"w1\"},\"quantity\":{\"N\":\"1\"},\"version\":{\"N\":\"7\"}}}"));
		ConditionFailedException ex = thrown(ConditionFailedException.class,
				() -> this.dynamo.update(Stock.class, STOCK)
					.add("quantity", -2)
					.when(attribute("quantity").gte(2), "in stock")
					.execute());
		assertThat(ex)
			.hasMessage("Operation 'update' of Stock on table 'shop-stock' failed: the condition 'in stock' does"
					+ " not hold. getCurrent(…) of this exception has the item as it is stored."
					+ " [UpdateItem: ConditionalCheckFailedException, request id FAULT-1]");
		assertThat(ex.getConditionName()).contains("in stock");
		assertThat(ex.getCurrent(Stock.class))
			.hasValueSatisfying((current) -> assertThat(current.getVersion()).isEqualTo(7));
	}

	@Test
	void aCancelledTransaction() {
		SERVER.always(canceled("{\"Code\":\"ConditionalCheckFailed\"},{\"Code\":\"ConditionalCheckFailed\"}"));
		WriteTransactionCanceledException ex = thrown(WriteTransactionCanceledException.class,
				() -> new WriteTransactionTemplate(this.dynamo).write((tx) -> {
					tx.insert(Customer.of("c1", "Ada"));
					tx.check(Stock.class, STOCK);
				}));
		assertThat(ex).hasMessage("Operation 'write' failed: the transaction was cancelled because of action 0:"
				+ " ConditionalCheckFailed (Operation 'insert' of Customer on table 'shop'), action 1:"
				+ " ConditionalCheckFailed (Operation 'check' of Stock on table 'shop-stock'). Nothing of it was done;"
				+ " correct what the reasons name before it is sent again, getReasons() has them, and the suppressed"
				+ " exceptions say more. [TransactWriteItems: TransactionCanceledException, request id FAULT-1]");
		assertThat(ex.getReasons()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "ItemCollectionSizeLimitExceeded, io.dkmio.ItemCollectionSizeExceededException",
			"ValidationError, org.springframework.dao.InvalidDataAccessApiUsageException",
			"DuplicateItem, org.springframework.dao.DuplicateKeyException" })
	void aTransactionThatOneReasonExplains(String code, Class<? extends DataAccessException> type) {
		SERVER.always(canceled("{\"Code\":\"None\"},{\"Code\":\"" + code + "\"}"));
		DataAccessException ex = thrown(type, () -> new WriteTransactionTemplate(this.dynamo).write((tx) -> {
			tx.put(Customer.of("c1", "Ada"));
			tx.put(new Stock("s1", "w1", 1));
		}));
		assertThat(ex)
			.hasMessageStartingWith(
					"Operation 'put' of Stock on table 'shop-stock' failed at action 1 of the transaction: ")
			.hasCauseInstanceOf(WriteTransactionCanceledException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "TableReadProvisionedThroughputExceeded", "TableReadAccountLimitExceeded",
			"TableReadKeyRangeThroughputExceeded", "TableReadMaxOnDemandThroughputExceeded",
			"TableWriteProvisionedThroughputExceeded", "TableWriteAccountLimitExceeded",
			"TableWriteKeyRangeThroughputExceeded", "TableWriteMaxOnDemandThroughputExceeded",
			"IndexReadProvisionedThroughputExceeded", "IndexReadAccountLimitExceeded",
			"IndexReadKeyRangeThroughputExceeded", "IndexReadMaxOnDemandThroughputExceeded",
			"IndexWriteProvisionedThroughputExceeded", "IndexWriteAccountLimitExceeded",
			"IndexWriteKeyRangeThroughputExceeded", "IndexWriteMaxOnDemandThroughputExceeded", "SomethingNew" })
	void throttlingSaysWhy(String reason) {
		SERVER.always(Fault.body(400, "{\"__type\":\"" + Fault.NAMESPACE
				+ "ProvisionedThroughputExceededException\",\"message\":\"x\",\"ThrottlingReasons\":[{\"reason\":\""
				+ reason + "\",\"resource\":\"arn:aws:dynamodb:eu-west-1:123456789012:table/shop\"}]}"));
		ThrottledException ex = thrown(ThrottledException.class,
				() -> this.dynamo.get(Customer.class, "c1").optional());
		assertThat(ex.getReasons()).containsExactly(reason);
		assertThat(ex).isInstanceOf(TransientDataAccessException.class)
			.hasMessageStartingWith("Operation 'get' of Customer on table 'shop' failed: DynamoDB throttled the request"
					+ " for " + reason + ". The SDK has repeated it as often as it is configured to;");
	}

	@Test
	void throttlingWithoutEndStaysWithinTheAttempts() {
		SERVER.always(Fault.error(400, "ThrottlingException"));
		try (DynamoDbClient client = SERVER
			.client((configuration) -> configuration.retryStrategy((retry) -> retry.maxAttempts(3)))) {
			thrown(ThrottledException.class, () -> template(client).put(Customer.of("c1", "Ada")));
			assertThat(SERVER.calls()).hasSize(3);
			SERVER.calls().clear();
			thrown(ThrottledException.class, () -> template(client).putAll(List.of(product())));
			assertThat(SERVER.calls()).hasSize(3);
		}
	}

	@Test
	void aBatchThatIsNeverDone() {
		SERVER.always(Fault.body(200, "{\"UnprocessedItems\":{\"shop-products\":[{\"PutRequest\":{\"Item\":"
				+ "{\"sku\":{\"S\":\"s1\"}}}}]}}"));
		this.dynamo.setBatchOptions(
				BatchOptions.defaults().withMaxAttempts(3).withDelay(Duration.ofMillis(1), Duration.ofMillis(1)));
		BatchIncompleteException ex = thrown(BatchIncompleteException.class,
				() -> this.dynamo.putAll(List.of(product())));
		assertThat(ex).isInstanceOf(TransientDataAccessException.class)
			.hasMessage(
					"Operation 'putAll' of Product on table 'shop-products' failed: 1 of 1 were not written: DynamoDB"
							+ " gave them back unprocessed, and 3 attempts in succession brought nothing. The rest (0) was written;"
							+ " getUnprocessed() has what is left: try it again later, or raise the capacity of the table."
							+ " [BatchWriteItem]");
		assertThat(ex.getUnprocessed(Product.class)).containsExactly(product());
		assertThat(SERVER.calls()).hasSize(3);
	}

	@Test
	void aTableThatIsNotThere() {
		SERVER.always(Fault.error(400, "ResourceNotFoundException"));
		TableNotFoundException ex = thrown(TableNotFoundException.class,
				() -> this.dynamo.get(Customer.class, "c1").optional());
		assertThat(ex).hasMessage("Operation 'get' of Customer on table 'shop' failed: the table or the index does not"
				+ " exist in this account and Region, or is not ready yet. Check its name (dkmio.table.name,"
				+ " dkmio.table-prefix), the Region and the endpoint; dkmio.schema=create makes missing tables,"
				+ " dkmio.schema=validate reports them at start-up. [GetItem: ResourceNotFoundException, request id"
				+ " FAULT-1]");
		assertThat(ex.getOperation()).isEqualTo(
				new FailedOperation("get", "shop", null, "Customer", null, "ResourceNotFoundException", "FAULT-1"));
	}

	@Test
	void aKeyThatIsIncomplete() {
		MissingKeyException ex = thrown(MissingKeyException.class,
				() -> this.dynamo.get(Order.class, Map.of("customerId", "c1")).optional());
		assertThat(ex.getProperty()).isEqualTo("orderId");
		assertThat(ex).hasMessageContaining("orderId");
		assertThat(SERVER.calls()).isEmpty();
	}

	@Test
	void anAttributeTheIndexDoesNotHave() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(TableDefinition.of("parts", "parts", "id")
			.withIndex(
					IndexDefinition.global("by-color").withPartitionKey("color").withProjection(Projection.KEYS_ONLY))),
				Part.class);
		DynamoTemplate parts = new DynamoTemplate(CLIENT, context);
		InvalidProjectionException ex = thrown(InvalidProjectionException.class,
				() -> parts.table("parts").index("by-color").query("red").select("name"));
		assertThat(ex.getIndexName()).isEqualTo("by-color");
		assertThat(ex.getAttributes()).containsExactly("name");
		assertThat(thrown(UnservableQueryException.class,
				() -> parts.query(Part.class).where(attribute("color").eq("red")).list()))
			.hasMessageContaining("index 'by-color' does not hold whole items, only id, color");
		assertThat(SERVER.calls()).isEmpty();
	}

	@Test
	void aRequestThatIsNotAccepted() {
		SERVER.always(Fault.error(400, "ValidationException", "value SECRET"));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.get(Customer.class, "c1").optional())
			.withMessage("Operation 'get' of Customer on table 'shop' failed: DynamoDB does not accept the request. The"
					+ " cause has DynamoDB's own text, which is not repeated here because it may contain values."
					+ " [GetItem: ValidationException, request id FAULT-1]");
		assertThat(SERVER.calls()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "ItemCollectionSizeLimitExceededException, io.dkmio.ItemCollectionSizeExceededException",
			"TransactionConflictException, org.springframework.dao.CannotAcquireLockException",
			"ReplicatedWriteConflictException, org.springframework.dao.ConcurrencyFailureException",
			"IdempotentParameterMismatchException, org.springframework.dao.InvalidDataAccessApiUsageException",
			"RequestLimitExceeded, io.dkmio.ThrottledException", "LimitExceededException, io.dkmio.ThrottledException",
			"AccessDeniedException, org.springframework.dao.PermissionDeniedDataAccessException",
			"UnrecognizedClientException, org.springframework.dao.PermissionDeniedDataAccessException",
			"ExpiredTokenException, org.springframework.dao.PermissionDeniedDataAccessException",
			"SerializationException, org.springframework.dao.InvalidDataAccessApiUsageException",
			"SomethingNewException, io.dkmio.UncategorizedDynamoException" })
	void everyCodeHasItsException(String code, Class<? extends DataAccessException> type) {
		SERVER.always(Fault.error(400, code));
		DataAccessException ex = thrown(type, () -> this.dynamo.put(product()));
		assertThat(ex).isExactlyInstanceOf(type)
			.hasMessageStartingWith("Operation 'put' of Product on table 'shop-products' failed: ")
			.hasMessageEndingWith("[PutItem: " + code + ", request id FAULT-1]");
		assertThat(SERVER.calls()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 503 })
	void troubleOfDynamoDb(int status) {
		SERVER.always(Fault.error(status, "InternalServerError"));
		assertThat(thrown(TransientDataAccessResourceException.class, () -> this.dynamo.put(product())))
			.hasMessageContaining("Nobody knows whether the write was done");
		assertThat(thrown(TransientDataAccessResourceException.class,
				() -> this.dynamo.get(Product.class, "s1").optional()))
			.hasMessageContaining("Repeat it after a short pause");
	}

	@Test
	void anAnswerThatDoesNotComeInTime() {
		SERVER.always(Fault.late(Duration.ofSeconds(2), Fault.none()));
		try (DynamoDbClient client = SERVER
			.client((configuration) -> configuration.apiCallTimeout(Duration.ofMillis(300)))) {
			assertThat(thrown(QueryTimeoutException.class, () -> template(client).get(Product.class, "s1").optional()))
				.hasMessageStartingWith(
						"Operation 'get' of Product on table 'shop-products' failed: the time for the whole"
								+ " call was used up. Repeat it after a short pause. Timeouts are set by");
		}
	}

	@Test
	void aConnectionThatIsCut() {
		SERVER.always(Fault.cut());
		assertThat(thrown(DataAccessResourceFailureException.class, () -> this.dynamo.put(product())))
			.hasMessageContaining("failed: the connection was lost before the answer was read")
			.hasMessageContaining("Nobody knows whether the write was done");
	}

	@Test
	void anEndpointThatIsNotThere() {
		FaultServer gone = FaultServer.start();
		try (DynamoDbClient client = gone.client()) {
			gone.close();
			assertThat(thrown(DataAccessResourceFailureException.class,
					() -> template(client).get(Product.class, "s1").optional()))
				.hasMessageContaining("failed: DynamoDB cannot be reached")
				.hasMessageContaining("Nothing was sent");
		}
	}

	private static <E extends Throwable> E thrown(Class<E> type, Runnable call) {
		E thrown = catchThrowableOfType(type, call::run);
		assertThat(thrown).isNotNull();
		return thrown;
	}

	private static Fault canceled(String reasons) {
		return Fault.body(400, "{\"__type\":\"" + Fault.NAMESPACE
				+ "TransactionCanceledException\",\"message\":\"x\",\"CancellationReasons\":[" + reasons + "]}");
	}

	private static Product product() {
		return new Product("s1", "Product", BigDecimal.ONE, Set.of());
	}

	@Item(table = "parts")
	record Part(@PartitionKey String id, String color, String name) {
	}

}
