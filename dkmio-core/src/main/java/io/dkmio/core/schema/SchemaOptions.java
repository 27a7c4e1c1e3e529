package io.dkmio.core.schema;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How tables are created and compared. Immutable: each {@code with…} returns another one.
 *
 * @param billing how new tables are paid for
 * @param timeToLive whether the expiry of items is enabled on tables that declare an
 * attribute for it, and compared
 * @param timeout how long to wait until all tables are ACTIVE
 * @since 1.0
 */
public record SchemaOptions(Billing billing, boolean timeToLive, Duration timeout) {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

	public SchemaOptions {
		Assert.notNull(billing, "Billing must not be null");
		Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0,
				() -> "The timeout for tables to become ACTIVE must be positive, found " + timeout);
	}

	/**
	 * On demand, with expiry, waiting up to five minutes.
	 * @return the options
	 */
	public static SchemaOptions defaults() {
		return new SchemaOptions(Billing.onDemand(), true, DEFAULT_TIMEOUT);
	}

	/**
	 * Sets how new tables are paid for.
	 * @param billing the billing
	 * @return the changed options
	 */
	public SchemaOptions withBilling(Billing billing) {
		return new SchemaOptions(billing, this.timeToLive, this.timeout);
	}

	/**
	 * Leaves the expiry of items to others: it is neither enabled nor compared.
	 * @return the changed options
	 */
	public SchemaOptions withoutTimeToLive() {
		return new SchemaOptions(this.billing, false, this.timeout);
	}

	/**
	 * Sets how long to wait until all tables are ACTIVE.
	 * @param timeout the time
	 * @return the changed options
	 */
	public SchemaOptions withTimeout(Duration timeout) {
		return new SchemaOptions(this.billing, this.timeToLive, timeout);
	}

}
