package io.dkmio.sample.shop.web;

import io.dkmio.sample.shop.ShopClient;
import io.dkmio.sample.shop.ShopTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The actuator, over HTTP.
 */
@ShopTest
class ActuatorIntegrationTests {

	@Autowired
	ShopClient shop;

	@Test
	void isHealthy() {
		this.shop.get("/actuator/health").expect(200).with("/status", "UP").with("/components/dynamoDb/status", "UP");
	}

	@Test
	void countsCapacity() {
		this.shop.get("/customers/c001").expect(200);
		this.shop.get("/actuator/metrics/dkmio.capacity").expect(200).with("/baseUnit", "units");
		assertThat(this.shop.get("/actuator/prometheus").expect(200).response().body())
			.contains("dkmio_capacity_units_total{", "dkmio_operation_seconds_count{");
		this.shop.get("/actuator/metrics/none").expect(404);
	}

	@Test
	void showsPlans() {
		this.shop.get("/actuator/dkmio").expect(200).with("/tables/0/name", "shop");
		assertThat(this.shop.get("/actuator/dkmio", "Accept", "text/markdown").expect(200).response().body())
			.contains("`OrderRepository.findByStatusAndPlacedAtBetweenOrderByPlacedAtDesc(Status, Instant, Instant,"
					+ " ScrollPosition, Limit)` | `Query shop index gsi1 gsi1pk = ? AND gsi1sk BETWEEN ? AND ? backwards`");
	}

}
