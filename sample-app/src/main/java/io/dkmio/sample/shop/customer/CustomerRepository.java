package io.dkmio.sample.shop.customer;

import io.dkmio.repository.DynamoRepository;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

/**
 * The customers.
 */
public interface CustomerRepository extends DynamoRepository<Customer, String> {

	// Query gsi1, one page
	Window<Customer> findAllByOrderByNameAsc(ScrollPosition position, Limit limit);

}
