package io.dkmio.sample.shop.order;

import java.time.Instant;
import java.util.Optional;

import io.dkmio.repository.ConsistentRead;
import io.dkmio.repository.DynamoRepository;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

/**
 * The orders.
 */
public interface OrderRepository extends DynamoRepository<Order, Order.Id> {

	// GetItem
	@ConsistentRead
	Optional<Order> findByCustomerIdAndOrderId(String customerId, String orderId);

	// Query, backwards, one page
	Window<Order> findByCustomerIdOrderByOrderIdDesc(String customerId, ScrollPosition position, Limit limit);

	// Query gsi1, backwards, one page
	Window<Order> findByStatusAndPlacedAtBetweenOrderByPlacedAtDesc(Order.Status status, Instant from, Instant to,
			ScrollPosition position, Limit limit);

}
