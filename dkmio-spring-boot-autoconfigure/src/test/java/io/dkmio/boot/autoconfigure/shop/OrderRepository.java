package io.dkmio.boot.autoconfigure.shop;

import java.util.List;

import io.dkmio.repository.DynamoRepository;

public interface OrderRepository extends DynamoRepository<Order, Order.Id> {

	List<Order> findByCustomerId(String customerId);

}
