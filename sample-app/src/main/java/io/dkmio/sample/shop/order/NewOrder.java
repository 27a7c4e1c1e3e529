package io.dkmio.sample.shop.order;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The body of {@code POST /orders}.
 */
record NewOrder(@NotBlank @Size(max = 64) String customerId,
		@NotEmpty @Size(max = 50) List<@NotNull @Valid Line> lines) {

	List<String> skus() {
		return this.lines.stream().map(Line::sku).toList();
	}

	/**
	 * A line of it.
	 */
	record Line(@NotBlank @Size(max = 40) String sku, @NotNull @Min(1) @Max(1000) Integer quantity) {
	}

}
