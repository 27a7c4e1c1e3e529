package io.dkmio.core;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import io.dkmio.ConditionFailedException;
import io.dkmio.MissingKeyException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentActions;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.transaction.support.TransactionTemplate;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Transactions and batches of documents of several tables, together with items.
 */
class DocumentTransactionsIntegrationTests {

	private static final DynamoDbClient CLIENT = LocalDynamo.client(DocumentTransactionsIntegrationTests.class);

	private static final TableDefinition ORDERS = TableDefinition.of("orders", "tx-orders", "user_id")
		.withSortKey("order_id")
		.withTimeToLive("expires_at");

	private static final TableDefinition STOCK = TableDefinition.of("stock", "tx-stock", "sku");

	private static final TableDefinition ACCOUNTS = TableDefinition.of("accounts", "tx-accounts", "accountId");

	private static final DynamoMappingContext CONTEXT = DynamoMappingContext.of(List.of(ORDERS, STOCK, ACCOUNTS),
			Account.class);

	private static final Key ORDER = Key.of("u1", "o1");

	private final RecordingExecutor executor = new RecordingExecutor(new ClientDynamoExecutor(CLIENT));

	private final DynamoTemplate dynamo = new DynamoTemplate(this.executor, CONTEXT,
			new MappingDynamoConverter(CONTEXT), Clock.systemUTC());

	private final WriteTransactionTemplate transactions = new WriteTransactionTemplate(this.dynamo);

	private final TransactionTemplate managed = new TransactionTemplate(new DynamoTransactionManager(this.dynamo));

	private final Table orders = this.dynamo.table("orders");

	private final Table stock = this.dynamo.table("stock");

	@BeforeAll
	static void createTables() {
		SchemaManager schema = new SchemaManager(CLIENT);
		List.of(ORDERS, STOCK, ACCOUNTS).forEach(schema::create);
	}

	@BeforeEach
	void empty() {
		List.of("orders", "stock", "accounts").forEach((name) -> this.dynamo.table(name).asMap().withClear().clear());
		this.executor.clear();
	}

	@Test
	void mixesTablesDocumentsAndItems() {
		this.stock.put(Document.of("sku", "tea", "on_hand", 5));
		this.stock.put(Document.of("sku", "old"));
		this.stock.put(Document.of("sku", "cup", "on_hand", 1));
		this.dynamo.insert(new Account("a1", 10));
		this.executor.clear();
		Document second = order("o2", "NEW").with("tags", Set.of("a", "b")).with("total", new BigDecimal("1.5"));
		this.transactions.write((tx) -> {
			tx.insert(this.orders, order("o1", "NEW"));
			tx.put(this.orders, second, Write.when(attribute("status").ne("SHIPPED")));
			tx.update(this.stock, Key.of("tea")).add("on_hand", -2).when(attribute("on_hand").gte(2), "in-stock");
			tx.delete(this.stock, Key.of("old")).when(attribute("on_hand").notExists());
			tx.check(this.stock, Key.of("cup")).when(attribute("on_hand").eq(1));
			tx.update(this.stock, Key.of("new")).set("on_hand", 7).upsert();
			tx.update(Account.class, "a1").add("points", 1);
		});
		assertThat(this.executor.only(TransactWriteItemsRequest.class).transactItems()).hasSize(7);
		assertThat(this.orders.query("u1").list()).containsExactly(order("o1", "NEW"), second);
		assertThat(this.stock.get("tea").orElseThrow().integer("on_hand")).isEqualTo(3);
		assertThat(this.stock.get("old")).isEmpty();
		assertThat(this.stock.get("new")).contains(Document.of("sku", "new", "on_hand", 7));
		assertThat(this.dynamo.get(Account.class, "a1").required().points()).isEqualTo(11);
	}

