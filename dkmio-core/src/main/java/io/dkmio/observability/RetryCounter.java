package io.dkmio.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

import org.springframework.util.Assert;

/**
 * Counts the attempts the SDK makes after the first one, as {@code dkmio.retries}. Add it
 * to a client as an execution interceptor.
 *
 * @since 1.0
 */
public final class RetryCounter implements ExecutionInterceptor {

	private static final String ATTEMPT_HEADER = "amz-sdk-request";

	private static final String FIRST = "attempt=1";

	private final MeterRegistry registry;

	/**
	 * Creates a counter.
	 * @param registry takes the counters
	 */
	public RetryCounter(MeterRegistry registry) {
		Assert.notNull(registry, "MeterRegistry must not be null");
		this.registry = registry;
	}

	@Override
	public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
		String attempt = context.httpRequest().firstMatchingHeader(ATTEMPT_HEADER).orElse(FIRST);
		if (isFirst(attempt)) {
			return;
		}
		Counter.builder("dkmio.retries")
			.description("Attempts the SDK has made after the first one")
			.tags("action", String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)), "table",
					context.request()
						.getValueForField("TableName", String.class)
						.orElse(DefaultDynamoObservationConvention.NONE))
			.register(this.registry)
			.increment();
	}

	private static boolean isFirst(String attempt) {
		return attempt.equals(FIRST) || attempt.startsWith(FIRST + ";");
	}

}
