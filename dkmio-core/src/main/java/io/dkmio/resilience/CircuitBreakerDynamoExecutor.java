package io.dkmio.resilience;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.dkmio.CircuitOpenException;
import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.TransactionScope;
import io.dkmio.core.client.WireSupport;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

import org.springframework.util.Assert;

/**
 * Sends no requests for a while after several in succession got no answer, so that
 * threads do not wait for what will not come.
 * <p>
 * Failures of the infrastructure count: no connection, a timeout, an error inside
 * DynamoDB. All that shows that DynamoDB answers counts as a success and closes a breaker
 * that tries: a condition that does not hold, a request that is not valid, a cancelled
 * transaction, throttling of a table.
 *
 * @since 1.0
 */
public final class CircuitBreakerDynamoExecutor implements DynamoExecutor {

	private final DynamoExecutor executor;

	private final CircuitBreaker breaker;

	private volatile long openUntil;

	/**
	 * Guards an executor.
	 * @param executor sends the requests
	 * @param breaker decides whether they are sent; this tells it which failures count
	 */
	public CircuitBreakerDynamoExecutor(DynamoExecutor executor, CircuitBreaker breaker) {
		Assert.notNull(executor, "DynamoExecutor must not be null");
		Assert.notNull(breaker, "CircuitBreaker must not be null");
		this.executor = executor;
		this.breaker = breaker;
		breaker.getEventPublisher().onStateTransition((event) -> {
			if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
				this.openUntil = System.nanoTime() + TimeUnit.MILLISECONDS
					.toNanos(breaker.getCircuitBreakerConfig().getWaitIntervalFunctionInOpenState().apply(1));
			}
		});
	}

	/**
	 * Makes a breaker that opens after failures in succession, and tries with one request
	 * whether DynamoDB answers again.
	 * @param name its name in metrics
	 * @param failureThreshold after how many failures in succession it opens
	 * @param recoveryTimeout for how long it lets nothing pass
	 * @return the breaker
	 */
	public static CircuitBreaker breaker(String name, int failureThreshold, Duration recoveryTimeout) {
		return CircuitBreaker.of(name, CircuitBreakerConfig.custom()
			.slidingWindow(failureThreshold, failureThreshold, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
			.failureRateThreshold(100)
			.waitDurationInOpenState(recoveryTimeout)
			.permittedNumberOfCallsInHalfOpenState(1)
			.build());
	}

	@Override
	public TransactionScope transactionScope() {
		return this.executor.transactionScope();
	}

	@Override
	public @Nullable WireSupport wire() {
		return this.executor.wire();
	}

	@Override
	public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
			DynamoOperation operation) {
		if (!this.breaker.tryAcquirePermission()) {
			throw open(operation);
		}
		long start = this.breaker.getCurrentTimestamp();
		try {
			R response = this.executor.execute(action, request, operation);
			this.breaker.onSuccess(since(start), this.breaker.getTimestampUnit());
			return response;
		}
		catch (RuntimeException | Error ex) {
			if (Thread.currentThread().isInterrupted()) {
				this.breaker.releasePermission();
			}
			else if (Infrastructure.isToBlame(ex)) {
				this.breaker.onError(since(start), this.breaker.getTimestampUnit(), ex);
			}
			else {
				this.breaker.onSuccess(since(start), this.breaker.getTimestampUnit());
			}
			throw ex;
		}
	}

	private long since(long start) {
		return this.breaker.getCurrentTimestamp() - start;
	}

	private CircuitOpenException open(DynamoOperation operation) {
		Duration left = Duration.ofNanos(Math.max(0, this.openUntil - System.nanoTime()));
		boolean trying = this.breaker.getState() == CircuitBreaker.State.HALF_OPEN || left.isZero();
		return new CircuitOpenException(operation.describe()
				+ " was not sent: the requests before got no answer from DynamoDB, and the circuit breaker '"
				+ this.breaker.getName() + "' is "
				+ (trying
						? "trying with another request whether it answers again. Repeat the operation after a short pause"
						: "open for another " + (left.toSeconds() + 1)
								+ " seconds. Repeat the operation after that, or do without it until then"),
				trying ? Duration.ZERO : left);
	}

}
