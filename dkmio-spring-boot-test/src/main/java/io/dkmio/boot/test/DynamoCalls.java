package io.dkmio.boot.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.assertj.core.api.AssertProvider;
import software.amazon.awssdk.core.interceptor.Context;
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

	private final List<DynamoCall> calls = new CopyOnWriteArrayList<>();

	private final ThreadLocal<Boolean> paused = ThreadLocal.withInitial(() -> false);

	/**
	 * The calls since the start, or since the last {@link #clear()}, oldest first. A call
	 * the client repeats by itself counts once.
	 * @return the calls
	 */
	public List<DynamoCall> recorded() {
		return List.copyOf(this.calls);
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
		this.calls.add(DynamoCall.of(String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)),
				context.request()));
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
		return this.calls.toString();
	}

}
