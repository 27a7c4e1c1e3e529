package io.dkmio.core.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpHeaders;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Takes items out of answers and puts them into requests as JSON, for requests with a
 * {@link WireCall}; all others pass as they are. The SDK keeps everything else: signing,
 * retries, timeouts, endpoints, metrics, errors. A client without this interceptor works
 * as well, and costs more.
 * <p>
 * Register one with the override configuration of each client that shall have it. It must
 * not stand beside an interceptor that looks into items, such as one that encrypts them:
 * that one would not see them.
 *
 * @since 1.0
 */
public final class WireInterceptor implements ExecutionInterceptor {

	private static final String CHECKSUM = "x-amz-crc32";

	private static final String CONTENT_TYPE = "Content-Type";

	private static final String JSON = "application/x-amz-json-1.0";

	private static final String CONTENT_LENGTH = "Content-Length";

	private final WireSupport support = new WireSupport();

	/**
	 * Creates an interceptor for one client.
	 */
	public WireInterceptor() {
	}

	/**
	 * What this interceptor can do, and how often it did.
	 * @return the counters
	 */
	public WireSupport support() {
		return this.support;
	}

	/**
	 * Finds the interceptor of a client.
	 * @return what it can do, or {@code null} if the client has none
	 */
	static @Nullable WireSupport supportOf(DynamoDbClient client) {
		SdkServiceClientConfiguration configuration = configuration(client);
		if (configuration != null && configuration.overrideConfiguration() != null) {
			for (ExecutionInterceptor interceptor : configuration.overrideConfiguration().executionInterceptors()) {
				if (interceptor instanceof WireInterceptor wire) {
					return wire.support();
				}
			}
		}
		return null;
	}

	private static @Nullable SdkServiceClientConfiguration configuration(DynamoDbClient client) {
		try {
			return client.serviceClientConfiguration();
		}
		catch (UnsupportedOperationException ex) {
			return null; // a client that is not the SDK's own has no configuration
		}
	}

	@Override
	public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
		SdkHttpRequest request = context.httpRequest();
		this.support.sees(isJson(request.firstMatchingHeader(CONTENT_TYPE)));
		byte[] body = body(context, attributes);
		return (body != null) ? request.toBuilder().putHeader(CONTENT_LENGTH, Integer.toString(body.length)).build()
				: request;
	}

	@Override
	public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
		byte[] body = body(context, attributes);
		return (body != null) ? Optional
			.of(RequestBody.fromContentProvider(ContentStreamProvider.fromByteArrayUnsafe(body), body.length, JSON))
				: context.requestBody();
	}

	@Override
	public Optional<AsyncRequestBody> modifyAsyncHttpContent(Context.ModifyHttpRequest context,
			ExecutionAttributes attributes) {
		byte[] body = body(context, attributes);
		return (body != null) ? Optional.of(AsyncRequestBody.fromBytesUnsafe(body)) : context.asyncRequestBody();
	}

	/**
	 * The body with its items, made when it is first asked for: the SDK may ask for the
	 * content before the header, or after it.
	 */
	private byte @Nullable [] body(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
		WireCall call = attributes.getAttribute(WireCall.ATTRIBUTE);
		if (call == null || call.isReading()) {
			return null;
		}
		byte[] body = call.body();
		if (body == null) {
			if (!isJson(context.httpRequest().firstMatchingHeader(CONTENT_TYPE))) {
				throw new IllegalStateException(
						"Items were to be sent as JSON, and the client's protocol is another one: nothing was sent");
			}
			body = WireBody.of(content(context), call.written());
			call.setBody(body);
			this.support.requested();
		}
		return body;
	}

	private static byte[] content(Context.ModifyHttpRequest context) {
		ContentStreamProvider provider = (context.httpRequest() instanceof SdkHttpFullRequest request)
				? request.contentStreamProvider().orElse(null) : null;
		if (provider == null) {
			provider = context.requestBody().orElseThrow().contentStreamProvider();
		}
		try (InputStream content = provider.newStream()) {
			return WireBody.read(content, length(context.httpRequest()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
		SdkHttpResponse response = context.httpResponse();
		WireCall call = attributes.getAttribute(WireCall.ATTRIBUTE);
		if (call == null || !call.isReading()) {
			return response;
		}
		String checksum = response.firstMatchingHeader(CHECKSUM).orElse(null);
		call.begin(checksum);
		if (checksum == null || !hasItems(context) || obstacle(response) != null) {
			return response;
		}
		return response.toBuilder().removeHeader(CHECKSUM).build();
	}

	@Override
	public Optional<InputStream> modifyHttpResponseContent(Context.ModifyHttpResponse context,
			ExecutionAttributes attributes) {
		WireCall call = attributes.getAttribute(WireCall.ATTRIBUTE);
		Optional<InputStream> content = context.responseBody();
		if (call == null || !call.isReading() || !hasItems(context)) {
			return content;
		}
		SdkHttpResponse response = context.httpResponse();
		WireSupport.Reason obstacle = obstacle(response);
		if (obstacle != null) {
			this.support.leaveToSdk(obstacle);
			return content;
		}
		return content.map((body) -> new WireStream(body, length(response), call, this.support));
	}

	private static long length(SdkHttpHeaders message) {
		return message.firstMatchingHeader(CONTENT_LENGTH).map(Long::parseLong).orElse(-1L);
	}

	private static boolean hasItems(Context.ModifyHttpResponse context) {
		return context.httpResponse().isSuccessful() && context.responseBody().isPresent();
	}

	private static WireSupport.@Nullable Reason obstacle(SdkHttpResponse response) {
		if (!isJson(response.firstMatchingHeader(CONTENT_TYPE))) {
			return WireSupport.Reason.OTHER_PROTOCOL;
		}
		return response.firstMatchingHeader("Content-Encoding").isPresent() ? WireSupport.Reason.COMPRESSED : null;
	}

	private static boolean isJson(Optional<String> contentType) {
		return contentType.isPresent() && contentType.get().contains("json");
	}

}
