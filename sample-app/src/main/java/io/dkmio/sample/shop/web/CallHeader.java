package io.dkmio.sample.shop.web;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Tells the caller by the header {@code DynamoDB-Calls} what the answer cost. The page
 * shows it beside every action.
 */
@RestControllerAdvice
final class CallHeader implements ResponseBodyAdvice<Object> {

	private static final String NAME = "DynamoDB-Calls";

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returnType, MediaType contentType,
			Class<? extends HttpMessageConverter<?>> converterType, ServerHttpRequest request,
			ServerHttpResponse response) {
		List<DynamoCall> calls = CallLog.current();
		if (!calls.isEmpty()) {
			response.getHeaders().set(NAME, calls.stream().map(DynamoCall::text).collect(Collectors.joining(", ")));
		}
		return body;
	}

}
