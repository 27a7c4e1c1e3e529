package io.dkmio.sample.shop.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.dkmio.sample.shop.ShopAnswer;
import io.dkmio.sample.shop.ShopClient;
import io.dkmio.sample.shop.ShopTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes of customers, over HTTP.
 */
@ShopTest
class CustomerRoutesIntegrationTests {

	@Autowired
	ShopClient shop;

	@Test
	void registersACustomerOnce() {
		String email = UUID.randomUUID() + "@Example.org";
		String body = "{\"email\":\"" + email + "\",\"name\":\"Ada\"}";
		ShopAnswer created = this.shop.post("/customers", body).expect(201).withCalls("TransactWriteItems");
		assertThat(created.header("Location")).isEqualTo("/customers/" + created.text("/customerId"));
		assertThat(created.header("ETag")).isEqualTo("\"1\"");
		created.with("/email", email.toLowerCase(Locale.ROOT)).with("/status", "ACTIVE");
		assertThat(created.text("/createdAt")).isNotBlank();
		this.shop.get(created.header("Location")).expect(200).with("/name", "Ada");
		this.shop.post("/customers", body)
			.expectProblem(409, "Another customer has this e-mail")
			.with("/condition", "unique-email")
			.with("/property", "email");
	}

	@Test
	void refusesACustomerWithoutEmailOrName() {
		this.shop.post("/customers", "{\"email\":\"nobody\",\"name\":\"Ada\"}")
			.expectInvalid("email", "must be a well-formed email address");
		this.shop.post("/customers", "{\"email\":\"ada@example.org\",\"name\":\"  \"}")
			.expectInvalid("name", "must not be blank");
		ShopAnswer both = this.shop.post("/customers", "{}").expectInvalid("email", "must not be blank");
		assertThat(both.json("/errors").size()).isEqualTo(2);
		both.with("/errors/1/property", "name");
		this.shop.post("/customers", "{\"email\":\"ada@example.org\",\"name\":\"" + "x".repeat(101) + "\"}")
			.expectInvalid("name", "size must be between 0 and 100");
	}

	@Test
	void readsACustomerWithOneGetItem() {
		this.shop.get("/customers/c001").expect(200).withCalls("GetItem").with("/customerId", "c001");
		this.shop.get("/customers/nobody")
			.expectProblem(404, "There is no such customer")
			.with("/property", "customerId");
		this.shop.get("/customers/" + "x".repeat(2100)).expectProblem(400, "An id is empty or too long");
	}

	@Test
	void changesACustomerOfTheVersionThatWasRead() {
		String path = "/customers/" + this.shop.newCustomer();
		ShopAnswer changed = this.shop.patch(path, "{\"name\":\"Grace\"}", "If-Match", "\"1\"").expect(200);
		changed.withCalls("UpdateItem").with("/name", "Grace").with("/version", "2");
		assertThat(changed.header("ETag")).isEqualTo("\"2\"");
		this.shop.patch(path, "{\"name\":\"Late\"}", "If-Match", "\"1\"")
			.expectProblem(412, "It was changed since it was read: read it again, and apply the change to that")
			.with("/condition", "version")
			.with("/property", "If-Match");
		this.shop.get(path).expect(200).with("/name", "Grace");
	}

	@Test
	void changesAnEmailUnlessAnotherCustomerHasIt() {
		String taken = this.shop.get("/customers/c001").text("/email");
		String free = UUID.randomUUID() + "@example.org";
		String path = "/customers/" + this.shop.newCustomer();
		this.shop.patch(path, "{\"email\":\"" + taken + "\"}", "If-Match", "\"1\"")
			.expectProblem(409, "Another customer has this e-mail")
			.with("/condition", "unique-email");
		this.shop.patch(path, "{\"email\":\"" + free + "\"}", "If-Match", "\"1\"").expect(200).with("/email", free);
	}

	@Test
	void refusesAChangeThatSaysTooLittle() {
		String path = "/customers/" + this.shop.newCustomer();
		this.shop.patch(path, "{\"name\":\"Grace\"}")
			.expectProblem(428, "Say by If-Match which version is changed: the ETag it was read with")
			.with("/property", "If-Match");
		this.shop.patch(path, "{\"name\":\"Grace\"}", "If-Match", "*")
			.expectProblem(400, "If-Match must be one ETag, such as \"3\"")
			.with("/property", "If-Match");
		this.shop.patch(path, "{}", "If-Match", "\"1\"")
			.expectProblem(400, "Give at least one of email, name and status")
			.with("/property", "body");
		this.shop.patch(path, "{\"name\":\" \"}", "If-Match", "\"1\"").expectInvalid("name", "must not be blank");
		this.shop.patch(path, "{\"status\":\"GONE\"}", "If-Match", "\"1\"")
			.expectInvalid("status", "must be one of ACTIVE, INACTIVE");
		this.shop.patch("/customers/nobody", "{\"name\":\"Grace\"}", "If-Match", "\"1\"")
			.expectProblem(404, "There is no such customer");
	}

	@Test
	void listsCustomersByNameFromPageToPage() {
		List<String> names = new ArrayList<>();
		String cursor = "";
		do {
			ShopAnswer page = this.shop.get("/customers?size=20" + cursor).expect(200).withCalls("Query");
			page.json("/items").forEach((item) -> names.add(item.get("name").asString()));
			cursor = "&cursor=" + page.text("/next");
		}
		while (!cursor.equals("&cursor="));
		assertThat(names).hasSizeGreaterThanOrEqualTo(50).isSorted();
	}

	@Test
	void refusesPagesThatAreNone() {
		this.shop.get("/customers?size=0").expectInvalid("size", "must be greater than or equal to 1");
		this.shop.get("/customers?size=101").expectInvalid("size", "must be less than or equal to 100");
		this.shop.get("/customers?size=many").expectInvalid("size", "must be a number of type int");
		this.shop.get("/customers?cursor=forged")
			.expectInvalid("cursor", "is none this list gave out: start again from the first page, without one");
	}

	@Test
	void addsAnAddress() {
		String customerId = this.shop.newCustomer();
		String body = "{\"label\":\"Home\",\"street\":\"Mill Road 1\",\"postalCode\":\"D02\",\"city\":\"Dublin\",\"country\":\"IE\"}";
		this.shop.post("/customers/" + customerId + "/addresses", body)
			.expect(201)
			.withCalls("TransactWriteItems")
			.with("/customerId", customerId)
			.with("/city", "Dublin");
		this.shop.get("/customers/" + customerId + "/overview").expect(200).with("/addresses/0/label", "Home");
		this.shop.post("/customers/nobody/addresses", body)
			.expectProblem(404, "There is no such customer")
			.with("/property", "customerId");
		this.shop.post("/customers/" + customerId + "/addresses", body.replace("IE", "Ireland"))
			.expectInvalid("country", "must be two capital letters");
	}

}
