package io.dkmio.boot.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import org.assertj.core.api.AssertProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Records what is sent to DynamoDB. In a {@link DataDynamoTest} it is a bean; elsewhere,
 * add it to a client as an execution interceptor.
 *
 * <pre class="code">
 * assertThat(calls).containsExactly(query().index("gsi1").limit(20));
 * </pre>
 *
 * @since 1.0
 */
public final class DynamoCalls implements ExecutionInterceptor, AssertProvider<DynamoCallsAssert> {

	private static final ExecutionAttribute<AtomicReference<DynamoCall>> CALL = new ExecutionAttribute<>(
			"io.dkmio.boot.test.DynamoCall");

	private final List<AtomicReference<DynamoCall>> calls = new CopyOnWriteArrayList<>();

	private final ThreadLocal<Boolean> paused = ThreadLocal.withInitial(() -> false);

	/**
	 * The calls since the start, or since the last {@link #clear()}, oldest first. A call
	 * the client repeats by itself counts once.
	 * @return the calls
	 */
	public List<DynamoCall> recorded() {
		return this.calls.stream().map(AtomicReference::get).toList();
	}

	/** Forgets all calls. */
	public void clear() {
		this.calls.clear();
	}

	/**
	 * Does what is no work of the application: its calls are not recorded.
	 */
	void pause(Runnable work) {
		boolean before = this.paused.get();
		this.paused.set(true);
		try {
			work.run();
		}
		finally {
			this.paused.set(before);
		}
	}

	@Override
	public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
		if (this.paused.get()) {
			return;
		}
		AtomicReference<DynamoCall> call = new AtomicReference<>(DynamoCall
			.of(String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)), context.request()));
		attributes.putAttribute(CALL, call);
		this.calls.add(call);
	}

	@Override
	public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
		AtomicReference<DynamoCall> call = attributes.getAttribute(CALL);
		if (call != null) {
			call.updateAndGet((asked) -> asked.answered(context.response()));
		}
	}

	/**
	 * For {@code assertThat(calls)} of AssertJ.
	 * @return the assertions
	 */
	@Override
	public DynamoCallsAssert assertThat() {
		return new DynamoCallsAssert(this);
	}

	@Override
	public String toString() {
		return recorded().toString();
	}

}
