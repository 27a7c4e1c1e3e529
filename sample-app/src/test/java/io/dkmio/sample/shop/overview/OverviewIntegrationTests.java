package io.dkmio.sample.shop.overview;

import io.dkmio.sample.shop.ShopAnswer;
import io.dkmio.sample.shop.ShopClient;
import io.dkmio.sample.shop.ShopTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The route of the overview, over HTTP.
 */
@ShopTest
class OverviewIntegrationTests {

	@Autowired
	ShopClient shop;

	@Test
	void readsEverythingOfACustomerWithOneQuery() {
		ShopAnswer overview = this.shop.get("/customers/c001/overview").expect(200).withCalls("Query");
		overview.with("/customer/customerId", "c001");
		assertThat(overview.json("/addresses").size()).isPositive();
		assertThat(overview.json("/orders").size()).isGreaterThan(10);
		assertThat(overview.json("/orders").findValuesAsString("customerId")).containsOnly("c001");
	}

	@Test
	void doesNotFindACustomerWhoIsNotThere() {
		this.shop.get("/customers/nobody/overview")
			.expectProblem(404, "There is no such customer")
			.with("/property", "customerId");
	}

}
