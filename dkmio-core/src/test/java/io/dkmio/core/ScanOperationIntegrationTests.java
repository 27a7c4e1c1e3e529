package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.dkmio.InvalidCursorException;
import io.dkmio.TableNotFoundException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.query.QueryShape;
import io.dkmio.core.query.TableScan;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ScanOperation}.
 */
class ScanOperationIntegrationTests {

	private static final int ORDERS = 60;

	private static RecordingExecutor sent;

	private static DynamoMappingContext context;

	private static DynamoTemplate dynamo;

	@BeforeAll
	static void storeOrders() {
		DynamoDbClient client = LocalDynamo.client(ScanOperationIntegrationTests.class);
		context = Shop.mappingContext();
		new SchemaManager(client).create(List.of(Shop.TABLE));
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		dynamo = new DynamoTemplate(sent, context, new MappingDynamoConverter(context), Clock.systemUTC());
		for (int i = 0; i < ORDERS; i++) {
			String customer = "c-" + i % 20;
			if (i < 20) {
				dynamo.insert(Customer.of(customer, "somebody"));
			}
			dynamo.insert(Order.of(customer, "o-%03d".formatted(i)).withTotal(BigDecimal.valueOf(i).setScale(2)));
		}
	}

	@BeforeEach
	void forgetWhatWasSent() {
		sent.clear();
	}

	@Test
	void readsAllItemsOfAType() {
		ScanResult<Order> all = dynamo.scan(Order.class).page();
		assertThat(all).hasSize(ORDERS);
		assertThat(all.completed()).isTrue();
		assertThat(all.cursor()).isEmpty();
		assertThat(all.scannedCount()).isEqualTo(ORDERS + 20);
		assertThat(sent.only(ScanRequest.class).filterExpression()).isEqualTo("#n0 = :v0");
		assertThat(all)
			.hasToString("ScanResult[items=60, completed=true, scanned=80, capacity=" + all.consumedCapacity() + "]");
	}

	@Test
	void filters() {
		assertThat(dynamo.scan(Order.class).filter(attribute("total").gte(50)).list()).hasSize(10);
	}

	@Test
	void countsWithoutReadingItems() {
		assertThat(dynamo.scan(Order.class).count()).isEqualTo(ORDERS);
		assertThat(sent.only(ScanRequest.class).select()).isEqualTo(Select.COUNT);
		assertThat(dynamo.scan(Order.class).segments(3).count()).isEqualTo(ORDERS);
	}

	@Test
	void readsConsistently() {
		dynamo.scan(Order.class).consistent().list();
		assertThat(sent.only(ScanRequest.class).consistentRead()).isTrue();
	}

	@Test
	void stopsAfterSoManyRequestsAndSaysThatThereIsMore() {
		ScanResult<Order> some = dynamo.scan(Order.class).pageSize(10).maxPages(3).page();
		assertThat(some.scannedCount()).isEqualTo(30);
		assertThat(some.completed()).isFalse();
		assertThat(some.cursor()).isPresent();
		assertThat(sent.requests()).hasSize(3);
	}

	@Test
	void losesNothingBetweenPages() {
		ScanOperation<Order> scan = dynamo.scan(Order.class).pageSize(9).limit(7);
		List<Order> found = new ArrayList<>();
		ScanResult<Order> page = scan.page();
		while (true) {
			page.forEach(found::add);
			Optional<String> cursor = page.cursor();
			if (cursor.isEmpty()) {
				break;
			}
			page = scan.after(cursor.get()).page();
		}
		assertThat(found).hasSize(ORDERS).doesNotHaveDuplicates();
		assertThat(page.completed()).isTrue();
	}

