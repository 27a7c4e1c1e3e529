package io.dkmio.sample.shop.customer;

import java.time.Instant;
import java.util.Locale;

import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.Unique;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.Version;

/**
 * A customer. No two have the same e-mail.
 */
@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
@GlobalIndex(name = "gsi1", pk = "CUSTOMERS", sk = "{name}#{customerId}")
public record Customer(String customerId, @Unique String email, String name, Status status,
		@Version @Nullable Long version, @CreatedDate @Nullable Instant createdAt) {

	public Customer {
		email = normalize(email);
	}

	/**
	 * A customer who may order.
	 */
	public static Customer register(String customerId, String email, String name) {
		return new Customer(customerId, email, name, Status.ACTIVE, null, null);
	}

	/**
	 * The customer, who may order no more.
	 */
	public Customer deactivated() {
		return new Customer(this.customerId, this.email, this.name, Status.INACTIVE, this.version, this.createdAt);
	}

	static String normalize(String email) {
		return email.toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether a customer may order.
	 */
	public enum Status {

		ACTIVE, INACTIVE

	}

}
