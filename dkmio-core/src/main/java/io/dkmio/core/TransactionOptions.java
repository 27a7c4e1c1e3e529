package io.dkmio.core;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How often a transaction is sent that was cancelled for nothing but a conflict with
 * another one, or for lack of capacity: nothing was done, and the same transaction can
 * succeed after a random pause, whose upper bound doubles each time.
 *
 * @param maxAttempts how often it is sent
 * @param baseDelay the upper bound of the first pause
 * @param maxDelay the upper bound of every pause
 * @param maxTime after how long it is not sent again
 * @since 1.0
 */
public record TransactionOptions(int maxAttempts, Duration baseDelay, Duration maxDelay, Duration maxTime) {

	private static final TransactionOptions DEFAULTS = new TransactionOptions(6, Duration.ofMillis(50),
			Duration.ofSeconds(1), Duration.ofSeconds(20));

	public TransactionOptions {
		Assert.isTrue(maxAttempts >= 1, "A transaction needs one attempt or more");
		positive(baseDelay, "The first pause of a transaction");
		positive(maxDelay, "The longest pause of a transaction");
		positive(maxTime, "The time of a transaction");
	}

	/**
	 * Six attempts within 20 seconds, with pauses of up to 50 milliseconds first and one
	 * second at last.
	 * @return the options
	 */
	public static TransactionOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Sets how often a transaction is sent.
	 * @param maxAttempts the number, at least one
	 * @return the changed options
	 */
	public TransactionOptions withMaxAttempts(int maxAttempts) {
		return new TransactionOptions(maxAttempts, this.baseDelay, this.maxDelay, this.maxTime);
	}

	/**
	 * Sets the upper bounds of the pauses.
	 * @param baseDelay that of the first
	 * @param maxDelay that of all
	 * @return the changed options
	 */
	public TransactionOptions withDelay(Duration baseDelay, Duration maxDelay) {
		return new TransactionOptions(this.maxAttempts, baseDelay, maxDelay, this.maxTime);
	}

	/**
	 * Sets after how long a transaction is not sent again.
	 * @param maxTime the time
	 * @return the changed options
	 */
	public TransactionOptions withMaxTime(Duration maxTime) {
		return new TransactionOptions(this.maxAttempts, this.baseDelay, this.maxDelay, maxTime);
	}

	private static void positive(Duration value, String what) {
		Assert.isTrue(value != null && !value.isNegative() && !value.isZero(), () -> what + " must be positive");
	}

}
