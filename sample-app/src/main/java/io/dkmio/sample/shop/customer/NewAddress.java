package io.dkmio.sample.shop.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of {@code POST /customers/{id}/addresses}.
 */
record NewAddress(@NotBlank @Size(max = 30) String label, @NotBlank @Size(max = 100) String street,
		@NotBlank @Size(max = 20) String postalCode, @NotBlank @Size(max = 60) String city,
		@Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters") @NotBlank String country) {

	Address of(String customerId, String addressId) {
		return new Address(customerId, addressId, this.label, this.street, this.postalCode, this.city, this.country);
	}

}
