package io.dkmio.boot.test.shop;

import java.util.List;

import io.dkmio.repository.DynamoRepository;

import org.springframework.data.domain.Limit;

public interface OrderRepository extends DynamoRepository<Order, Order.Id> {

	List<Order> findByStatusOrderByPlacedAtDesc(String status, Limit limit);

}
