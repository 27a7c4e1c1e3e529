package io.dkmio.boot.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Records what is sent to DynamoDB. Add it to a client as an execution interceptor.
 *
 * <pre class="code">
 * DynamoCalls calls = new DynamoCalls();
 * DynamoDbClient client = DynamoDbClient.builder()
 *     .overrideConfiguration((override) -&gt; override.addExecutionInterceptor(calls))
 *     .build();
 * </pre>
 *
 * @since 1.0
 */
public final class DynamoCalls implements ExecutionInterceptor {

	private final List<DynamoCall> calls = new CopyOnWriteArrayList<>();

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

	@Override
	public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
		SdkRequest request = context.request();
		this.calls.add(new DynamoCall(String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)),
				request.getValueForField("TableName", String.class).orElse(null),
				request.getValueForField("IndexName", String.class).orElse(null)));
	}

}
