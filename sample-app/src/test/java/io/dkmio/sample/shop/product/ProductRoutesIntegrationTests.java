package io.dkmio.sample.shop.product;

import io.dkmio.sample.shop.ShopAnswer;
import io.dkmio.sample.shop.ShopClient;
import io.dkmio.sample.shop.ShopTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes of products, over HTTP.
 */
@ShopTest
class ProductRoutesIntegrationTests {

	@Autowired
	ShopClient shop;

	@Test
	void addsAProductOnce() {
		String body = "{\"sku\":\"ROUTE-1\",\"name\":\"Ash stool\",\"price\":99.90,\"onHand\":3}";
		ShopAnswer created = this.shop.post("/products", body).expect(201).withCalls("PutItem");
		assertThat(created.header("Location")).isEqualTo("/products/ROUTE-1");
		ShopAnswer read = this.shop.get("/products/ROUTE-1").expect(200).withCalls("GetItem");
		assertThat(read.response().body()).contains("\"price\":99.90");
		this.shop.post("/products", body)
			.expectProblem(409, "There is a product with this sku already")
			.with("/condition", "new-sku")
			.with("/property", "sku");
	}

	@Test
	void refusesAProductThatIsNotValid() {
		String body = "{\"sku\":\"ROUTE-2\",\"name\":\"Stool\",\"price\":9.90,\"onHand\":3}";
		this.shop.post("/products", body.replace("ROUTE-2", "ROUTE 2"))
			.expectInvalid("sku", "must be 1 to 40 letters, digits and hyphens");
		this.shop.post("/products", body.replace("9.90", "0"))
			.expectInvalid("price", "must be greater than or equal to 0.01");
		this.shop.post("/products", body.replace("9.90", "9.999"))
			.expectInvalid("price", "numeric value out of bounds (<7 digits>.<2 digits> expected)");
		this.shop.post("/products", body.replace("9.90", "\"cheap\""))
			.expectInvalid("price", "must be a number of type bigdecimal");
		this.shop.post("/products", body.replace("\"onHand\":3", "\"onHand\":-1"))
			.expectInvalid("onHand", "must be greater than or equal to 0");
		this.shop.post("/products", body.replace(",\"onHand\":3", "")).expectInvalid("onHand", "must not be null");
		this.shop.post("/products", body.replace("\"onHand\":3", "\"onHand\":2.5"))
			.expectInvalid("onHand", "must be a number of type integer");
		this.shop.get("/products/ROUTE-2").expectProblem(404, "There is no such product").with("/property", "sku");
	}

	@Test
	void listsProductsByName() {
		ShopAnswer page = this.shop.get("/products?size=2").expect(200).withCalls("Query");
		assertThat(page.json("/items").size()).isEqualTo(2);
		this.shop.get("/products?size=2&cursor=" + page.text("/next")).expect(200);
		this.shop.get("/customers?size=2&cursor=" + page.text("/next"))
			.expectInvalid("cursor", "is none this list gave out: start again from the first page, without one");
		this.shop.get("/products?size=1000").expectInvalid("size", "must be less than or equal to 100");
	}

}