	@Test
	void doesNothingIfOneIsRefusedAndNamesIt() {
		this.stock.put(Document.of("sku", "tea", "on_hand", 1));
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> this.transactions.write((tx) -> {
			tx.insert(this.orders, order("o1", "NEW"));
			tx.update(this.stock, Key.of("tea")).add("on_hand", -2).when(attribute("on_hand").gte(2), "in-stock");
		})).satisfies((ex) -> {
			assertThat(ex.getConditionName()).contains("in-stock");
			assertThat(ex.getCurrent(Document.class)).contains(Document.of("sku", "tea", "on_hand", 1));
		});
		assertThat(this.orders.get(ORDER)).isEmpty();
	}

	@Test
	void refusesAnInsertWhereThereIsOneAndAnUpdateWhereThereIsNone() {
		this.orders.put(order("o1", "NEW"));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.transactions.write((tx) -> tx.insert(this.orders, order("o1", "NEW"))));
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.transactions.write((tx) -> tx.update(this.stock, Key.of("no")).set("a", 1)));
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.transactions.write((tx) -> tx.check(this.stock, Key.of("no"))));
	}

	@Test
	void refusesWhatCanBeSeenToBeWrongWhenItIsNamed() {
		this.transactions.write((tx) -> {
			assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> tx.update(this.orders, Key.of("u1")));
			assertThatExceptionOfType(MissingKeyException.class)
				.isThrownBy(() -> tx.put(this.orders, Document.of("user_id", "u1")));
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> tx.put(this.orders, order("o1", "NEW").with("expires_at", "tomorrow")))
				.withMessageContaining("seconds since 1970");
		});
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.transactions.write((tx) -> tx.update(this.orders, ORDER).set("order_id", "o2")))
			.withMessageContaining("key attribute");
	}

	@Test
	void refusesTwoUpdatesOfOneDocumentAndMergesPuts() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.transactions.write((tx) -> {
				tx.update(this.orders, ORDER).set("a", 1).upsert();
				tx.update(this.orders, ORDER).set("b", 1).upsert();
			}))
			.withMessageContaining("'update' of Document");
		this.transactions.write((tx) -> {
			tx.put(this.orders, order("o1", "NEW"));
			tx.put(this.orders, order("o1", "PAID"));
		});
		assertThat(this.orders.get(ORDER)).contains(order("o1", "PAID"));
	}

	@Test
	void doesNotChangeAnUpdateAfterTheNextWriteWasNamed() {
		this.transactions.write((tx) -> {
			TransactionDocumentUpdate update = tx.update(this.orders, ORDER).set("a", 1).upsert();
			tx.put(this.stock, Document.of("sku", "tea"));
			assertThatIllegalStateException().isThrownBy(() -> update.set("b", 1))
				.withMessageContaining("'update' of Document");
		});
	}

	@Test
	void readsSeveralTablesAsOfOneMoment() {
		this.orders.put(order("o1", "NEW"));
		this.dynamo.insert(new Account("a1", 10));
		this.executor.clear();
		List<Object> read = new ReadTransactionTemplate(this.dynamo).read((tx) -> {
			ReadHandle<Document> order = tx.get(this.orders, ORDER);
			ReadHandle<Document> none = tx.get(this.stock, Key.of("tea"));
			ReadHandle<Account> account = tx.get(Account.class, "a1");
			assertThatIllegalStateException().isThrownBy(order::optional).withMessageContaining("document");
			return List.of(order, none, account);
		}).stream().<Object>map((handle) -> handle.optional().map(Object.class::cast).orElse("none")).toList();
		assertThat(read).containsExactly(order("o1", "NEW"), "none", new Account("a1", 10));
		assertThat(this.executor.only(TransactGetItemsRequest.class).transactItems()).hasSize(3);
	}

	@Test
	void takesPartInTheTransactionOfTheThread() {
		this.stock.put(Document.of("sku", "tea", "on_hand", 5));
		this.stock.put(Document.of("sku", "old"));
		this.executor.clear();
		this.managed.executeWithoutResult((status) -> {
			this.orders.insert(order("o1", "NEW"));
			this.orders.put(order("o2", "NEW"), attribute("status").notExists());
			this.stock.update("tea").add("on_hand", -1).when(attribute("on_hand").gte(1), "in-stock").execute();
			this.stock.delete("old");
			this.dynamo.insert(new Account("a1", 0));
			assertThat(this.orders.get(ORDER)).contains(order("o1", "NEW"));
			assertThat(this.executor.requests()).isEmpty();
		});
		assertThat(this.executor.only(TransactWriteItemsRequest.class).transactItems()).hasSize(5);
		assertThat(this.stock.get("tea").orElseThrow().integer("on_hand")).isEqualTo(4);
		assertThat(this.orders.query("u1").count()).isEqualTo(2);
	}

	@Test
	void refusesInATransactionWhatReturnsSomething() {
		this.managed.executeWithoutResult((status) -> {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> this.orders.putIfAbsent(order("o1", "NEW")))
				.withMessageContaining("cannot be a part of the transaction");
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> this.stock.update("tea").set("a", 1).returning(ReturnValue.ALL_NEW));
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> this.stock.asMap().remove(Key.of("tea")));
		});
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void writesTablesAndItemsInOneBatch() {
		this.stock.put(Document.of("sku", "old"));
		this.executor.clear();
		this.dynamo.batchWrite((batch) -> batch.put(this.orders, order("o1", "NEW"))
			.put(this.stock, Document.of("sku", "tea", "on_hand", 1))
			.put(this.stock, Document.of("sku", "tea", "on_hand", 2))
			.delete(this.stock, Key.of("old"))
			.put(new Account("a1", 1)));
		assertThat(this.executor.only(BatchWriteItemRequest.class).requestItems()).hasSize(3);
		assertThat(this.stock.scan().list()).containsExactly(Document.of("sku", "tea", "on_hand", 2));
		this.executor.clear();
		assertThat(this.dynamo.batchGet((batch) -> batch.get(this.orders, ORDER)
			.get(this.stock, Key.of("none"))
			.get(this.dynamo.table("accounts"), Key.of("a1"))
			.get(this.orders, ORDER))).satisfiesExactly((order) -> assertThat(order).contains(order("o1", "NEW")),
					(none) -> assertThat(none).isEmpty(), (account) -> assertThat(account).isPresent(),
					(again) -> assertThat(again).contains(order("o1", "NEW")));
		assertThat(this.executor.only(BatchGetItemRequest.class).requestItems()).hasSize(3);
	}

	@Test
	void sendsNothingOfABatchIfOneWriteIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo
				.batchWrite((batch) -> batch.put(new Account("a1", 1)).put(this.orders, Document.of("user_id", "u1"))))
			.withMessageContaining("Element 1 of batchWrite")
			.withMessageContaining("order_id");
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void plansWritesOfItsOwnTablesAlone() {
		Table foreign = (Table) Proxy.newProxyInstance(Table.class.getClassLoader(), new Class<?>[] { Table.class },
				(proxy, method, arguments) -> null);
		assertThatIllegalArgumentException().isThrownBy(() -> DocumentActions.of(foreign))
			.withMessageContaining("is no table of dkmio");
		assertThat(DocumentActions.of(this.orders).insert(order("o1", "NEW")).toTransactItem().put().item())
			.containsOnlyKeys("user_id", "order_id", "status");
	}

	private static Document order(String orderId, String status) {
		return Document.of("user_id", "u1", "order_id", orderId, "status", status);
	}

	@Item(table = "accounts")
	record Account(@PartitionKey String accountId, int points) {
	}

}
