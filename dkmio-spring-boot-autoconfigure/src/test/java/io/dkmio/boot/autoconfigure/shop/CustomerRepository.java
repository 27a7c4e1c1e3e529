package io.dkmio.boot.autoconfigure.shop;

import io.dkmio.repository.DynamoRepository;

public interface CustomerRepository extends DynamoRepository<Customer, String> {

}
