package io.dkmio.core.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pauses between the attempts of one chunk: full jitter, within the attempts and the
 * time that are left.
 */
final class Backoff {

	private final BatchOptions options;

	private final long deadline;

	private int attempts;

	Backoff(BatchOptions options, long deadline) {
		this.options = options;
		this.deadline = deadline;
	}

	/**
	 * The moment after which nothing more is sent, by {@link System#nanoTime()}.
	 */
	static long deadline(BatchOptions options) {
		return System.nanoTime() + options.maxTime().toNanos();
	}

	/**
	 * Pauses before what was left unprocessed is sent again.
	 * @param action the call
	 * @param left how much is left of the last attempt
	 * @param sent how much the last attempt sent
	 * @param operation what the application asked for
	 * @throws BatchFailure if there is no next attempt
	 */
	void beforeRepeating(DynamoAction<?, ?> action, int left, int sent, DynamoOperation operation) {
		Outcome outcome = pause(left < sent);
		if (outcome != Outcome.GO_ON) {
			throw new BatchFailure(outcome);
		}
		CallLog.repeating(action, left, sent, operation);
	}

	/**
	 * Pauses before the next attempt.
	 * @param progress whether the last attempt brought something
	 * @return whether, and if not why not, there is a next attempt
	 */
	Outcome pause(boolean progress) {
		this.attempts = progress ? 1 : this.attempts + 1;
		if (this.attempts >= this.options.maxAttempts()) {
			return Outcome.ATTEMPTS_USED;
		}
		long pause = ThreadLocalRandom.current().nextLong(bound() + 1);
		if (System.nanoTime() + pause - this.deadline >= 0) {
			return Outcome.TIME_USED;
		}
		try {
			Thread.sleep(Duration.ofNanos(pause).toMillis(), (int) (pause % 1_000_000));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Outcome.INTERRUPTED;
		}
		return Outcome.GO_ON;
	}

	private long bound() {
		long longest = this.options.maxDelay().toNanos();
		long base = Math.min(this.options.baseDelay().toNanos(), longest);
		int doublings = Math.min(this.attempts - 1, Long.numberOfLeadingZeros(base) - 2);
		return Math.min(base << doublings, longest);
	}

	/**
	 * Whether there is a next attempt.
	 */
	enum Outcome {

		/** There is. */
		GO_ON,
		/** Enough requests brought nothing. */
		ATTEMPTS_USED,
		/** The next attempt would come too late. */
		TIME_USED,
		/** The thread was interrupted, and its flag is set again. */
		INTERRUPTED

	}

}
