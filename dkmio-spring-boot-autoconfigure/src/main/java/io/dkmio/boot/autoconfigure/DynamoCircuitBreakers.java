package io.dkmio.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.resilience.CircuitBreakerDynamoExecutor;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/**
 * The circuit breakers of an application: one for each client, since one can be reached
 * while another cannot.
 *
 * @since 1.0
 */
public final class DynamoCircuitBreakers implements DynamoExecutorDecorator {

	private static final String NAME = "dkmio";

	private final int failureThreshold;

	private final Duration recoveryTimeout;

	private final List<CircuitBreaker> breakers = new CopyOnWriteArrayList<>();

	DynamoCircuitBreakers(int failureThreshold, Duration recoveryTimeout) {
		this.failureThreshold = failureThreshold;
		this.recoveryTimeout = recoveryTimeout;
	}

	/**
	 * The breakers in the order in which the clients were first used: {@code dkmio},
	 * {@code dkmio-2}, …. They tell their state, and can be reset.
	 * @return the breakers
	 */
	public List<CircuitBreaker> all() {
		return List.copyOf(this.breakers);
	}

	@Override
	public synchronized DynamoExecutor decorate(DynamoExecutor executor) {
		String name = this.breakers.isEmpty() ? NAME : NAME + "-" + (this.breakers.size() + 1);
		CircuitBreaker breaker = CircuitBreakerDynamoExecutor.breaker(name, this.failureThreshold,
				this.recoveryTimeout);
		this.breakers.add(breaker);
		return new CircuitBreakerDynamoExecutor(executor, breaker);
	}

}
