package io.dkmio.boot.test.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.dkmio.AttributeType;
import io.dkmio.ThrottledException;
import io.dkmio.boot.test.DataDynamoTest;
import io.dkmio.boot.test.DynamoCalls;
import io.dkmio.boot.test.DynamoFaults;
import io.dkmio.boot.test.TestTable;
import io.dkmio.core.DynamoTemplate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.domain.Limit;

import static io.dkmio.boot.test.ExpectedCall.getItem;
import static io.dkmio.boot.test.ExpectedCall.putItem;
import static io.dkmio.boot.test.ExpectedCall.query;
import static io.dkmio.boot.test.ExpectedCall.scan;
import static io.dkmio.boot.test.ValueMatcher.any;
import static io.dkmio.boot.test.ValueMatcher.in;
import static io.dkmio.boot.test.ValueMatcher.isoDate;
import static io.dkmio.boot.test.ValueMatcher.like;
import static io.dkmio.boot.test.ValueMatcher.optional;
import static io.dkmio.boot.test.ValueMatcher.regex;
import static io.dkmio.boot.test.ValueMatcher.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DataDynamoTest}, by being one.
 */
@DataDynamoTest(properties = { "dkmio.table.name=shop", "dkmio.table.indexes.gsi1.partition-key=gsi1pk",
		"dkmio.table.indexes.gsi1.sort-key=gsi1sk" })
class DataDynamoTestIntegrationTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final Order FIRST = new Order("c1", "o1", "OPEN", NOON);

	private static final Order SECOND = new Order("c1", "o2", "OPEN", NOON.plusSeconds(60));

	@Autowired
	OrderRepository orders;

	@Autowired
	DynamoTemplate dynamo;

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

}
