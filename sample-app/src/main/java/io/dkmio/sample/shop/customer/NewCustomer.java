package io.dkmio.sample.shop.customer;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The body of {@code POST /customers}.
 */
record NewCustomer(@NotBlank @Email @Size(max = 254) String email, @NotBlank @Size(max = 100) String name) {
}
