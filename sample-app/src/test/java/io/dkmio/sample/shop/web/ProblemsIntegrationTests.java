package io.dkmio.sample.shop.web;

import io.dkmio.sample.shop.ShopClient;
import io.dkmio.sample.shop.ShopTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Failures that any route can have, over HTTP.
 */
@ShopTest
class ProblemsIntegrationTests {

	@Autowired
	ShopClient shop;

	@Test
	void knowsNoOtherRoutes() {
		this.shop.get("/nowhere").expectProblem(404, "There is no such route");
		this.shop.get("/actuator/env").expectProblem(404, "There is no such route");
	}

	@Test
	void knowsNoOtherMethods() {
		assertThat(this.shop.send("DELETE", "/orders", null)
			.expectProblem(405, "Method 'DELETE' is not supported.")
			.header("Allow")).contains("GET", "POST");
	}

	@Test
	void readsAndWritesNothingButJson() {
		this.shop.post("/orders", "x", "Content-Type", "text/plain").expect(415).with("/status", "415");
		this.shop.get("/products/P-001", "Accept", "application/xml").expect(406).with("/status", "406");
	}

	@Test
	void refusesABodyThatIsNone() {
		this.shop.post("/orders", "{\"customerId\":").expectInvalid("body", "is no JSON");
		this.shop.post("/orders", "").expectInvalid("body", "must be given");
		this.shop.post("/orders", "[]").expectInvalid("body", "must be an object");
	}

	@Test
	void refusesPropertiesItDoesNotKnowAndWrongTypes() {
		this.shop.post("/orders", "{\"customer\":\"c001\"}").expectInvalid("customer", "is no property here");
		this.shop.post("/orders", "{\"customerId\":\"c001\",\"lines\":[{\"sku\":\"P-001\",\"quantity\":\"two\"}]}")
			.expectInvalid("lines[0].quantity", "must be a number of type integer");
		this.shop.post("/orders", "{\"customerId\":[],\"lines\":[]}").expectInvalid("customerId", "must be a text");
	}

	@Test
	void makesAProblemOfWhatTheServerRefuses() {
		this.shop.get("/customers/%00").expectProblem(400, "The server refused the request");
		this.shop.get("/customers/a%2Fb").expectProblem(400, "The server refused the request");
	}

}
