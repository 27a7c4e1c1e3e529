package io.dkmio.sample.shop.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.dkmio.sample.shop.cart.Cart;
import io.dkmio.sample.shop.customer.Address;
import io.dkmio.sample.shop.customer.Customer;
import io.dkmio.sample.shop.order.Order;

/**
 * Everything in a customer's partition, by type.
 */
record CustomerOverview(Customer customer, List<Address> addresses, List<Order> orders, Optional<Cart> cart) {

	CustomerOverview withoutExpiredCart(Instant now) {
		return new CustomerOverview(this.customer, this.addresses, this.orders,
				this.cart.filter((cart) -> !cart.isExpiredAt(now)));
	}

}
