package io.dkmio.boot.autoconfigure.shop;

import java.time.Instant;

import io.dkmio.core.mapping.Item;

import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.annotation.Version;

@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
public record Order(String customerId, String orderId, @Version Long version, @CreatedDate Instant createdAt,
		@LastModifiedDate Instant updatedAt) implements ShopItem {

	public Order(String customerId, String orderId) {
		this(customerId, orderId, null, null, null);
	}

	@org.springframework.data.annotation.PersistenceCreator
	public Order {
	}

	public record Id(String customerId, String orderId) {

	}

}
