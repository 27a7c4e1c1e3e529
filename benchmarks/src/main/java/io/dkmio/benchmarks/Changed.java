package io.dkmio.benchmarks;

import java.math.BigDecimal;

/**
 * What the update changes.
 */
final class Changed {

	/** The new status. */
	static final Shipment.Status STATUS = Shipment.Status.SHIPPED;

	/** The new note. */
	static final String NOTE = "Left with the neighbours";

	/** The new total. */
	static final BigDecimal TOTAL = new BigDecimal("1200.00");

	/** The revision the item must have. */
	static final long FORMER_REVISION = 42;

	private Changed() {
	}

}
