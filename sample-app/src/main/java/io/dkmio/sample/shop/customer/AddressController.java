package io.dkmio.sample.shop.customer;

import java.util.UUID;

import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.sample.shop.web.Problem;
import jakarta.validation.Valid;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The route of addresses.
 */
@RestController
final class AddressController {

	private final WriteTransactionTemplate transactions;

	AddressController(WriteTransactionTemplate transactions) {
		this.transactions = transactions;
	}

	@PostMapping("/customers/{customerId}/addresses")
	@ResponseStatus(HttpStatus.CREATED)
	Address add(@PathVariable String customerId, @Valid @RequestBody NewAddress body) {
		Address address = body.of(customerId, UUID.randomUUID().toString());
		try {
			this.transactions.write((tx) -> {
				tx.check(Customer.class, customerId);
				tx.insert(address);
			});
		}
		catch (EmptyResultDataAccessException ex) {
			throw Problem.notFound("customerId", "There is no such customer", ex);
		}
		return address;
	}

}
