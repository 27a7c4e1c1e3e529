package io.dkmio.sample.shop.order;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.dkmio.sample.shop.ShopAnswer;
import io.dkmio.sample.shop.ShopClient;
import io.dkmio.sample.shop.ShopTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes by which orders are placed and read, over HTTP.
 */
@ShopTest
class OrderRoutesIntegrationTests {

	private static final String NO_CURSOR = "is none this list gave out: start again from the first page, without one";

	@Autowired
	ShopClient shop;

	@Test
	void placesAnOrderAndTakesItFromStock() {
		String customerId = this.shop.newCustomer();
		String sku = this.shop.newProduct("12.50", 5);
		ShopAnswer placed = this.shop.order(customerId, sku, 2)
			.expect(201)
			.withCalls("BatchGetItem", "TransactWriteItems");
		assertThat(placed.header("Location")).isEqualTo("/orders/" + customerId + "/" + placed.text("/orderId"));
		assertThat(placed.response().body()).contains("\"total\":25.00");
		assertThat(this.shop.onHand(sku)).isEqualTo(3);
		this.shop.get(placed.header("Location"))
			.expect(200)
			.withCalls("GetItem")
			.with("/status", "PLACED")
			.with("/lines/0/sku", sku);
	}

	@Test
	void refusesMoreThanIsInStock() {
		String customerId = this.shop.newCustomer();
		String scarce = this.shop.newProduct("1.00", 1);
		String plenty = this.shop.newProduct("1.00", 10);
		this.shop.post("/orders", order(customerId, line(plenty, 1), line(scarce, 2)))
			.expectProblem(409, "There is too little in stock of " + scarce)
			.with("/condition", "in-stock")
			.with("/property", "lines")
			.with("/sku", scarce)
			.with("/shortages/0/onHand", "1");
		this.shop.post("/orders", order(customerId, line(plenty, 11), line(scarce, 2)))
			.expectProblem(409, "There is too little in stock of " + plenty + ", " + scarce);
		assertThat(this.shop.onHand(plenty)).isEqualTo(10);
		assertThat(this.shop.get("/customers/" + customerId + "/orders").json("/items").size()).isZero();
	}

	@Test
	void refusesACustomerWhoMayNotOrder() {
		String customerId = this.shop.newCustomer();
		String sku = this.shop.newProduct("1.00", 10);
		this.shop.patch("/customers/" + customerId, "{\"status\":\"INACTIVE\"}", "If-Match", "\"1\"").expect(200);
		this.shop.order(customerId, sku, 1)
			.expectProblem(409, "This customer may not order")
			.with("/condition", "customer-active")
			.with("/property", "customerId");
		assertThat(this.shop.onHand(sku)).isEqualTo(10);
	}

	@Test
	void refusesWhatIsNotThere() {
		String sku = this.shop.newProduct("1.00", 10);
		this.shop.order("nobody", sku, 1)
			.expectProblem(422, "There is no such customer")
			.with("/property", "customerId");
		this.shop.order("c001", "no-such-sku", 1)
			.expectProblem(422, "There is no product with this sku")
			.with("/property", "lines[0].sku")
			.with("/sku", "no-such-sku");
	}

	@Test
	void refusesAnOrderThatIsNotValid() {
		this.shop.post("/orders", order("c001")).expectInvalid("lines", "must not be empty");
		this.shop.post("/orders", order("", line("P-001", 1))).expectInvalid("customerId", "must not be blank");
		this.shop.post("/orders", order("c001", line("P-001", 0)))
			.expectInvalid("lines[0].quantity", "must be greater than or equal to 1");
		this.shop.post("/orders", order("c001", "null")).expectInvalid("lines[0]", "must not be null");
		this.shop.post("/orders", order("c001", line("P-001", 1), line("P-001", 2)))
			.expectProblem(400, "Name each sku once")
			.with("/property", "lines[1].sku");
		String[] many = IntStream.range(0, 51).mapToObj((i) -> line("P-" + i, 1)).toArray(String[]::new);
		this.shop.post("/orders", order("c001", many)).expectInvalid("lines", "size must be between 0 and 50");
	}

	@Test
	void pagesThroughTheOrdersOfACustomerNewestFirst() {
		String customerId = this.shop.newCustomer();
		String sku = this.shop.newProduct("1.00", 10);
		for (int i = 1; i <= 3; i++) {
			this.shop.order(customerId, sku, i).expect(201);
		}
		String path = "/customers/" + customerId + "/orders?size=2";
		ShopAnswer first = this.shop.get(path).expect(200).withCalls("Query");
		first.with("/items/0/lines/0/quantity", "3").with("/items/1/lines/0/quantity", "2");
		ShopAnswer second = this.shop.get(path + "&cursor=" + first.text("/next")).expect(200);
		second.with("/items/0/lines/0/quantity", "1");
		assertThat(second.json("/next").isNull()).isTrue();
		this.shop.get("/customers/c001/orders?cursor=" + first.text("/next")).expectInvalid("cursor", NO_CURSOR);
		this.shop.get("/customers/" + customerId + "/orders?cursor=AAAA").expectInvalid("cursor", NO_CURSOR);
		this.shop.get("/customers/" + customerId + "/orders?size=-1")
			.expectInvalid("size", "must be greater than or equal to 1");
	}

	@Test
	void pagesThroughTheOrdersOfAStatusInATimeNewestFirst() {
		String path = "/orders?status=SHIPPED&from=2026-02-01T00:00:00Z&to=2026-02-28T23:59:59Z&size=10";
		ShopAnswer first = this.shop.get(path).expect(200).withCalls("Query");
		assertThat(first.header("DynamoDB-Calls")).contains("index=\"gsi1\"", "evaluated=10", "returned=10", "units=");
		ShopAnswer second = this.shop.get(path + "&cursor=" + first.text("/next")).expect(200);
		String[] times = Stream.of(first, second)
			.flatMap((page) -> page.json("/items").findValuesAsString("placedAt").stream())
			.toArray(String[]::new);
		assertThat(times).hasSize(20)
			.allMatch((time) -> time.startsWith("2026-02"))
			.isSortedAccordingTo(Comparator.reverseOrder());
		this.shop.get("/orders?status=PLACED&size=10&cursor=" + first.text("/next")).expectInvalid("cursor", NO_CURSOR);
	}

	@Test
	void refusesAStatusOrATimeThatIsNone() {
		this.shop.get("/orders").expectInvalid("status", "must be given");
		this.shop.get("/orders?status=LOST").expectInvalid("status", "must be one of PLACED, SHIPPED, CANCELLED");
		this.shop.get("/orders?status=PLACED&from=yesterday").expectInvalid("from", "must be a valid Instant");
		this.shop.get("/orders?status=PLACED&from=2026-03-01T00:00:00Z&to=2026-02-01T00:00:00Z")
			.expectProblem(400, "'from' must not be after 'to'")
			.with("/property", "from");
		this.shop.get("/orders?status=PLACED&size=101").expectInvalid("size", "must be less than or equal to 100");
	}

	@Test
	void doesNotFindAnOrderThatIsNotThere() {
		this.shop.get("/orders/c001/none").expectProblem(404, "There is no such order").with("/property", "orderId");
		this.shop.get("/orders/c001/none/events").expectProblem(404, "There is no such order");
	}

	private static String order(String customerId, String... lines) {
		return "{\"customerId\":\"%s\",\"lines\":[%s]}".formatted(customerId,
				IntStream.range(0, lines.length).mapToObj((i) -> lines[i]).collect(Collectors.joining(",")));
	}

	private static String line(String sku, int quantity) {
		return "{\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, quantity);
	}

}
