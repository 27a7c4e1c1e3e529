package io.dkmio.sample.shop.order;

import io.dkmio.sample.shop.ShopAnswer;
import io.dkmio.sample.shop.ShopClient;
import io.dkmio.sample.shop.ShopTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shipping and cancelling, over HTTP.
 */
@ShopTest
class OrderDeedsIntegrationTests {

	@Autowired
	ShopClient shop;

	private String sku;

	private String path;

	@BeforeEach
	void placeAnOrder() {
		this.sku = this.shop.newProduct("3.00", 10);
		this.path = this.shop.order(this.shop.newCustomer(), this.sku, 4).expect(201).header("Location");
	}

	@Test
	void shipsAPlacedOrder() {
		this.shop.post(this.path + "/ship", null)
			.expect(200)
			.withCalls("GetItem", "TransactWriteItems")
			.with("/status", "SHIPPED");
		this.shop.get(this.path).expect(200).with("/status", "SHIPPED");
		ShopAnswer events = this.shop.get(this.path + "/events").expect(200).withCalls("GetItem", "Query");
		events.with("/0/status", "PLACED").with("/1/status", "SHIPPED");
		assertThat(this.shop.onHand(this.sku)).isEqualTo(6);
	}

	@Test
	void givesBackWhatACancelledOrderTook() {
		this.shop.post(this.path + "/cancel", null).expect(200).with("/status", "CANCELLED");
		assertThat(this.shop.onHand(this.sku)).isEqualTo(10);
		this.shop.get(this.path + "/events").expect(200).with("/1/status", "CANCELLED");
	}

	@Test
	void doesNeitherTwice() {
		this.shop.post(this.path + "/cancel", null).expect(200);
		for (String deed : new String[] { "/cancel", "/ship" }) {
			this.shop.post(this.path + deed, null)
				.expectProblem(409, "Only a placed order can be shipped or cancelled; this one is CANCELLED")
				.with("/condition", "still-placed")
				.with("/property", "status")
				.with("/currentStatus", "CANCELLED");
		}
		assertThat(this.shop.onHand(this.sku)).isEqualTo(10);
	}

	@Test
	void doesNothingWithAnOrderThatIsNotThere() {
		this.shop.post("/orders/c001/none/ship", null).expectProblem(404, "There is no such order");
		this.shop.post("/orders/c001/none/cancel", null).expectProblem(404, "There is no such order");
	}

}
