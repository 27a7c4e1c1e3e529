package io.dkmio.observability;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.WireSupport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.util.Assert;

/**
 * Counts whose answers and requests went past the SDK's {@code AttributeValue}s, as
 * {@code dkmio.wire.answers} and {@code dkmio.wire.requests}, and why answers did not.
 *
 * @since 1.0
 */
public final class WireMeters {

	private static final String ANSWERS = "dkmio.wire.answers";

	private static final String OUTCOME = "outcome";

	private static final String DESCRIPTION = "Answers by who took their items out: dkmio (wire), or the SDK, and why";

	private final List<WireSupport> clients = new CopyOnWriteArrayList<>();

	private final MeterRegistry registry;

	/**
	 * Creates meters without clients. Nothing is registered before there is one.
	 * @param registry takes the counters
	 */
	public WireMeters(MeterRegistry registry) {
		Assert.notNull(registry, "MeterRegistry must not be null");
		this.registry = registry;
	}

	/**
	 * Counts what an executor's client does as well. Nothing is counted of clients that
	 * always use {@code AttributeValue}s.
	 * @param executor the executor
	 */
	public void add(DynamoExecutor executor) {
		Assert.notNull(executor, "DynamoExecutor must not be null");
		WireSupport support = executor.wire();
		if (support == null || this.clients.contains(support)) {
			return;
		}
		this.clients.add(support);
		if (this.clients.size() == 1) {
			register();
		}
	}

	/**
	 * The counter of the answers of clients that have no interceptor for the wire.
	 */
	static Counter withoutInterceptor(MeterRegistry registry) {
		return Counter.builder(ANSWERS).description(DESCRIPTION).tags(OUTCOME, "no-interceptor").register(registry);
	}

	private void register() {
		answers("wire", WireSupport::answers);
		for (WireSupport.Reason reason : WireSupport.Reason.values()) {
			answers(reason.tag(), (support) -> support.leftToSdk(reason));
		}
		FunctionCounter.builder("dkmio.wire.requests", this, (meters) -> meters.sum(WireSupport::requests))
			.description("Requests whose items were written as JSON by dkmio")
			.register(this.registry);
	}

	private void answers(String outcome, ToLongFunction<WireSupport> count) {
		FunctionCounter.builder(ANSWERS, this, (meters) -> meters.sum(count))
			.description(DESCRIPTION)
			.tags(OUTCOME, outcome)
			.register(this.registry);
	}

	private double sum(ToLongFunction<WireSupport> count) {
		return this.clients.stream().mapToLong(count).sum();
	}

}
