package io.dkmio.sample.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

import org.springframework.core.env.Environment;

/**
 * Speaks HTTP to the shop.
 */
public final class ShopClient {

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Environment environment;

	public ShopClient(Environment environment) {
		this.environment = environment;
	}

	public String address() {
		return "http://localhost:" + this.environment.getRequiredProperty("local.server.port");
	}

	public ShopAnswer get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	public ShopAnswer post(String path, String json, String... headers) {
		return send("POST", path, json, headers);
	}

	public ShopAnswer put(String path, String json) {
		return send("PUT", path, json);
	}

	public ShopAnswer patch(String path, String json, String... headers) {
		return send("PATCH", path, json, headers);
	}

	public ShopAnswer send(String method, String path, String json, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
			.method(method,
					(json != null) ? HttpRequest.BodyPublishers.ofString(json) : HttpRequest.BodyPublishers.noBody());
		if (json != null) {
			request.setHeader("Content-Type", "application/json");
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return ShopAnswer.of(response);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for an answer", ex);
		}
	}

	/**
	 * Registers a customer of the test's own.
	 * @return the customer's id
	 */
	public String newCustomer() {
		return post("/customers",
				"{\"email\":\"%s@example.org\",\"name\":\"Test Customer\"}".formatted(UUID.randomUUID()))
			.expect(201)
			.text("/customerId");
	}

	/**
	 * Adds a product of the test's own.
	 * @return its sku
	 */
	public String newProduct(String price, int onHand) {
		String sku = "T-" + UUID.randomUUID();
		post("/products",
				"{\"sku\":\"%s\",\"name\":\"Test product\",\"price\":%s,\"onHand\":%d}".formatted(sku, price, onHand))
			.expect(201);
		return sku;
	}

	/**
	 * Places an order of one line.
	 */
	public ShopAnswer order(String customerId, String sku, int quantity) {
		return post("/orders", "{\"customerId\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}"
			.formatted(customerId, sku, quantity));
	}

	/**
	 * How many of a product are on hand.
	 */
	public int onHand(String sku) {
		return get("/products/" + sku).expect(200).json("/onHand").asInt();
	}

}
