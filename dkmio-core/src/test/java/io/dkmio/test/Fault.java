package io.dkmio.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;

/**
 * One answer of the {@link FaultServer}, most of them bad.
 */
@FunctionalInterface
public interface Fault {

	String NAMESPACE = "com.amazonaws.dynamodb.v20120810#";

	/**
	 * Answers a request whose body has been read.
	 */
	void answer(HttpExchange exchange, byte[] request) throws IOException;

	/**
	 * An error as DynamoDB sends it: with a namespace.
	 */
	static Fault error(int status, String code) {
		return error(status, code, "a text");
	}

	static Fault error(int status, String code, String message) {
		return body(status, "{\"__type\":\"" + NAMESPACE + code + "\",\"message\":\"" + message + "\"}");
	}

	/**
	 * An error whose code has no namespace.
	 */
	static Fault bareError(int status, String code) {
		return body(status, "{\"__type\":\"" + code + "\",\"message\":\"a text\"}");
	}

	/**
	 * An error whose code is in the header alone.
	 */
	static Fault headerError(int status, String code) {
		return (exchange, request) -> {
			exchange.getResponseHeaders().set("x-amzn-ErrorType", code + ":http://internal.amazon.com/coral/");
			body(status, "{}").answer(exchange, request);
		};
	}

	/**
	 * An answer of any status and text.
	 */
	static Fault body(int status, String body) {
		return (exchange, request) -> {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
			exchange.getResponseHeaders().set("x-amzn-RequestId", "FAULT-1");
			exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
			exchange.getResponseBody().write(bytes);
		};
	}

	/**
	 * A good answer without content.
	 */
	static Fault none() {
		return body(200, "{}");
	}

	/**
	 * No answer: the connection ends.
	 */
	static Fault cut() {
		return (exchange, request) -> {
		};
	}

	/**
	 * An answer that ends before its announced length.
	 */
	static Fault truncated() {
		return (exchange, request) -> {
			exchange.sendResponseHeaders(200, 100);
			exchange.getResponseBody().write("{\"Item\":{".getBytes(StandardCharsets.UTF_8));
			exchange.getResponseBody().flush();
			throw new IOException("cut on purpose");
		};
	}

	/**
	 * Another answer, late.
	 */
	static Fault late(Duration delay, Fault answer) {
		return (exchange, request) -> {
			try {
				Thread.sleep(delay.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			answer.answer(exchange, request);
		};
	}

	/**
	 * The answer of a real endpoint.
	 */
	static Fault passedTo(URI endpoint) {
		return (exchange, request) -> {
			HttpResponse<byte[]> response = forward(endpoint, exchange, request);
			response.headers()
				.firstValue("x-amz-crc32")
				.ifPresent((crc) -> exchange.getResponseHeaders().set("x-amz-crc32", crc));
			exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
			exchange.sendResponseHeaders(response.statusCode(), response.body().length);
			exchange.getResponseBody().write(response.body());
		};
	}

	/**
	 * A real endpoint does what was asked for, and nobody hears of it.
	 */
	static Fault lostAfter(URI endpoint) {
		return (exchange, request) -> forward(endpoint, exchange, request);
	}

	private static HttpResponse<byte[]> forward(URI endpoint, HttpExchange exchange, byte[] body) throws IOException {
		Set<String> own = Set.of("host", "content-length", "connection", "expect", "upgrade", "http2-settings");
		HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
			.POST(HttpRequest.BodyPublishers.ofByteArray(body));
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!own.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		try {
			return HttpClient.newBuilder()
				.version(HttpClient.Version.HTTP_1_1)
				.build()
				.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

}