	@Test
	void readsSegmentsAtOneTime() {
		ScanOperation<Order> scan = dynamo.scan(Order.class).segments(4).pageSize(5);
		ScanResult<Order> all = scan.page();
		assertThat(all).hasSize(ORDERS).doesNotHaveDuplicates();
		assertThat(all.completed()).isTrue();
		assertThat(all.scannedCount()).isEqualTo(ORDERS + 20);
		assertThat(sent.requests()).extracting((request) -> ((ScanRequest) request).segment()).contains(0, 1, 2, 3);
		assertThat(scan.list()).hasSize(ORDERS);
		try (Stream<Order> stream = scan.stream()) {
			assertThat(stream.distinct().count()).isEqualTo(ORDERS);
		}
	}

	@Test
	void readsNoMorePagesOfSegmentsThanAllowed() {
		ScanResult<Order> some = dynamo.scan(Order.class).segments(4).pageSize(5).maxPages(6).page();
		assertThat(some.completed()).isFalse();
		assertThat(some.cursor()).isEmpty();
		assertThat(sent.requests()).hasSize(6);
		assertThat(dynamo.scan(Order.class).segments(4).maxPages(2).list()).isNotNull();
		assertThat(sent.requests()).hasSize(8);
	}

	@Test
	void readsOnePageOfEachSegmentAheadAtMost() throws InterruptedException {
		try (Stream<Order> stream = dynamo.scan(Order.class).segments(2).pageSize(1).stream()) {
			Iterator<Order> each = stream.iterator();
			each.next();
			Thread.sleep(500);
			int readAhead = sent.requests().size();
			Thread.sleep(200);
			assertThat(sent.requests()).hasSize(readAhead).hasSizeLessThan(ORDERS);
		}
	}

	@Test
	void passesOnWhatGoesWrongInASegment() {
		assertThatExceptionOfType(TableNotFoundException.class)
			.isThrownBy(() -> dynamo.scan(Product.class).segments(3).list());
	}

	@Test
	void refusesCursorsOfSegmentsAndOfOtherScans() {
		String cursor = dynamo.scan(Order.class).limit(3).page().cursor().orElseThrow();
		sent.clear();
		assertThatExceptionOfType(InvalidCursorException.class)
			.isThrownBy(() -> dynamo.scan(Order.class).segments(2).after(cursor).list())
			.withMessageContaining("reads segments, which have no one place to go on from");
		assertThatExceptionOfType(InvalidCursorException.class)
			.isThrownBy(() -> dynamo.scan(Order.class).filter(attribute("total").gt(5)).after(cursor).list());
		assertThatExceptionOfType(InvalidCursorException.class)
			.isThrownBy(() -> dynamo.scan(Customer.class).after(cursor).list());
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void explainsWithoutSending() {
		assertThat(dynamo.scan(Order.class).filter(attribute("total").gt(5)).explain())
			.isEqualTo("Scan shop filter total > ? AND _type = ?");
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void isPreparedWhereItIsAllowed() {
		QueryShape shape = QueryShape.of(context.getRequiredPersistentEntity(Order.class))
			.withWhere(attribute("total").gte(Operand.parameter(0)))
			.withScanAllowed();
		PreparedRead<Order> read = dynamo.prepare(ReadDefinition.of(Order.class, shape).withParameters(1));
		assertThat(read.plan()).isInstanceOf(TableScan.class);
		assertThat(read.list(ReadCall.of(50))).hasSize(10);
		assertThat(read.list(ReadCall.of(50).withSegments(3))).hasSize(10);
		assertThat(read.first(ReadCall.of(59))).map(Order::orderId).contains("o-059");
		PreparedRead<Order> exists = dynamo
			.prepare(ReadDefinition.of(Order.class, shape.withAnswer(QueryShape.Answer.EXISTS)).withParameters(1));
		assertThat(exists.exists(ReadCall.of(59))).isTrue();
		assertThat(exists.exists(ReadCall.of(60))).isFalse();
	}

	@Test
	void refusesSegmentsThatReadNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> dynamo.scan(Order.class).segments(0))
			.withMessage("A number of segments must be at least 1");
	}

}
