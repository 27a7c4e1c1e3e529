package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.client.WireInterceptor;
import io.dkmio.core.client.WireSupport;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Line;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.test.FaultServer;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A template whose client has a {@link WireInterceptor}, beside one whose client has
 * none.
 */
class WireTemplateIntegrationTests {

	private static final List<TableDefinition> TABLES = List.of(Shop.TABLE,
			TableDefinition.of("notes", "wire-notes", "id"));

	private static final DynamoMappingContext CONTEXT = DynamoMappingContext.of(TABLES, Order.class, Note.class);

	private static final WireInterceptor INTERCEPTOR = new WireInterceptor();

	private static final DynamoDbClient CLIENT = FaultServer.clientOf(LocalDynamo.endpoint(),
			(configuration) -> configuration.addExecutionInterceptor(INTERCEPTOR));

	private static final DynamoTemplate WIRED = new DynamoTemplate(CLIENT, CONTEXT);

	private static final DynamoTemplate PLAIN = new DynamoTemplate(
			new RecordingExecutor(new ClientDynamoExecutor(CLIENT)), CONTEXT, new MappingDynamoConverter(CONTEXT),
			Clock.systemUTC());

	private static final WireSupport SUPPORT = INTERCEPTOR.support();

	private final String customer = UUID.randomUUID().toString();

	private long answers;

	private long requests;

	@BeforeAll
	static void createTables() {
		SchemaManager manager = new SchemaManager(new ClientDynamoExecutor(CLIENT));
		TABLES.forEach(manager::create);
	}

	@BeforeEach
	void count() {
		this.answers = SUPPORT.answers();
		this.requests = SUPPORT.requests();
	}

	@Test
	void writesAndReadsAnItem() {
		Order order = WIRED.insert(order("1"));
		assertThat(SUPPORT.requests()).isEqualTo(this.requests + 1);
		assertThat(WIRED.get(Order.class, id(order)).required()).isEqualTo(order);
		assertThat(SUPPORT.answers()).isEqualTo(this.answers + 1);
		assertThat(PLAIN.get(Order.class, id(order)).required()).isEqualTo(order);
		assertThat(SUPPORT.answers()).isEqualTo(this.answers + 1);
		assertThat(WIRED.get(Order.class, id(order("none"))).optional()).isEmpty();
	}

	@Test
	void keepsConditionsAndVersions() {
		Order first = WIRED.insert(order("1"));
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> WIRED.insert(order("1")));
		Order second = WIRED.put(first.withStatus(Status.PAID));
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> WIRED.put(first));
		assertThat(PLAIN.get(Order.class, id(first)).required()).isEqualTo(second);
	}

	@Test
	void readsPagesAndGoesOnAfterThem() {
		List<Order> orders = IntStream.range(10, 30).mapToObj((i) -> WIRED.insert(order(Integer.toString(i)))).toList();
		QueryOperation<Order> query = WIRED.query(Order.class).where(attribute("customerId").eq(this.customer));
		assertThat(query.list()).isEqualTo(orders);
		assertThat(query.pageSize(7).stream()).isEqualTo(orders);
		List<Order> found = new ArrayList<>();
		QueryResult<Order> page = query.limit(6).page();
		found.addAll(page.items());
		while (page.cursor().isPresent()) {
			page = query.limit(6).after(page.cursor().get()).page();
			found.addAll(page.items());
		}
		assertThat(found).isEqualTo(orders);
		assertThat(query.count()).isEqualTo(20);
		assertThat(SUPPORT.answers()).isGreaterThan(this.answers);
	}

	@Test
	void writesAndReadsManyItems() {
		List<Note> notes = IntStream.range(0, 60).mapToObj((i) -> new Note(this.customer + i, "text " + i)).toList();
		List<String> ids = notes.stream().map(Note::id).toList();
		assertThat(WIRED.putAll(notes)).isEqualTo(notes);
		assertThat(SUPPORT.requests()).isEqualTo(this.requests + 3);
		assertThat(WIRED.batchGet(Note.class, ids).list()).isEqualTo(notes);
		assertThat(SUPPORT.answers()).isEqualTo(this.answers + 1);
		assertThat(PLAIN.batchGet(Note.class, ids).list()).isEqualTo(notes);
		WIRED.batchWrite((batch) -> notes
			.forEach((note) -> batch.delete(Note.class, note.id()).put(new Note("other " + note.id(), note.text()))));
		assertThat(WIRED.batchGet(Note.class, ids).list()).isEmpty();
		assertThat(PLAIN.get(Note.class, "other " + ids.get(59)).required().text()).isEqualTo("text 59");
	}

	@Test
	void readsTheItemsThatWritesReturn() {
		Order order = WIRED.insert(order("1"));
		Order paid = WIRED.update(Order.class, id(order)).set("status", Status.PAID).returning(ReturnedItem.ALL_NEW);
		assertThat(SUPPORT.answers()).isEqualTo(this.answers + 1);
		assertThat(paid).isEqualTo(PLAIN.get(Order.class, id(order)).required());
		assertThat(WIRED.update(Order.class, id(order)).set("status", Status.SHIPPED).returning(ReturnedItem.ALL_OLD))
			.isEqualTo(paid);
		assertThat(WIRED.update(Order.class, id(order))
			.set("status", Status.PAID)
			.returning(ReturnedProperties.UPDATED_OLD)).containsEntry("status", Status.SHIPPED);
		assertThat(SUPPORT.answers()).isEqualTo(this.answers + 3);
		WIRED.update(Order.class, id(order)).set("status", Status.SHIPPED).execute();
		assertThat(SUPPORT.answers()).as("nothing is returned").isEqualTo(this.answers + 3);
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> WIRED.update(Order.class, id(order("none")))
				.set("status", Status.PAID)
				.returning(ReturnedItem.ALL_NEW));
	}

	@Test
	void takesATransactionWhoseJsonIsLongerThanItsItems() {
		String text = "\u0001".repeat(60_000); // six bytes each in JSON, and one in
												// DynamoDB
		WriteTransactionTemplate transaction = new WriteTransactionTemplate(WIRED);
		transaction
			.write((tx) -> IntStream.range(0, 12).forEach((i) -> tx.put(new Note(this.customer + "long" + i, text))));
		assertThat(PLAIN.get(Note.class, this.customer + "long11").required().text()).isEqualTo(text);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> transaction
				.write((tx) -> IntStream.range(0, 72).forEach((i) -> tx.put(new Note(this.customer + i, text)))))
			.withMessageStartingWith("A transaction has at most 4194304 bytes, and with 'put' of Note it would have");
	}

	@Test
	void asksNothingOfAnExecutorThatDoesNotOffer() {
		PLAIN.put(new Note(this.customer, "plain"));
		assertThat(PLAIN.get(Note.class, this.customer).required().text()).isEqualTo("plain");
		assertThat(SUPPORT.requests()).isEqualTo(this.requests);
		assertThat(SUPPORT.answers()).isEqualTo(this.answers);
	}

	private static Order.Id id(Order order) {
		return new Order.Id(order.customerId(), order.orderId());
	}

	private Order order(String id) {
		return Order.of(this.customer, id).withLines(new Line("sku", 2, new BigDecimal("1.50"))).withTags("a", "b");
	}

	/**
	 * An item without a version, of a table by itself.
	 */
	@Item(table = "notes")
	record Note(@PartitionKey String id, String text) {

	}

}
