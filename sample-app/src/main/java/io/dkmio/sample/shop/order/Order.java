package io.dkmio.sample.shop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.Item;

/**
 * An order. Its id begins with the time it was placed at, so that a customer's orders are
 * sorted by time.
 */
@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{placedAt}#{orderId}")
public record Order(String customerId, String orderId, Status status, Instant placedAt,
		@Attribute(scale = 2) BigDecimal total, List<Line> lines) {

	/**
	 * An order that is placed.
	 */
	public static Order place(Id id, Instant placedAt, List<Line> lines) {
		BigDecimal total = lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
		return new Order(id.customerId(), id.orderId(), Status.PLACED, placedAt, total, lines);
	}

	/**
	 * The order with another status.
	 */
	public Order with(Status status) {
		return new Order(this.customerId, this.orderId, status, this.placedAt, this.total, this.lines);
	}

	/**
	 * What identifies an order.
	 */
	public record Id(String customerId, String orderId) {
	}

	/**
	 * So many of a product, for the price it had.
	 */
	public record Line(String sku, String name, int quantity, @Attribute(scale = 2) BigDecimal price) {

		BigDecimal total() {
			return this.price.multiply(BigDecimal.valueOf(this.quantity));
		}

	}

	/**
	 * How far an order is.
	 */
	public enum Status {

		PLACED, SHIPPED, CANCELLED

	}

}
