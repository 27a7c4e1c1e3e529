package io.dkmio.sample.shop.cart;

import java.time.Clock;
import java.util.List;

import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.sample.shop.customer.Customer;
import io.dkmio.sample.shop.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The routes of carts.
 */
@RestController
@RequestMapping("/customers/{customerId}/cart")
final class CartController {

	private final CartRepository carts;

	private final WriteTransactionTemplate transactions;

	private final Clock clock;

	CartController(CartRepository carts, WriteTransactionTemplate transactions, Clock clock) {
		this.carts = carts;
		this.transactions = transactions;
		this.clock = clock;
	}

	@GetMapping
	Cart get(@PathVariable String customerId) {
		return this.carts.findById(customerId)
			.filter((cart) -> !cart.isExpiredAt(this.clock.instant()))
			.orElseThrow(() -> Problem.notFound("customerId", "This customer has no cart", null));
	}

	@PutMapping
	Cart put(@PathVariable String customerId, @Valid @RequestBody NewCart body) {
		Cart cart = new Cart(customerId, body.lines().stream().map(NewLine::toLine).toList(), null);
		try {
			return this.transactions.writeAndReturn((tx) -> {
				tx.check(Customer.class, customerId);
				return tx.put(cart);
			});
		}
		catch (EmptyResultDataAccessException ex) {
			throw Problem.notFound("customerId", "There is no such customer", ex);
		}
	}

	/**
	 * The body of {@code PUT /customers/{id}/cart}.
	 */
	record NewCart(@NotEmpty @Size(max = 50) List<@Valid NewLine> lines) {
	}

	/**
	 * A line of it.
	 */
	record NewLine(@NotBlank @Size(max = 40) String sku, @NotNull @Min(1) @Max(1000) Integer quantity) {

		private Cart.Line toLine() {
			return new Cart.Line(this.sku, this.quantity);
		}

	}

}
