package io.dkmio.sample.shop.order;

import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Makes ids of orders that sort by time: milliseconds, and a random number.
 */
public final class OrderIds {

	private OrderIds() {
	}

	/**
	 * An id for an order that is placed now.
	 */
	public static String at(Instant placedAt, RandomGenerator random) {
		return String.format(Locale.ROOT, "%011x-%08x", placedAt.toEpochMilli(), random.nextInt());
	}

}
