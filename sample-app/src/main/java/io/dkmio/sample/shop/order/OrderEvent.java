package io.dkmio.sample.shop.order;

import java.time.Instant;

import io.dkmio.core.mapping.Item;

/**
 * Something that happened to an order: it came to a status.
 */
@Item(pk = "ORDER#{orderId}", sk = "EVENT#{at}#{status}")
public record OrderEvent(String orderId, Instant at, Order.Status status) {

	/**
	 * What identifies an event.
	 */
	public record Id(String orderId, Instant at, Order.Status status) {
	}

}
