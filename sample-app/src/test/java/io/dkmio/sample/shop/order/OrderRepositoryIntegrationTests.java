package io.dkmio.sample.shop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

import io.dkmio.boot.test.DataDynamoTest;
import io.dkmio.boot.test.DynamoCalls;
import io.dkmio.boot.test.TestTable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;

import static io.dkmio.boot.test.ExpectedCall.getItem;
import static io.dkmio.boot.test.ExpectedCall.query;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the repositories of orders ask of DynamoDB.
 */
@DataDynamoTest
class OrderRepositoryIntegrationTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final Order FIRST = order("c1", NOON);

	private static final Order SECOND = order("c1", NOON.plusSeconds(60));

	private static final Order OTHERS = order("c2", NOON.plusSeconds(120));

	@Autowired
	OrderRepository orders;

	@Autowired
	OrderEventRepository events;

	@Autowired
	DynamoCalls calls;

	@Autowired
	TestTable table;

	@Test
	void readsTheOrdersOfACustomerBackwards() {
		this.table.seed(FIRST, SECOND, OTHERS);
		assertThat(this.orders.findByCustomerIdOrderByOrderIdDesc("c1", ScrollPosition.keyset(), Limit.of(5)))
			.containsExactly(SECOND, FIRST);
		assertThat(this.calls).containsExactly(query().noIndex().limit(5).noFilter());
	}

	@Test
	void readsTheOrdersOfAStatusFromTheIndex() {
		this.table.seed(FIRST, SECOND, OTHERS, order("c3", NOON.plusSeconds(30)).with(Order.Status.SHIPPED));
		assertThat(this.orders.findByStatusAndPlacedAtBetweenOrderByPlacedAtDesc(Order.Status.PLACED,
				NOON.plusSeconds(1), NOON.plusSeconds(120), ScrollPosition.keyset(), Limit.of(5)))
			.containsExactly(OTHERS, SECOND);
		assertThat(this.calls).containsExactly(query().index("gsi1").limit(5).noFilter());
	}

	@Test
	void readsOneOrderConsistently() {
		this.table.seed(FIRST);
		assertThat(this.orders.findByCustomerIdAndOrderId("c1", FIRST.orderId())).contains(FIRST);
		assertThat(this.calls).containsExactly(getItem().consistent());
	}

	@Test
	void readsTheEventsOfAnOrderInTheirOrder() {
		OrderEvent shipped = new OrderEvent("o1", NOON.plusSeconds(5), Order.Status.SHIPPED);
		OrderEvent placed = new OrderEvent("o1", NOON, Order.Status.PLACED);
		this.table.seed(shipped, placed, new OrderEvent("o2", NOON, Order.Status.PLACED));
		assertThat(this.events.findByOrderId("o1")).containsExactly(placed, shipped);
		assertThat(this.calls).containsExactly(query().noIndex().noFilter());
	}

	private static Order order(String customerId, Instant placedAt) {
		Order.Id id = new Order.Id(customerId, OrderIds.at(placedAt, new SplittableRandom(placedAt.toEpochMilli())));
		return Order.place(id, placedAt, List.of(new Order.Line("T", "Tray", 2, new BigDecimal("9.90"))));
	}

}
