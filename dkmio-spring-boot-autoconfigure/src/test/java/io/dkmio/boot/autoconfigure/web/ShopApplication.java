package io.dkmio.boot.autoconfigure.web;

import java.util.List;

import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.boot.autoconfigure.shop.CustomerRepository;
import io.dkmio.boot.autoconfigure.shop.Order;
import io.dkmio.boot.autoconfigure.shop.OrderRepository;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A whole application, with all auto-configurations, beside JPA.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackageClasses = { Customer.class, InvoiceRepository.class })
@Import(ShopApplication.Shop.class)
class ShopApplication {

	@RestController
	static class Shop {

		private final CustomerRepository customers;

		private final OrderRepository orders;

		Shop(CustomerRepository customers, OrderRepository orders) {
			this.customers = customers;
			this.orders = orders;
		}

		@PutMapping("/customers/{customerId}/{name}")
		Customer put(@PathVariable String customerId, @PathVariable String name) {
			return this.customers.save(new Customer(customerId, name));
		}

		@PutMapping("/customers/{customerId}/orders/{orderId}")
		Order order(@PathVariable String customerId, @PathVariable String orderId) {
			return this.orders.insert(new Order(customerId, orderId));
		}

		@GetMapping("/customers/{customerId}/orders")
		List<String> orders(@PathVariable String customerId) {
			return this.orders.findByCustomerId(customerId).stream().map(Order::orderId).toList();
		}

	}

}
