package io.dkmio.boot.test.shop;

import java.time.Instant;

import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.Item;

@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{placedAt}")
public record Order(String customerId, String orderId, String status, Instant placedAt) {

	public record Id(String customerId, String orderId) {

	}

}
