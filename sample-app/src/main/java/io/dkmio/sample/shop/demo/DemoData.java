package io.dkmio.sample.shop.demo;

import java.time.Clock;

import io.dkmio.core.DynamoOperations;
import io.dkmio.sample.shop.customer.CustomerRepository;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.stereotype.Component;

/**
 * Fills an empty table, if {@code shop.demo-data} says so.
 */
@Component
@ConditionalOnBooleanProperty("shop.demo-data")
final class DemoData implements ApplicationRunner {

	private static final Log log = LogFactory.getLog(DemoData.class);

	private final DynamoOperations dynamo;

	private final CustomerRepository customers;

	private final Clock clock;

	DemoData(DynamoOperations dynamo, CustomerRepository customers, Clock clock) {
		this.dynamo = dynamo;
		this.customers = customers;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments args) {
		if (!this.customers.findAllByOrderByNameAsc(ScrollPosition.keyset(), Limit.of(1)).isEmpty()) {
			return;
		}
		DemoShop shop = DemoShop.generate(this.clock.instant());
		this.dynamo.insertAll(shop.customers());
		this.dynamo.putAll(shop.items());
		log.info("Demo data: " + shop.customers().size() + " customers and " + shop.items().size() + " other items");
	}

}
