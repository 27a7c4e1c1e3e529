package io.dkmio.boot.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The circuit breaker.
 *
 * @param enabled Whether to send no requests for a while after several in succession got
 * no answer. Needs Resilience4j on the class path.
 * @param failureThreshold After how many failures in succession nothing is sent.
 * @param recoveryTimeout For how long nothing is sent, before one request tries again.
 */
@ConfigurationProperties("dkmio.circuit-breaker")
record DynamoCircuitBreakerProperties(@DefaultValue("false") boolean enabled, @DefaultValue("5") int failureThreshold,
		@DefaultValue("30s") Duration recoveryTimeout) {

	DynamoCircuitBreakerProperties {
		if (failureThreshold < 1) {
			throw new InvalidDynamoConfigurationException("dkmio.circuit-breaker.failure-threshold",
					"it is " + failureThreshold, "Set the number of failures after which nothing is sent, at least 1");
		}
		if (recoveryTimeout.toMillis() < 1) {
			throw new InvalidDynamoConfigurationException("dkmio.circuit-breaker.recovery-timeout",
					"it is " + recoveryTimeout, "Set the time for which nothing is sent, such as 30s");
		}
	}

}
