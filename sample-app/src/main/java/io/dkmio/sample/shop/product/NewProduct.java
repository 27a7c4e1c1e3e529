package io.dkmio.sample.shop.product;

import java.math.BigDecimal;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of {@code POST /products}.
 */
record NewProduct(
		@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}",
				message = "must be 1 to 40 letters, digits and hyphens") String sku,
		@NotBlank @Size(max = 100) String name,
		@NotNull @DecimalMin("0.01") @Digits(integer = 7, fraction = 2) BigDecimal price,
		@NotNull @Min(0) @Max(1_000_000) Integer onHand) {

	Product toProduct() {
		return new Product(this.sku, this.name, this.price, this.onHand);
	}

}
