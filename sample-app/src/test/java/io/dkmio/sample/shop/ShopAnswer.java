package io.dkmio.sample.shop;

import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An answer of the shop.
 *
 * @param status the status
 * @param response the response as it came
 * @param body the body, if it is JSON
 */
public record ShopAnswer(int status, HttpResponse<String> response, JsonNode body) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static ShopAnswer of(HttpResponse<String> response) {
		String type = response.headers().firstValue("Content-Type").orElse("");
		return new ShopAnswer(response.statusCode(), response,
				type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode());
	}

	public ShopAnswer expect(int status) {
		assertThat(this.status).as(this.response.body()).isEqualTo(status);
		return this;
	}

	/**
	 * Expects a problem detail that says what is wrong and nothing of the inside.
	 */
	public ShopAnswer expectProblem(int status, String detail) {
		expect(status);
		assertThat(header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(json("/status").asInt()).isEqualTo(status);
		assertThat(text("/title")).isNotBlank();
		assertThat(text("/detail")).isEqualTo(detail);
		assertThat(this.response.body()).doesNotContain("Exception", "java.", "io.dkmio", "\\tat ");
		return this;
	}

	/**
	 * Expects a problem detail about a property.
	 */
	public ShopAnswer expectInvalid(String property, String message) {
		expectProblem(400, "The request is not valid: '" + property + "' " + message);
		return with("/property", property);
	}

	public ShopAnswer with(String pointer, String value) {
		assertThat(text(pointer)).as(pointer).isEqualTo(value);
		return this;
	}

	public ShopAnswer withCalls(String... operations) {
		assertThat(header("DynamoDB-Calls").split(", ")).extracting((call) -> call.substring(0, call.indexOf(';')))
			.containsExactly(operations);
		return this;
	}

	public String header(String name) {
		return this.response.headers().firstValue(name).orElse("");
	}

	public JsonNode json(String pointer) {
		return this.body.at(pointer);
	}

	public String text(String pointer) {
		return this.body.at(pointer).asString("");
	}

}
