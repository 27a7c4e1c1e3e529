package io.dkmio.core;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.dkmio.BatchIncompleteException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.expression.Update;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.event.AfterSaveCallback;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mapping.callback.EntityCallbacks;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Callbacks hear of what is stored, when it is stored, and of nothing else.
 */
class CallbacksIntegrationTests {

	private static final List<String> HEARD = new ArrayList<>();

	private static RecordingExecutor sent;

	private static DynamoTemplate dynamo;

	private static TransactionTemplate transaction;

	private static int number;

	private final String customer = "c" + number++;

	@BeforeAll
	static void createTable() {
		DynamoDbClient client = LocalDynamo.client(CallbacksIntegrationTests.class);
		DynamoMappingContext context = Shop.mappingContext();
		new SchemaManager(client).create(List.of(Shop.TABLE));
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		dynamo = new DynamoTemplate(sent, context, new MappingDynamoConverter(context), Clock.systemUTC());
		AfterSaveCallback<Order> callback = (order, table) -> {
			HEARD.add(order.orderId());
			return order;
		};
		dynamo.setEntityCallbacks(EntityCallbacks.create(callback));
		transaction = new TransactionTemplate(new DynamoTransactionManager(dynamo));
	}

	@BeforeEach
	void forget() {
		HEARD.clear();
		sent.clear();
	}

	private Order order(String id) {
		return Order.of(this.customer, id);
	}

	@Test
	void hearsOfAWriteAtOnce() {
		dynamo.insert(order("o1"));
		dynamo.putAll(List.of(order("o2"), order("o3")));
		assertThat(HEARD).containsExactly("o1", "o2", "o3");
	}

	@Test
	void hearsOfATransactionWhenItHasCommitted() {
		transaction.executeWithoutResult((tx) -> {
			dynamo.insert(order("o1"));
			dynamo.putAll(List.of(order("o2"), order("o3")));
			dynamo.upsert(order("o4").withPlacedAt(Instant.EPOCH));
			new WriteTransactionTemplate(dynamo).write((writes) -> writes.insert(order("o5")));
			assertThat(HEARD).isEmpty();
		});
		assertThat(HEARD).containsExactly("o1", "o2", "o3", "o4", "o5");
		assertThat(sent.requests()).hasSize(1);
	}

	@Test
	void hearsNothingOfWhatIsRolledBackOrRefused() {
		assertThatIllegalStateException().isThrownBy(() -> transaction.executeWithoutResult((tx) -> {
			dynamo.insert(order("o1"));
			throw new IllegalStateException("no");
		}));
		transaction.executeWithoutResult((tx) -> {
			dynamo.insert(order("o1"));
			tx.setRollbackOnly();
		});
		dynamo.insert(order("o1"));
		HEARD.clear();
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> transaction.executeWithoutResult((tx) -> {
				dynamo.insert(order("o2"));
				dynamo.insert(order("o1"));
			}));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> new WriteTransactionTemplate(dynamo).write((tx) -> {
				tx.insert(order("o2"));
				tx.insert(order("o1"));
			}));
		assertThat(HEARD).isEmpty();
	}

	@Test
	void hearsOfATemplatesTransactionWhenItIsDone() {
		dynamo.insert(order("o9"));
		HEARD.clear();
		new WriteTransactionTemplate(dynamo).write((tx) -> {
			tx.insert(order("o1"));
			tx.patch(Order.class, new Order.Id(this.customer, "o9"), Update.empty().set("total", 1));
			assertThat(HEARD).isEmpty();
		});
		assertThat(HEARD).containsExactly("o1");
	}

	@Test
	void hearsOfThePartOfABatchThatIsStored() {
		List<Order> stored = dynamo.insertAll(List.of(order("o1"), order("o2"), order("o3")));
		dynamo.put(stored.get(1));
		HEARD.clear();
		assertThatExceptionOfType(BatchIncompleteException.class).isThrownBy(() -> dynamo.putAll(stored))
			.satisfies((ex) -> assertThat(ex.getUnprocessed()).containsExactly(stored.get(1)));
		assertThat(HEARD).containsExactlyInAnyOrder("o1", "o3");
	}

	@Test
	void aCallbackThatFailsUndoesNothing() {
		dynamo.setEntityCallbacks(EntityCallbacks.create((AfterSaveCallback<Order>) (order, table) -> {
			throw new IllegalStateException("callback");
		}));
		try {
			assertThatIllegalStateException()
				.isThrownBy(() -> transaction.executeWithoutResult((tx) -> dynamo.insert(order("o1"))))
				.withMessage("callback");
		}
		finally {
			createTable();
		}
		assertThat(dynamo.exists(Order.class, new Order.Id(this.customer, "o1"))).isTrue();
		assertThat(IntStream.range(0, 2).mapToObj((i) -> dynamo.put(order("again" + i))).toList()).hasSize(2);
	}

}
