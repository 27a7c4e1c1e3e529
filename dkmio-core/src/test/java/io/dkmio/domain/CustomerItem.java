package io.dkmio.domain;

/**
 * What is in the partition of a customer.
 */
public sealed interface CustomerItem permits Customer, Order {

	String customerId();

}
