package io.dkmio.sample.shop.cart;

import io.dkmio.repository.DynamoRepository;

/**
 * The carts, one for each customer.
 */
public interface CartRepository extends DynamoRepository<Cart, String> {

}
