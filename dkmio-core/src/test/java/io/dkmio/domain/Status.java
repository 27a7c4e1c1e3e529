package io.dkmio.domain;

/**
 * The states of an order.
 */
public enum Status {

	OPEN, PAID, SHIPPED, CANCELLED

}
