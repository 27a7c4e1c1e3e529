package io.dkmio.sample.shop.customer;

import java.net.URI;
import java.util.UUID;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.ReturnedItem;
import io.dkmio.sample.shop.web.ETags;
import io.dkmio.sample.shop.web.Listing;
import io.dkmio.sample.shop.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The routes of customers.
 */
@RestController
@RequestMapping("/customers")
final class CustomerController {

	private final CustomerRepository customers;

	private final DynamoOperations dynamo;

	CustomerController(CustomerRepository customers, DynamoOperations dynamo) {
		this.customers = customers;
		this.dynamo = dynamo;
	}

	@GetMapping
	Listing<Customer> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
			@RequestParam(required = false) @Nullable String cursor) {
		return Listing.of(this.customers.findAllByOrderByNameAsc(Listing.after(cursor), Limit.of(size)));
	}

	@PostMapping
	ResponseEntity<Customer> register(@Valid @RequestBody NewCustomer body) {
		Customer customer = Customer.register(UUID.randomUUID().toString(), body.email(), body.name());
		try {
			Customer stored = this.customers.insert(customer);
			return ResponseEntity.created(URI.create("/customers/" + stored.customerId()))
				.eTag(ETags.of(stored.version()))
				.body(stored);
		}
		catch (DuplicateKeyException ex) {
			throw emailTaken(ex);
		}
	}

	@GetMapping("/{customerId}")
	ResponseEntity<Customer> get(@PathVariable String customerId) {
		Customer customer = this.customers.findById(customerId).orElseThrow(() -> unknown(null));
		return ResponseEntity.ok().eTag(ETags.of(customer.version())).body(customer);
	}

	@PatchMapping("/{customerId}")
	ResponseEntity<Customer> change(@PathVariable String customerId,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody CustomerChange body) {
		long version = ETags.version(ifMatch);
		if (body.isEmpty()) {
			throw Problem.of(HttpStatus.BAD_REQUEST, "Give at least one of email, name and status", null)
				.with("property", "body");
		}
		try {
			Customer changed = body.applyTo(this.dynamo.update(Customer.class, customerId))
				.expectVersion(version)
				.returning(ReturnedItem.ALL_NEW);
			return ResponseEntity.ok().eTag(ETags.of(changed.version())).body(changed);
		}
		catch (DuplicateKeyException ex) {
			throw emailTaken(ex);
		}
		catch (OptimisticLockingFailureException ex) {
			throw this.customers.existsById(customerId) ? ETags.stale(ex) : unknown(ex);
		}
	}

	private static Problem emailTaken(DuplicateKeyException ex) {
		return Problem.conflict("unique-email", "email", "Another customer has this e-mail", ex);
	}

	private static Problem unknown(@Nullable Exception ex) {
		return Problem.notFound("customerId", "There is no such customer", ex);
	}

}
