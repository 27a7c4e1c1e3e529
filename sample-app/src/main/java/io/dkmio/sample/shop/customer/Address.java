package io.dkmio.sample.shop.customer;

import io.dkmio.core.mapping.Item;

/**
 * An address of a customer, in the customer's partition.
 */
@Item(pk = "CUSTOMER#{customerId}", sk = "ADDRESS#{addressId}")
public record Address(String customerId, String addressId, String label, String street, String postalCode, String city,
		String country) {
}
