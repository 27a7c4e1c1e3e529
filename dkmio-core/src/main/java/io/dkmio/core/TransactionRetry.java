package io.dkmio.core;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import io.dkmio.CancellationReason;
import io.dkmio.WriteTransactionCanceledException;
import io.dkmio.core.client.DynamoExceptionTranslator;
import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Sends a transaction again that was cancelled for transient reasons alone. The SDK never
 * does: to it a cancelled transaction is final.
 */
final class TransactionRetry implements RetryPolicy {

	/** DynamoDB asks for a retry this long after the first attempt. */
	private static final Duration IN_PROGRESS = Duration.ofMillis(5100);

	private static final Set<String> TRANSIENT = Set.of("TransactionConflict", "ProvisionedThroughputExceeded",
			"ThrottlingError", "Throttling", "RequestLimitExceeded");

	private final TransactionOptions options;

	private final long begin = System.nanoTime();

	private @Nullable Throwable last;

	private int retries;

	private TransactionRetry(TransactionOptions options) {
		this.options = options;
	}

	/**
	 * Sends a transaction.
	 * @param options how often
	 * @param transaction sends it once
	 * @return what the transaction returns
	 */
	static <R> R execute(TransactionOptions options, Supplier<R> transaction) {
		TransactionRetry retry = new TransactionRetry(options);
		try {
			return new RetryTemplate(retry).execute(transaction::get);
		}
		catch (RetryException ex) {
			throw retry.failure(ex); // an interrupted pause leaves the flag set
		}
	}

	private RuntimeException failure(RetryException ended) {
		if (this.last instanceof Error error) {
			throw error;
		}
		return (this.last instanceof RuntimeException runtime) ? runtime : new IllegalStateException(ended);
	}

	@Override
	public boolean shouldRetry(Throwable thrown) {
		this.last = thrown;
		return isTransient(thrown) || isInProgress(thrown);
	}

	@Override
	public BackOff getBackOff() {
		return () -> this::pause;
	}

	private long pause() {
		if (++this.retries >= this.options.maxAttempts()) {
			return BackOffExecution.STOP;
		}
		long pause = ThreadLocalRandom.current().nextLong(bound() + 1);
		long elapsed = Duration.ofNanos(System.nanoTime() - this.begin).toMillis();
		if (this.last != null && isInProgress(this.last)) {
			pause = Math.max(pause, IN_PROGRESS.toMillis() - elapsed);
		}
		return (elapsed + pause < this.options.maxTime().toMillis()) ? pause : BackOffExecution.STOP;
	}

	private long bound() {
		long longest = this.options.maxDelay().toMillis();
		long base = Math.min(this.options.baseDelay().toMillis(), longest);
		return Math.min(base << Math.min(this.retries - 1, 20), longest);
	}

	private static boolean isInProgress(Throwable thrown) {
		String code = DynamoExceptionTranslator.errorCode(thrown);
		return code != null && code.startsWith("TransactionInProgress");
	}

	/**
	 * Whether every reason of a cancellation goes away by itself. One that does not
	 * outranks the others.
	 */
	private static boolean isTransient(Throwable thrown) {
		WriteTransactionCanceledException canceled = canceled(thrown);
		if (canceled == null) {
			return false;
		}
		List<CancellationReason> failures = canceled.getFailures();
		return !failures.isEmpty() && failures.stream().allMatch((reason) -> TRANSIENT.contains(bare(reason.code())));
	}

	private static @Nullable WriteTransactionCanceledException canceled(Throwable thrown) {
		if (thrown instanceof WriteTransactionCanceledException canceled) {
			return canceled;
		}
		return (thrown.getCause() instanceof WriteTransactionCanceledException canceled) ? canceled : null;
	}

	private static String bare(String code) {
		return code.endsWith("Exception") ? code.substring(0, code.length() - "Exception".length()) : code;
	}

}
