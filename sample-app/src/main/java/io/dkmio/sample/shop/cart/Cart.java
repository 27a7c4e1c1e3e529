package io.dkmio.sample.shop.cart;

import java.time.Instant;
import java.util.List;

import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TimeToLive;
import org.jspecify.annotations.Nullable;

/**
 * The cart of a customer. DynamoDB deletes it some time after it has expired.
 */
@Item(pk = "CUSTOMER#{customerId}", sk = "CART")
public record Cart(String customerId, List<Line> lines, @TimeToLive(after = "2h") @Nullable Instant expiresAt) {

	/**
	 * Whether the cart is to be taken for deleted, whether or not DynamoDB has done so.
	 */
	public boolean isExpiredAt(Instant now) {
		return this.expiresAt != null && !now.isBefore(this.expiresAt);
	}

	/**
	 * A line of a cart.
	 */
	public record Line(String sku, int quantity) {
	}

}
