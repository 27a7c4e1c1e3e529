package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.dkmio.InvalidCursorException;
import io.dkmio.UnservableQueryException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.query.CursorCodec;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link QueryOperation}.
 */
class QueryOperationIntegrationTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final int ORDERS = 40;

	private static RecordingExecutor sent;

	private static DynamoTemplate dynamo;

	@BeforeAll
	static void storeOrdersOfTwoCustomers() {
		DynamoDbClient client = LocalDynamo.client(QueryOperationIntegrationTests.class);
		DynamoMappingContext context = Shop.mappingContext();
		new SchemaManager(client).create(Shop.tables());
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		dynamo = new DynamoTemplate(sent, context, new MappingDynamoConverter(context), Clock.systemUTC());
		for (String customer : List.of("c1", "c10")) {
			dynamo.insert(Customer.of(customer, "Customer " + customer));
			for (int i = 0; i < ORDERS; i++) {
				dynamo.insert(Order.of(customer, "o-%03d".formatted(i))
					.withStatus((i % 2 == 0) ? Status.OPEN : Status.PAID)
					.withPlacedAt(START.plusSeconds(i))
					.withTotal(BigDecimal.valueOf(i).setScale(2)));
			}
		}
	}

	@BeforeEach
	void forgetWhatWasSent() {
		sent.clear();
	}

	@Test
	void readsTheItemsOfOneTypeInOnePartition() {
		List<Order> orders = dynamo.query(Order.class).where(attribute("customerId").eq("c1")).list();
		assertThat(orders).hasSize(ORDERS).allSatisfy((order) -> assertThat(order.customerId()).isEqualTo("c1"));
		assertThat(orders).extracting(Order::orderId).isSorted();
		QueryRequest request = sent.only(QueryRequest.class);
		assertThat(request.keyConditionExpression()).isEqualTo("#n0 = :v0 AND begins_with(#n1, :v1)");
		assertThat(request.filterExpression()).isNull();
	}

	@Test
	void readsARangeInsideTheTypesPrefix() {
		List<Order> orders = dynamo.query(Order.class)
			.where(attribute(Order::customerId).eq("c1")
				.and(attribute(Order::orderId).gte("o-010"))
				.and(attribute(Order::orderId).lt("o-013")))
			.list();
		assertThat(orders).extracting(Order::orderId).containsExactly("o-010", "o-011", "o-012");
		assertThat(sent.only(QueryRequest.class).keyConditionExpression())
			.isEqualTo("#n0 = :v0 AND #n1 BETWEEN :v1 AND :v2");
	}

	@Test
	void readsOneItemByItsWholeKey() {
		assertThat(dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1").and(attribute("orderId").eq("o-007")))
			.list()).singleElement().extracting(Order::orderId).isEqualTo("o-007");
		sent.only(GetItemRequest.class);
	}

	@Test
	void checksTheRestOfTheConditionOnAnItemReadByItsKey() {
		QueryOperation<Order> byKey = dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1").and(attribute("orderId").eq("o-007")));
		assertThat(byKey.filter(attribute("total").gt(6)).page().items()).hasSize(1);
		QueryResult<Order> none = byKey.filter(attribute("total").gt(7)).page();
		assertThat(none).isEmpty();
		assertThat(none.scannedCount()).isEqualTo(1);
		assertThat(none.consumedCapacity()).isPositive();
	}

	@Test
	void readsAnIndexBackwardsAndNoMoreThanAsked() {
		List<Order> latest = dynamo.query(Order.class)
			.where(attribute("status").eq(Status.OPEN))
			.descending()
			.limit(3)
			.list();
		assertThat(latest).extracting(Order::placedAt)
			.containsExactly(START.plusSeconds(38), START.plusSeconds(38), START.plusSeconds(36));
		QueryRequest request = sent.only(QueryRequest.class);
		assertThat(request.indexName()).isEqualTo("gsi1");
		assertThat(request.limit()).isEqualTo(3);
		assertThat(request.scanIndexForward()).isFalse();
	}

	@Test
	void readsTheFirstItemAlone() {
		Optional<Order> first = dynamo.query(Order.class).where(attribute("customerId").eq("c1")).first();
		assertThat(first).map(Order::orderId).contains("o-000");
		assertThat(sent.only(QueryRequest.class).limit()).isEqualTo(1);
	}

	@Test
	void looksBehindTheFirstItemsAFilterLeavesOut() {
		Optional<Order> first = dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1"))
			.filter(attribute("total").gt(20))
			.pageSize(10)
			.first();
		assertThat(first).map(Order::orderId).contains("o-021");
		assertThat(sent.requests()).hasSize(3);
	}

	@Test
	void countsWithoutReadingItems() {
		assertThat(dynamo.query(Order.class).where(attribute("status").eq(Status.PAID)).count()).isEqualTo(ORDERS);
		assertThat(sent.only(QueryRequest.class).select()).isEqualTo(Select.COUNT);
	}

	@Test
	void readsPagesOnlyWhenTheyAreNeeded() {
		try (Stream<Order> orders = dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1"))
			.pageSize(5)
			.stream()) {
			Iterator<Order> each = orders.iterator();
			each.next();
			each.next();
			assertThat(each.next().orderId()).isEqualTo("o-002");
		}
		assertThat(sent.requests()).hasSize(1);
	}

	@Test
	void readsTheNextPageAheadOnceHalfOfOneIsUsed() {
		QueryOperation<Order> query = dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1"))
			.pageSize(6)
			.prefetch();
		assertThat(query.stream()).hasSize(ORDERS).extracting(Order::orderId).isSorted();
		assertThat(query.limit(8).stream()).hasSize(8);
		sent.clear();
		try (Stream<Order> orders = query.stream()) {
			Iterator<Order> each = orders.iterator();
			each.next();
			each.next();
			each.next();
			assertThat(sent.requests()).hasSize(1);
		}
		sent.clear();
		assertThat(query.limit(6).stream()).hasSize(6);
		assertThat(sent.requests()).as("nothing beyond the limit").hasSize(1);
	}

	@Test
	void stopsAfterSoManyRequests() {
		assertThat(dynamo.query(Order.class).where(attribute("customerId").eq("c1")).pageSize(5).maxPages(2).list())
			.hasSize(10);
	}

	@Test
	void losesNothingBetweenCappedPagesOfAFilteredQuery() {
		QueryOperation<Order> query = dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1"))
			.filter(attribute("status").eq(Status.OPEN))
			.pageSize(8)
			.limit(3);
		List<String> found = new ArrayList<>();
		QueryResult<Order> page = query.page();
		while (true) {
			page.forEach((order) -> found.add(order.orderId()));
			Optional<String> cursor = page.cursor();
			if (cursor.isEmpty()) {
				break;
			}
			page = query.after(cursor.get()).page();
		}
		assertThat(found).hasSize(ORDERS / 2).doesNotHaveDuplicates().isSorted();
	}

	@Test
	void pagesThroughAnIndex() {
		QueryOperation<Order> query = dynamo.query(Order.class).where(attribute("status").eq(Status.PAID)).pageSize(7);
		List<Order> found = new ArrayList<>();
		Optional<String> cursor = Optional.empty();
		do {
			QueryResult<Order> page = (cursor.isPresent() ? query.after(cursor.get()) : query).page();
			assertThat(page.consumedCapacity()).isPositive();
			found.addAll(page.items());
			cursor = page.cursor();
		}
		while (cursor.isPresent());
		assertThat(found).hasSize(ORDERS).doesNotHaveDuplicates();
	}

	@Test
	void refusesACursorOfAnotherQueryBeforeAnyRequest() {
		String cursor = dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1"))
			.pageSize(5)
			.page()
			.cursor()
			.orElseThrow();
		sent.clear();
		QueryOperation<Order> foreign = dynamo.query(Order.class).where(attribute("customerId").eq("c10"));
		assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> foreign.after(cursor).page())
			.withMessageContaining("comes from another query")
			.withMessageNotContaining(cursor);
		assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> foreign.after("forged").list());
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void acceptsACursorOfAnotherProcessWithTheSameSecret() {
		String secret = "a secret of more than thirty-two bytes";
		DynamoMappingContext context = Shop.mappingContext();
		DynamoTemplate one = new DynamoTemplate(sent, context, new MappingDynamoConverter(context), Clock.systemUTC());
		one.setCursorCodec(CursorCodec.of(secret));
		DynamoTemplate other = new DynamoTemplate(sent, context, new MappingDynamoConverter(context),
				Clock.systemUTC());
		other.setCursorCodec(CursorCodec.of("a new secret of more than thirty-two bytes", secret));
		String cursor = one.query(Order.class)
			.where(attribute("customerId").eq("c1"))
			.pageSize(5)
			.page()
			.cursor()
			.orElseThrow();
		assertThat(other.query(Order.class).where(attribute("customerId").eq("c1")).after(cursor).first())
			.map(Order::orderId)
			.contains("o-005");
	}

	@Test
	void refusesWhatKeysDoNotServeBeforeAnyRequest() {
		assertThatExceptionOfType(UnservableQueryException.class)
			.isThrownBy(() -> dynamo.query(Order.class).where(attribute("total").gt(5)).list())
			.withMessageContaining("Order where total > ? cannot be served");
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void explainsWithoutSending() {
		assertThat(dynamo.query(Order.class)
			.where(attribute("status").eq(Status.OPEN).and(attribute("placedAt").gte(START)))
			.explain()).isEqualTo("Query shop index gsi1 gsi1pk = ? AND gsi1sk BETWEEN ? AND ?");
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void refusesLimitsThatReadNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> dynamo.query(Order.class).limit(0))
			.withMessage("A limit must be at least 1");
		assertThatIllegalArgumentException().isThrownBy(() -> dynamo.query(Order.class).pageSize(0))
			.withMessage("A page size must be at least 1");
	}

}
