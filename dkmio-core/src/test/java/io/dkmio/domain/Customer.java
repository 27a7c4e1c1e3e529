package io.dkmio.domain;

import java.time.Instant;

import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.Item;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Version;

/**
 * A customer of the shop, in the partition of the orders.
 */
@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE", aliases = "Client")
@GlobalIndex(name = "gsi1", pk = "EMAIL#{email}", sk = "CUSTOMER")
public record Customer(String customerId, @Nullable String email, String name, @Nullable Address address,
		@Nullable Instant since, @Version @Nullable Long version) implements CustomerItem {

	/**
	 * A customer of whom little is known.
	 */
	public static Customer of(String customerId, String name) {
		return new Customer(customerId, null, name, null, null, null);
	}

	public Customer withEmail(@Nullable String email) {
		return new Customer(this.customerId, email, this.name, this.address, this.since, this.version);
	}

	public Customer withAddress(@Nullable Address address) {
		return new Customer(this.customerId, this.email, this.name, address, this.since, this.version);
	}

}
