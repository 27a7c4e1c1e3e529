package io.dkmio.core.client;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How much a batch may try. DynamoDB does as much of a batch as it can at the moment and
 * gives the rest back, which is no failure, and which the SDK does not repeat: it is sent
 * again after a random pause, whose upper bound doubles each time.
 *
 * @param maxAttempts how many requests in succession may bring nothing; one that brings
 * something begins the count anew
 * @param maxTime after how long nothing more is sent
 * @param baseDelay the upper bound of the first pause
 * @param maxDelay the upper bound of every pause
 * @param parallelism how many requests of one batch are under way at one time
 * @since 1.0
 */
public record BatchOptions(int maxAttempts, Duration maxTime, Duration baseDelay, Duration maxDelay, int parallelism) {

	private static final BatchOptions DEFAULTS = new BatchOptions(8, Duration.ofSeconds(20), Duration.ofMillis(50),
			Duration.ofSeconds(2), 4);

	public BatchOptions {
		Assert.isTrue(maxAttempts >= 1, "A batch needs one attempt or more");
		positive(maxTime, "The time of a batch");
		positive(baseDelay, "The first pause of a batch");
		positive(maxDelay, "The longest pause of a batch");
		Assert.isTrue(parallelism >= 1, "The parallelism of a batch must be at least 1");
	}

	/**
	 * Eight attempts within 20 seconds, pauses of up to 50 milliseconds first and two
	 * seconds at last, and four requests at one time.
	 * @return the options
	 */
	public static BatchOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Sets how many requests in succession may bring nothing.
	 * @param maxAttempts the number, at least one
	 * @return the changed options
	 */
	public BatchOptions withMaxAttempts(int maxAttempts) {
		return new BatchOptions(maxAttempts, this.maxTime, this.baseDelay, this.maxDelay, this.parallelism);
	}

	/**
	 * Sets after how long nothing more is sent.
	 * @param maxTime the time
	 * @return the changed options
	 */
	public BatchOptions withMaxTime(Duration maxTime) {
		return new BatchOptions(this.maxAttempts, maxTime, this.baseDelay, this.maxDelay, this.parallelism);
	}

	/**
	 * Sets the upper bounds of the pauses.
	 * @param baseDelay that of the first
	 * @param maxDelay that of all
	 * @return the changed options
	 */
	public BatchOptions withDelay(Duration baseDelay, Duration maxDelay) {
		return new BatchOptions(this.maxAttempts, this.maxTime, baseDelay, maxDelay, this.parallelism);
	}

	/**
	 * Sets how many requests of one batch are under way at one time.
	 * @param parallelism the number; one sends them one after the other, in the thread of
	 * the caller
	 * @return the changed options
	 */
	public BatchOptions withParallelism(int parallelism) {
		return new BatchOptions(this.maxAttempts, this.maxTime, this.baseDelay, this.maxDelay, parallelism);
	}

	private static void positive(Duration value, String what) {
		Assert.isTrue(value != null && !value.isNegative() && !value.isZero(), () -> what + " must be positive");
	}

}
