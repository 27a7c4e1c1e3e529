package io.dkmio.boot.autoconfigure;

import io.dkmio.observability.DynamoObservationConvention;
import io.dkmio.observability.ObservingDynamoExecutor;
import io.dkmio.observability.RetryCounter;
import io.dkmio.observability.WireMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of observations and metrics, where the application has a registry
 * for them.
 *
 * @since 1.0
 */
@AutoConfiguration(before = DynamoClientAutoConfiguration.class,
		afterName = { "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnClass({ MeterRegistry.class, ObservationRegistry.class })
public final class DynamoObservationAutoConfiguration {

	@Bean
	@Order(0)
	DynamoExecutorDecorator dynamoObservations(ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<MeterRegistry> meters, ObjectProvider<DynamoObservationConvention> convention) {
		return (executor) -> ObservingDynamoExecutor.observe(executor,
				observations.getIfUnique(() -> ObservationRegistry.NOOP), meters.getIfUnique(),
				convention.getIfUnique());
	}

	@Bean
	@ConditionalOnBean(MeterRegistry.class)
	@Order(Ordered.LOWEST_PRECEDENCE)
	DynamoExecutorDecorator dynamoWireMetrics(MeterRegistry meters) {
		WireMeters wire = new WireMeters(meters);
		return (executor) -> {
			wire.add(executor);
			return executor;
		};
	}

	@Bean
	@ConditionalOnBean(MeterRegistry.class)
	UnmappedItemsCounter dynamoUnmappedItemsCounter(MeterRegistry meters) {
		return (table, asked) -> Counter.builder("dkmio.items.unmapped")
			.description("Items that were read, and whose types nobody knows")
			.baseUnit("items")
			.tags("item.type", asked, "table", table)
			.register(meters)
			.increment();
	}

	@Bean
	@ConditionalOnBean(MeterRegistry.class)
	@Order(0)
	DynamoClientBuilderCustomizer dynamoRetryMetrics(MeterRegistry meters) {
		RetryCounter counter = new RetryCounter(meters);
		return (builder) -> builder.overrideConfiguration(
				builder.overrideConfiguration().copy((override) -> override.addExecutionInterceptor(counter)));
	}

}
