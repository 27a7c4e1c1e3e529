package io.dkmio.boot.autoconfigure;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Tells the states of the circuit breakers. An open one is unknown health, not bad
 * health: {@code dynamoDb} says by itself whether DynamoDB answers.
 */
final class CircuitBreakerHealthIndicator extends AbstractHealthIndicator {

	private final DynamoCircuitBreakers breakers;

	CircuitBreakerHealthIndicator(DynamoCircuitBreakers breakers) {
		super("The state of the circuit breakers cannot be told");
		this.breakers = breakers;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		for (CircuitBreaker breaker : this.breakers.all()) {
			CircuitBreaker.State state = breaker.getState();
			if (state != CircuitBreaker.State.CLOSED) {
				builder.unknown();
			}
			builder.withDetail(breaker.getName(), state.name());
		}
	}

}
