package io.dkmio.sample.shop.cart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.dkmio.sample.shop.ShopAnswer;
import io.dkmio.sample.shop.ShopClient;
import io.dkmio.sample.shop.ShopTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static java.time.temporal.ChronoUnit.SECONDS;

/**
 * The routes of carts, over HTTP.
 */
@ShopTest
class CartRoutesIntegrationTests {

	@Autowired
	ShopClient shop;

	@Autowired
	CartRepository carts;

	@Test
	void keepsACartForTwoHours() {
		String path = "/customers/" + this.shop.newCustomer() + "/cart";
		ShopAnswer put = this.shop.put(path, "{\"lines\":[{\"sku\":\"P-001\",\"quantity\":2}]}").expect(200);
		assertThat(Instant.parse(put.text("/expiresAt"))).isCloseTo(Instant.now().plus(Duration.ofHours(2)),
				within(120, SECONDS));
		this.shop.get(path).expect(200).withCalls("GetItem").with("/lines/0/sku", "P-001");
	}

	@Test
	void hasNoCartOnceItHasExpired() {
		String customerId = this.shop.newCustomer();
		this.shop.get("/customers/" + customerId + "/cart").expectProblem(404, "This customer has no cart");
		this.carts.save(new Cart(customerId, List.of(new Cart.Line("P-001", 1)), Instant.now().minusSeconds(5)));
		this.shop.get("/customers/" + customerId + "/cart")
			.expectProblem(404, "This customer has no cart")
			.with("/property", "customerId");
		assertThat(this.shop.get("/customers/" + customerId + "/overview").expect(200).json("/cart").isNull()).isTrue();
	}

	@Test
	void refusesACartThatIsNotValid() {
		String path = "/customers/" + this.shop.newCustomer() + "/cart";
		this.shop.put(path, "{\"lines\":[]}").expectInvalid("lines", "must not be empty");
		this.shop.put(path, "{\"lines\":[{\"sku\":\"\",\"quantity\":1}]}")
			.expectInvalid("lines[0].sku", "must not be blank");
		this.shop.put(path, "{\"lines\":{}}").expectInvalid("lines", "must be a list");
		this.shop.put("/customers/nobody/cart", "{\"lines\":[{\"sku\":\"P-001\",\"quantity\":1}]}")
			.expectProblem(404, "There is no such customer")
			.with("/property", "customerId");
	}

}
