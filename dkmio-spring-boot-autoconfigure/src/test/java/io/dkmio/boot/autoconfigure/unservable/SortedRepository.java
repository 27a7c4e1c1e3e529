package io.dkmio.boot.autoconfigure.unservable;

import java.util.List;

import io.dkmio.boot.autoconfigure.shop.Order;
import io.dkmio.repository.DynamoRepository;

/**
 * Asks for an order no key gives.
 */
public interface SortedRepository extends DynamoRepository<Order, Order.Id> {

	List<Order> findByCustomerIdOrderByUpdatedAt(String customerId);

}
