package io.dkmio.boot.test.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.AttributeType;
import io.dkmio.ThrottledException;
import io.dkmio.boot.test.DataDynamoTest;
import io.dkmio.boot.test.DynamoCall;
import io.dkmio.boot.test.DynamoCalls;
import io.dkmio.boot.test.DynamoFaults;
import io.dkmio.boot.test.TestTable;
import io.dkmio.boot.test.ValueMatcher;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.WriteTransactionTemplate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.domain.Limit;

import static io.dkmio.boot.test.ExpectedCall.getItem;
import static io.dkmio.boot.test.ExpectedCall.putItem;
import static io.dkmio.boot.test.ExpectedCall.query;
import static io.dkmio.boot.test.ExpectedCall.scan;
import static io.dkmio.boot.test.ExpectedCall.transactWriteItems;
import static io.dkmio.boot.test.ValueMatcher.any;
import static io.dkmio.boot.test.ValueMatcher.in;
import static io.dkmio.boot.test.ValueMatcher.isoDate;
import static io.dkmio.boot.test.ValueMatcher.like;
import static io.dkmio.boot.test.ValueMatcher.likeIgnoringCase;
import static io.dkmio.boot.test.ValueMatcher.matching;
import static io.dkmio.boot.test.ValueMatcher.not;
import static io.dkmio.boot.test.ValueMatcher.optional;
import static io.dkmio.boot.test.ValueMatcher.regex;
import static io.dkmio.boot.test.ValueMatcher.type;
import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DataDynamoTest}, by being one.
 */
