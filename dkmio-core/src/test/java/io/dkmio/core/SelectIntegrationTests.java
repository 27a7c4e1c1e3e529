package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.SortKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.query.QueryShape;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Address;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for reads of parts of items.
 */
class SelectIntegrationTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static RecordingExecutor sent;

	private static DynamoTemplate dynamo;

	@BeforeAll
	static void storeItems() {
		DynamoDbClient client = LocalDynamo.client(SelectIntegrationTests.class);
		TableDefinition visits = TableDefinition.of("visits", "visits", "userId")
			.withSortKey("at")
			.withIndex(IndexDefinition.global("by-page").withPartitionKey("page").withProjection(Projection.KEYS_ONLY));
		List<TableDefinition> tables = List.of(Shop.TABLE, visits);
		DynamoMappingContext context = DynamoMappingContext.of(tables, Order.class, Visit.class);
		new SchemaManager(client).create(tables);
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		dynamo = new DynamoTemplate(sent, context, new MappingDynamoConverter(context), Clock.systemUTC());
		for (int i = 0; i < 5; i++) {
			dynamo.insert(Order.of("c1", "o-" + i)
				.withStatus(Status.OPEN)
				.withPlacedAt(START)
				.withTotal(BigDecimal.valueOf(i).setScale(2))
				.withShipTo(new Address("Main Street", "Lima", null, "PE")));
			dynamo.insert(new Visit("u1", "at-" + i, "/home", "firefox", i));
		}
	}

	@BeforeEach
	void forgetWhatWasSent() {
		sent.clear();
	}

	@Test
	void readsAPartOfAnItem() {
		Order order = dynamo.get(Order.class, new Order.Id("c1", "o-3")).select("total", "shipTo.city").required();
		assertThat(order.total()).isEqualByComparingTo("3");
		assertThat(order.customerId()).isEqualTo("c1");
		assertThat(order.orderId()).isEqualTo("o-3");
		assertThat(order.shipTo()).isEqualTo(new Address(null, "Lima", null, null));
		assertThat(order.status()).isNull();
		GetItemRequest request = sent.only(GetItemRequest.class);
		assertThat(request.expressionAttributeNames()).containsValues("pk", "sk", "_type", "total", "shipTo", "city");
	}

	@Test
	void readsPartsOfTheItemsOfAQueryAndOfAScan() {
		List<Order> orders = dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1"))
			.select("total")
			.select("status")
			.list();
		assertThat(orders).hasSize(5)
			.allSatisfy((order) -> assertThat(order.status()).isEqualTo(Status.OPEN))
			.allSatisfy((order) -> assertThat(order.placedAt()).isNull());
		assertThat(sent.only(QueryRequest.class).expressionAttributeNames()).containsValues("pk", "sk", "_type",
				"total", "status");
		assertThat(dynamo.scan(Order.class).select("total").list()).hasSize(5)
			.allSatisfy((order) -> assertThat(order.status()).isNull());
	}

	@Test
	void pagesThroughParts() {
		QueryOperation<Order> query = dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1"))
			.filter(attribute("total").gt(0))
			.select("total")
			.limit(2);
		QueryResult<Order> page = query.page();
		QueryResult<Order> next = query.after(page.cursor().orElseThrow()).page();
		assertThat(next).extracting(Order::orderId).containsExactly("o-3", "o-4");
	}

	@Test
	void readsTheKeysAnIndexHolds() {
		QueryOperation<Visit> visits = dynamo.query(Visit.class).where(attribute("page").eq("/home"));
		assertThatExceptionOfType(UnservableQueryException.class).isThrownBy(visits::list)
			.withMessageContaining("index 'by-page' does not hold whole items");
		assertThatExceptionOfType(UnservableQueryException.class).isThrownBy(() -> visits.select("agent").list())
			.withMessageContaining("index 'by-page' does not hold 'agent', only userId, at, page");
	}

	@Test
	void readsRowsOfProperties() {
		DynamoMappingContext context = dynamo.getConverter().getMappingContext();
		QueryShape shape = QueryShape.of(context.getRequiredPersistentEntity(Visit.class))
			.withWhere(attribute("page").eq("/home"))
			.withSelect(List.of(AttributePath.parse("userId"), AttributePath.parse("at")));
		assertThat(dynamo.prepare(ReadDefinition.of(Map.class, shape)).list(ReadCall.plain())).hasSize(5)
			.contains(Map.of("userId", "u1", "at", "at-3"));
	}

	@Test
	void refusesToWriteWhatWasReadInPart() {
		Order order = dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1"))
			.select("total")
			.first()
			.orElseThrow();
		String message = "Cannot put this Order: only a part of it was read (select, or an index that does not hold"
				+ " whole items), and what was not read would be lost. Read it as a whole, or change attributes with"
				+ " an update";
		sent.clear();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> dynamo.put(order))
			.withMessage(message);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> dynamo.insert(order));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> dynamo.putAll(List.of(order)));
		Order part = dynamo.get(Order.class, new Order.Id("c1", "o-0")).select("total").required();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> dynamo.put(part));
		assertThat(sent.requests()).hasSize(1);
		Order whole = dynamo.get(Order.class, new Order.Id("c1", "o-0")).required();
		assertThat(dynamo.put(whole).total()).isEqualByComparingTo("0");
	}

	@Test
	void refusesPathsThatDoNotExist() {
		GetOperation<Order> get = dynamo.get(Order.class, new Order.Id("c1", "o-3"));
		assertThatExceptionOfType(UnservableQueryException.class).isThrownBy(() -> get.select("totl").optional())
			.withMessage("Order cannot be served: 'totl' is selected, and 'totl' is no property of Order. Select"
					+ " properties, or paths that begin with one.");
		assertThatExceptionOfType(UnservableQueryException.class).isThrownBy(
				() -> dynamo.query(Order.class).where(attribute("customerId").eq("c1")).select("shipTo.town").list())
			.withMessageContaining("'shipTo.town' is selected, and 'town' is no property of Address");
		assertThatIllegalArgumentException().isThrownBy(() -> get.select())
			.withMessage("A selection needs at least one property");
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void refusesToLeaveOutWhatAConstructorNeeds() {
		QueryOperation<Visit> visits = dynamo.query(Visit.class).where(attribute("userId").eq("u1"));
		assertThatExceptionOfType(UnservableQueryException.class).isThrownBy(() -> visits.select("agent").list())
			.withMessageContaining("the constructor of Visit takes 'seconds' as int, which cannot be absent")
			.withMessageContaining("Select 'seconds' too, or give it a type that can be null");
		assertThat(visits.select("agent", "seconds").list()).hasSize(5)
			.allSatisfy((visit) -> assertThat(visit.page()).isNull());
	}

	@Item(table = "visits")
	record Visit(@PartitionKey String userId, @SortKey String at, @Nullable String page, @Nullable String agent,
			int seconds) {
	}

}
