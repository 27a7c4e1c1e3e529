package io.dkmio.sample.shop.overview;

import java.util.Optional;

import io.dkmio.sample.shop.customer.Customer;

import org.springframework.data.repository.Repository;

/**
 * Reads several types with one query.
 */
interface CustomerOverviewRepository extends Repository<Customer, String> {

	// Query
	Optional<CustomerOverview> findByCustomerId(String customerId);

}