@DataDynamoTest
class DataDynamoTestIntegrationTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final Order FIRST = new Order("c1", "o1", "OPEN", NOON);

	private static final Order SECOND = new Order("c1", "o2", "OPEN", NOON.plusSeconds(60));

	@Autowired
	OrderRepository orders;

	@Autowired
	DynamoTemplate dynamo;

	@Autowired
	WriteTransactionTemplate transactions;

	@Autowired
	DynamoCalls calls;

	@Autowired
	DynamoFaults faults;

	@Autowired
	TestTable table;

	@Autowired
	ApplicationContext context;

	@Test
	void recordsWhatIsSent() {
		this.table.seed(FIRST, SECOND);
		assertThat(this.orders.findByStatusOrderByPlacedAtDesc("OPEN", Limit.of(20))).containsExactly(SECOND, FIRST);
		assertThat(this.calls).containsExactly(query().table("shop").index("gsi1").limit(20).noFilter());
	}

	@Test
	void recordsWhatItCost() {
		this.table.seed(FIRST, SECOND);
		this.orders.existsById(new Order.Id("c1", "o1"));
		this.orders.insert(new Order("c1", "o3", "OPEN", NOON));
		assertThat(this.calls).containsExactly(getItem().capacity(0.5), putItem().capacity(2));
		assertThat(this.calls.recorded().get(0).toString()).startsWith("GetItem table=shop").endsWith("capacity=0.5");
	}

	@Test
	void recordsNoCostOfACallThatFails() {
		this.orders.insert(FIRST);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.orders.insert(FIRST));
		assertThat(this.calls.recorded()).extracting(DynamoCall::capacity).containsExactly(2.0, null);
	}

	@Test
	void saysWhatWasSentInstead() {
		this.orders.existsById(new Order.Id("c1", "o1"));
		assertThat(this.calls).hasSize(1).contains(getItem().noIndex()).doesNotContain(scan());
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(this.calls).isEmpty())
			.withMessageContaining("Expected exactly these calls:")
			.withMessageContaining("none")
			.withMessageContaining("GetItem table=shop");
	}

	@RepeatedTest(2)
	void emptiesTablesBetweenTests() {
		assertThat(this.table).isEmpty();
		assertThat(this.calls).isEmpty();
		this.orders.insert(FIRST);
		assertThat(this.calls).containsExactly(putItem().condition("attribute_not_exists(pk)"));
		assertThat(this.table).hasSize(1);
	}

	@Test
	void seesItemsAsTheyAreStored() {
		this.table.seed(FIRST, SECOND);
		assertThat(this.table).hasNoItem("CUSTOMER#c2")
			.hasItem("CUSTOMER#c1", "ORDER#o1")
			.withAttribute("status", "OPEN")
			.withAttribute("gsi1pk", like("STATUS#*"))
			.withAttribute("placedAt", isoDate())
			.withAttribute("orderId", in("o1", "o2"))
			.withAttribute("customerId", regex("c\\d"))
			.withAttribute("_type", any())
			.withAttribute("note", optional(type(AttributeType.S)))
			.withAttribute("pk", type(AttributeType.S))
			.withoutAttribute("expires_at");
		assertThat(this.table.find("sk", like("ORDER#?2"))).hasSize(1);
	}

	@Test
	void storesItemsAsTheyAre() {
		this.table.seedItem(Map.of("pk", "CUSTOMER#c1", "sk", "NOTE#1", "_type", "Note", "size", 3, "tags",
				Set.of("a", "b"), "raw", new byte[] { 1, 2 }));
		assertThat(this.calls).isEmpty();
		assertThat(this.table).hasItem("CUSTOMER#c1", "NOTE#1")
			.withAttribute("size", 3)
			.withAttribute("size", type(AttributeType.N))
			.withAttribute("tags", Set.of("a", "b"))
			.withAttribute("raw", new byte[] { 1, 2 });
		Map<String, Object> item = this.table.items().get(0);
		this.table.clear();
		this.table.seedItem(item);
		assertThat(this.table.items().get(0)).usingRecursiveComparison().isEqualTo(item);
	}

	@Test
	void knowsWhatWasAskedFor() {
		this.table.seed(FIRST, SECOND);
		this.dynamo.get(Order.class, new Order.Id("c1", "o1")).consistent().required();
		this.dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1"))
			.filter(attribute("status").eq("OPEN"))
			.list();
		this.dynamo.put(new Order("c1", "o3", "OPEN", NOON));
		assertThat(this.calls).containsExactly(getItem().consistent(),
				query().keyCondition("pk = :v0 AND begins_with(sk, :v1)").filter("status = :v2"),
				putItem().noCondition());
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.calls).contains(query().filter("status = :other")))
			.withMessageContaining("status = :v2");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.calls).contains(query().consistent()));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.calls).contains(query().keyCondition("pk = :v0")));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.calls).contains(query().noFilter()));
	}

	@Test
	void meetsAnotherTransactionInAWriteTransaction() {
		this.faults.conflict();
		this.transactions.write((tx) -> {
			tx.insert(FIRST);
			tx.insert(SECOND);
		});
		assertThat(this.table).hasSize(2);
		assertThat(this.calls).containsExactly(transactWriteItems());
	}

	@Test
	void findsItemsBySeveralAttributes() {
		this.table.seed(FIRST, SECOND, new Order("c2", "o1", "PAID", NOON));
		assertThat(this.table.find(Map.of("pk", "CUSTOMER#c1", "sk", like("ORDER#*")))).hasSize(2)
			.allSatisfy((item) -> assertThat(item).containsEntry("status", "OPEN"));
		assertThat(this.table.find(Map.of("pk", like("CUSTOMER#*"), "status", "PAID"))).hasSize(1);
		assertThat(this.table.find(Map.of("pk", "CUSTOMER#c1", "status", "PAID"))).isEmpty();
	}

	@Test
	void matchesValues() {
		this.table.seed(FIRST);
		ValueMatcher recent = matching("after 2026-01-01",
				(value) -> Instant.parse((String) value).isAfter(Instant.parse("2026-01-01T00:00:00Z")));
		assertThat(this.table).hasItem("CUSTOMER#c1", "ORDER#o1")
			.withAttribute("placedAt", recent)
			.withAttribute("placedAt", not(type(AttributeType.N)))
			.withAttribute("status", likeIgnoringCase("op*"))
			.withAttribute("status", not(in("PAID", "SHIPPED")))
			.withAttribute("note", not(any()));
		assertThat(not(any()).matches(null)).isTrue();
		assertThat(like("op*").matches("OPEN")).isFalse();
		assertThat(recent).hasToString("after 2026-01-01");
		assertThat(recent.matches(null)).isFalse();
	}

	@Test
	void saysWhichItemsThereAre() {
		this.table.seed(FIRST);
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.table).hasItem("CUSTOMER#c1", "ORDER#o9"))
			.withMessageContaining("Expected an item with the key 'CUSTOMER#c1', 'ORDER#o9'")
			.withMessageContaining("CUSTOMER#c1, ORDER#o1");
	}

	@Test
	void throttles() {
		this.faults.throttle();
		assertThatExceptionOfType(ThrottledException.class).isThrownBy(() -> this.orders.insert(FIRST));
		this.orders.insert(FIRST);
		assertThat(this.table).hasSize(1);
	}

	@Test
	void meetsAnotherTransaction() {
		this.faults.conflict();
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> this.orders.insert(FIRST));
		assertThat(this.table).isEmpty();
	}

	@Test
	void losesAnAnswerAfterTheWorkIsDone() {
		this.faults.loseAnswer();
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> this.orders.insert(FIRST));
		assertThat(this.table).hasSize(1);
	}

	@Test
	void answersLate() {
		this.faults.delay(Duration.ofMillis(200));
		long start = System.nanoTime();
		this.orders.existsById(new Order.Id("c1", "o1"));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
	}

	@Test
	void leavesOutTheRestOfTheApplication() {
		assertThat(this.context.getBeansOfType(Mailer.class)).isEmpty();
	}

	@Test
	void leavesBatchesUnprocessedThatAreThenRepeated() {
		this.faults.leaveUnprocessed();
		this.dynamo.batchWrite((batch) -> List.of(FIRST, SECOND).forEach(batch::put));
		assertThat(this.table).hasSize(2);
		assertThat(this.calls).hasSize(2);
	}

	@Test
	void leavesPartsOfBatchesOfAllKindsUnprocessed() {
		this.table.seed(FIRST);
		this.faults.leaveUnprocessed().leaveUnprocessed();
		this.dynamo.batchWrite((batch) -> batch.put(SECOND).delete(Order.class, new Order.Id("c1", "o1")));
		assertThat(this.table).hasNoItem("CUSTOMER#c1", "ORDER#o1").hasItem("CUSTOMER#c1", "ORDER#o2");
		this.faults.clear();
		this.faults.leaveUnprocessed();
		assertThat(
				this.dynamo.batchGet(Order.class, List.of(new Order.Id("c1", "o1"), new Order.Id("c1", "o2"))).list())
			.containsExactly(SECOND);
	}

}
