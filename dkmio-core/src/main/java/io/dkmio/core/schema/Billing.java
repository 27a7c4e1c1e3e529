package io.dkmio.core.schema;

import org.springframework.util.Assert;

/**
 * How a new table and its global indexes are paid for.
 *
 * @since 1.0
 */
public sealed interface Billing permits Billing.OnDemand, Billing.Provisioned {

	/**
	 * Pay for each request.
	 * @return the billing
	 */
	static Billing onDemand() {
		return OnDemand.INSTANCE;
	}

	/**
	 * Pay for a capacity, the same for the table and for each of its global indexes.
	 * @param readUnits read capacity units
	 * @param writeUnits write capacity units
	 * @return the billing
	 */
	static Billing provisioned(long readUnits, long writeUnits) {
		return new Provisioned(readUnits, writeUnits);
	}

	/**
	 * Pay for each request.
	 *
	 * @since 1.0
	 */
	enum OnDemand implements Billing {

		/** The only one. */
		INSTANCE

	}

	/**
	 * Pay for a capacity.
	 *
	 * @param readUnits read capacity units
	 * @param writeUnits write capacity units
	 * @since 1.0
	 */
	record Provisioned(long readUnits, long writeUnits) implements Billing {

		public Provisioned {
			Assert.isTrue(readUnits > 0 && writeUnits > 0, () -> "Provisioned capacity must be at least 1 read and 1"
					+ " write unit, found " + readUnits + " and " + writeUnits + "; use onDemand() to provision none");
		}

	}

}
