package io.dkmio.boot.autoconfigure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.dkmio.CircuitOpenException;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.RequestCustomizer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DynamoCircuitBreakerAutoConfiguration}.
 */
class DynamoCircuitBreakerAutoConfigurationUnitTests {

	private static final GetItemRequest REQUEST = GetItemRequest.builder().tableName("shop").build();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoClientAutoConfiguration.class, DynamoDataAutoConfiguration.class,
				DynamoCircuitBreakerAutoConfiguration.class))
		.withPropertyValues("dkmio.client.region=eu-west-1", "dkmio.client.endpoint=http://127.0.0.1:1",
				"dkmio.client.credentials.access-key=a", "dkmio.client.credentials.secret-key=b",
				"dkmio.client.retry.max-attempts=1");

	@Test
	void isOffByDefault() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DynamoCircuitBreakers.class));
		this.runner.withPropertyValues("dkmio.circuit-breaker.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(DynamoCircuitBreakers.class));
	}

	@Test
	void hasTheConfiguredThresholds() {
		this.runner
			.withPropertyValues("dkmio.circuit-breaker.enabled=true", "dkmio.circuit-breaker.failure-threshold=2",
					"dkmio.circuit-breaker.recovery-timeout=1m")
			.run((context) -> {
				context.getBean(DynamoExecutor.class);
				CircuitBreaker breaker = breaker(context);
				assertThat(breaker.getName()).isEqualTo("dkmio");
				assertThat(breaker.getCircuitBreakerConfig().getSlidingWindowSize()).isEqualTo(2);
				assertThat(breaker.getCircuitBreakerConfig().getWaitIntervalFunctionInOpenState().apply(1))
					.isEqualTo(Duration.ofMinutes(1).toMillis());
			});
	}

	@Test
	void opensAndSaysSoInTheHealth() {
		this.runner.withPropertyValues("dkmio.circuit-breaker.enabled=true").run((context) -> {
			DynamoExecutor executor = context.getBean(DynamoExecutor.class);
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsEntry("dkmio", "CLOSED");
			for (int i = 0; i < 5; i++) {
				assertThatExceptionOfType(DataAccessResourceFailureException.class)
					.isThrownBy(() -> executor.getItem(REQUEST, DynamoOperation.of("get")));
			}
			assertThatExceptionOfType(CircuitOpenException.class)
				.isThrownBy(() -> executor.getItem(REQUEST, DynamoOperation.of("get")));
			assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(health(context).getDetails()).containsEntry("dkmio", "OPEN");
			breaker(context).reset();
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void eachClientHasItsOwn() {
		this.runner
			.withPropertyValues("dkmio.circuit-breaker.enabled=true", "dkmio.clients.reports.region=eu-west-1",
					"dkmio.clients.reports.credentials.access-key=a", "dkmio.clients.reports.credentials.secret-key=b")
			.run((context) -> {
				context.getBean(DynamoExecutor.class);
				context.getBean("reportsDynamoTemplate");
				assertThat(context.getBean(DynamoCircuitBreakers.class).all()).extracting(CircuitBreaker::getName)
					.containsExactly("dkmio", "dkmio-2");
			});
	}

	@Test
	void worksWithoutTheHealthModule() {
		this.runner.withPropertyValues("dkmio.circuit-breaker.enabled=true")
			.withClassLoader(new FilteredClassLoader(HealthContributor.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(DynamoCircuitBreakers.class));
	}

	@Test
	void saysThatResilience4jIsMissing() {
		this.runner.withPropertyValues("dkmio.circuit-breaker.enabled=true")
			.withClassLoader(new FilteredClassLoader(CircuitBreaker.class))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("Property 'dkmio.circuit-breaker.enabled' cannot be used: Resilience4j is not on the class"
						+ " path. Add io.github.resilience4j:resilience4j-circuitbreaker, or leave the circuit"
						+ " breaker off."));
		this.runner.withClassLoader(new FilteredClassLoader(CircuitBreaker.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void refusesThresholdsThatMakeNoSense() {
		this.runner
			.withPropertyValues("dkmio.circuit-breaker.enabled=true", "dkmio.circuit-breaker.failure-threshold=0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("dkmio.circuit-breaker.failure-threshold"));
		this.runner
			.withPropertyValues("dkmio.circuit-breaker.enabled=true", "dkmio.circuit-breaker.recovery-timeout=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("dkmio.circuit-breaker.recovery-timeout"));
	}

	@Test
	void appliesRequestCustomizersNextToTheClient() {
		AtomicInteger sent = new AtomicInteger();
		this.runner.withBean(RequestCustomizer.class, () -> (request, operation) -> {
			sent.incrementAndGet();
			return request;
		}).withPropertyValues("dkmio.circuit-breaker.enabled=true").run((context) -> {
			DynamoExecutor executor = context.getBean(DynamoExecutor.class);
			for (int i = 0; i < 8; i++) {
				assertThatExceptionOfType(DataAccessException.class)
					.isThrownBy(() -> executor.getItem(REQUEST, DynamoOperation.of("get")));
			}
			assertThat(sent).hasValue(5);
		});
	}

	private static CircuitBreaker breaker(ApplicationContext context) {
		return context.getBean(DynamoCircuitBreakers.class).all().get(0);
	}

	private static Health health(ApplicationContext context) {
		HealthIndicator indicator = (HealthIndicator) context.getBean("dynamoDbCircuitBreakerHealthContributor");
		Health health = indicator.health();
		assertThat(health).isNotNull();
		return health;
	}

}
