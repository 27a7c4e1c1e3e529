package io.dkmio.boot.autoconfigure.scanning;

import java.util.List;

import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.repository.DynamoRepository;

/**
 * No key serves its method.
 */
public interface ScanningRepository extends DynamoRepository<Customer, String> {

	List<Customer> findByFullName(String fullName);

}
