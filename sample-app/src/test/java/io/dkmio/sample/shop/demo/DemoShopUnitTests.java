package io.dkmio.sample.shop.demo;

import java.time.Instant;

import io.dkmio.sample.shop.cart.Cart;
import io.dkmio.sample.shop.order.Order;
import io.dkmio.sample.shop.product.Product;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DemoShop}.
 */
class DemoShopUnitTests {

	private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

	@Test
	void hasWhatItPromises() {
		DemoShop shop = DemoShop.generate(NOW);
		assertThat(shop.customers()).hasSize(50);
		assertThat(shop.items()).filteredOn(Product.class::isInstance).hasSize(200);
		assertThat(shop.items()).filteredOn(Order.class::isInstance).hasSize(2000);
		assertThat(shop.items()).filteredOn(Cart.class::isInstance)
			.hasSize(12)
			.noneMatch((cart) -> ((Cart) cart).isExpiredAt(NOW));
	}

	@Test
	void isTheSameEachTime() {
		assertThat(DemoShop.generate(NOW)).isEqualTo(DemoShop.generate(NOW));
	}

}
