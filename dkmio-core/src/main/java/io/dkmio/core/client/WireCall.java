package io.dkmio.core.client;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;

import org.springframework.util.Assert;

/**
 * Goes along with one request and brings the items of the answer back as JSON, or takes
 * those of the request there. It works where the client has a {@link WireInterceptor},
 * which {@link DynamoExecutor#wire()} tells.
 *
 * @since 1.0
 */
public final class WireCall {

	static final ExecutionAttribute<WireCall> ATTRIBUTE = new ExecutionAttribute<>("io.dkmio.WireCall");

	private final boolean reading;

	private final List<byte[]> written;

	private final List<String> names;

	private @Nullable WireItems items;

	private @Nullable String checksum;

	private byte @Nullable [] body;

	private WireCall(boolean reading, List<byte[]> written, List<String> names) {
		this.reading = reading;
		this.written = written;
		this.names = names;
	}

	/**
	 * A call that asks for the items of the answer.
	 * @return the call
	 */
	public static WireCall reading() {
		return reading(List.of());
	}

	/**
	 * A call that asks for the items of the answer, and for where some of their
	 * attributes are, which costs little while the items are looked for.
	 * @param names the names of the attributes
	 * @return the call
	 */
	public static WireCall reading(List<String> names) {
		Assert.notNull(names, "Names must not be null");
		return new WireCall(true, List.of(), List.copyOf(names));
	}

	/**
	 * A call that brings the items of a request along. The request has an empty item at
	 * the place of each.
	 * @param items each as the JSON of its map of attributes, in the order of the request
	 * @return the call
	 */
	public static WireCall writing(List<byte[]> items) {
		Assert.notEmpty(items, "Items must not be empty");
		return new WireCall(false, List.copyOf(items), List.of());
	}

	/**
	 * The call that goes along with a request.
	 * @param request the request
	 * @return the call, if there is one
	 */
	public static Optional<WireCall> of(AwsRequest request) {
		Assert.notNull(request, "Request must not be null");
		return request.overrideConfiguration()
			.map((configuration) -> configuration.executionAttributes().getAttribute(ATTRIBUTE));
	}

	/**
	 * Makes this call go along with a request.
	 * @param request the request
	 * @param <B> the type of the request's builder
	 * @return the request
	 */
	public <B extends AwsRequest.Builder> B with(B request) {
		AwsRequestOverrideConfiguration former = request.overrideConfiguration();
		AwsRequestOverrideConfiguration.Builder configuration = (former != null) ? former.toBuilder()
				: AwsRequestOverrideConfiguration.builder();
		request.overrideConfiguration(configuration.putExecutionAttribute(ATTRIBUTE, this).build());
		return request;
	}

	/**
	 * The items that are brought along.
	 * @return each as the JSON of its map of attributes, none for a call that reads
	 */
	public List<byte[]> written() {
		return this.written;
	}

	/**
	 * The items of the answer.
	 * @return the items; or {@code null} if they are in the SDK's response as usual
	 */
	public @Nullable WireItems items() {
		return this.items;
	}

	boolean isReading() {
		return this.reading;
	}

	List<String> names() {
		return this.names;
	}

	/**
	 * Begins an attempt, the first one or a further one.
	 */
	void begin(@Nullable String checksum) {
		this.checksum = checksum;
		this.items = null;
	}

	@Nullable String checksum() {
		return this.checksum;
	}

	void answer(WireItems items) {
		this.items = items;
	}

	void setBody(byte[] body) {
		this.body = body;
	}

	byte @Nullable [] body() {
		return this.body;
	}

}
