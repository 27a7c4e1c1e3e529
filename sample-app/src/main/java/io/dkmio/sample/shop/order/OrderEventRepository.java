package io.dkmio.sample.shop.order;

import java.util.List;

import io.dkmio.repository.DynamoRepository;

/**
 * What happened to orders.
 */
public interface OrderEventRepository extends DynamoRepository<OrderEvent, OrderEvent.Id> {

	// Query
	List<OrderEvent> findByOrderId(String orderId);

}
