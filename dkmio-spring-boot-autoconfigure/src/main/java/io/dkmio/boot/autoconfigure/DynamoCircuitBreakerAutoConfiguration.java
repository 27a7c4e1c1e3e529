package io.dkmio.boot.autoconfigure;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of a circuit breaker, where the application wants one and has
 * Resilience4j.
 *
 * @since 1.0
 */
@AutoConfiguration(before = DynamoClientAutoConfiguration.class)
@ConditionalOnBooleanProperty("dkmio.circuit-breaker.enabled")
@EnableConfigurationProperties(DynamoCircuitBreakerProperties.class)
public final class DynamoCircuitBreakerAutoConfiguration {

	/**
	 * Resilience4j is there.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(CircuitBreaker.class)
	static class Breakers {

		/** Inside of the observations, which count what it refuses. */
		@Bean
		@Order(-100)
		@ConditionalOnMissingBean
		DynamoCircuitBreakers dynamoCircuitBreakers(DynamoCircuitBreakerProperties properties) {
			return new DynamoCircuitBreakers(properties.failureThreshold(), properties.recoveryTimeout());
		}

	}

	/**
	 * The states in the application's health.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ CircuitBreaker.class, HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
	@ConditionalOnEnabledHealthIndicator("dynamodb")
	static class Healths {

		@Bean
		@ConditionalOnMissingBean(
				name = { "dynamoDbCircuitBreakerHealthIndicator", "dynamoDbCircuitBreakerHealthContributor" })
		HealthContributor dynamoDbCircuitBreakerHealthContributor(DynamoCircuitBreakers breakers) {
			return new CircuitBreakerHealthIndicator(breakers);
		}

	}

	/**
	 * Resilience4j is not there.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("io.github.resilience4j.circuitbreaker.CircuitBreaker")
	static class Missing {

		Missing() {
			throw new InvalidDynamoConfigurationException("dkmio.circuit-breaker.enabled",
					"Resilience4j is not on the class path",
					"Add io.github.resilience4j:resilience4j-circuitbreaker, or leave the circuit breaker off");
		}

	}

}
