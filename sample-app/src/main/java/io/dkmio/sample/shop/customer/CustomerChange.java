package io.dkmio.sample.shop.customer;

import io.dkmio.core.UpdateOperation;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /customers/{id}}: what is there is changed.
 */
record CustomerChange(@Nullable @Email @Size(min = 3, max = 254) String email,
		@Nullable @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 100) String name,
		Customer.@Nullable Status status) {

	boolean isEmpty() {
		return this.email == null && this.name == null && this.status == null;
	}

	UpdateOperation<Customer> applyTo(UpdateOperation<Customer> update) {
		if (this.email != null) {
			update = update.set(Customer::email, Customer.normalize(this.email));
		}
		if (this.name != null) {
			update = update.set(Customer::name, this.name);
		}
		return (this.status != null) ? update.set(Customer::status, this.status) : update;
	}

}
