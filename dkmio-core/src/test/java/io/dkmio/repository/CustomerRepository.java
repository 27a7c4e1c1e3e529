package io.dkmio.repository;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.dkmio.core.ItemCollection;
import io.dkmio.domain.Customer;
import io.dkmio.domain.CustomerItem;
import io.dkmio.domain.Order;

/**
 * Customers, and what else is in their partitions.
 */
public interface CustomerRepository extends DynamoRepository<Customer, String> {

	Optional<Overview> findOverviewByCustomerId(String customerId);

	List<Overview> findOverviewsByCustomerIdIn(Collection<String> customerIds);

	ItemCollection findAllByCustomerId(String customerId);

	List<CustomerItem> findItemsByCustomerId(String customerId);

	/**
	 * A customer with the orders.
	 */
	record Overview(Customer customer, List<Order> orders) {
	}

}
