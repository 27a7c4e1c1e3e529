package io.dkmio.sample.shop.order;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.dkmio.sample.shop.web.Listing;
import io.dkmio.sample.shop.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The routes of orders.
 */
@RestController
final class OrderController {

	private static final Instant FIRST = Instant.EPOCH;

	private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

	private final OrderRepository orders;

	private final OrderEventRepository events;

	private final OrderService service;

	OrderController(OrderRepository orders, OrderEventRepository events, OrderService service) {
		this.orders = orders;
		this.events = events;
		this.service = service;
	}

	@PostMapping("/orders")
	ResponseEntity<Order> place(@Valid @RequestBody NewOrder body) {
		Order order = this.service.place(body);
		return ResponseEntity.created(URI.create("/orders/" + order.customerId() + "/" + order.orderId())).body(order);
	}

	@GetMapping("/customers/{customerId}/orders")
	Listing<Order> ofCustomer(@PathVariable String customerId,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
			@RequestParam(required = false) @Nullable String cursor) {
		return Listing
			.of(this.orders.findByCustomerIdOrderByOrderIdDesc(customerId, Listing.after(cursor), Limit.of(size)));
	}

	@GetMapping("/orders")
	Listing<Order> byStatus(@RequestParam Order.Status status, @RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
			@RequestParam(required = false) @Nullable String cursor) {
		Instant first = Objects.requireNonNullElse(from, FIRST);
		Instant last = Objects.requireNonNullElse(to, LAST);
		if (first.isAfter(last)) {
			throw Problem.of(HttpStatus.BAD_REQUEST, "'from' must not be after 'to'", null).with("property", "from");
		}
		return Listing.of(this.orders.findByStatusAndPlacedAtBetweenOrderByPlacedAtDesc(status, first, last,
				Listing.after(cursor), Limit.of(size)));
	}

	@GetMapping("/orders/{customerId}/{orderId}")
	Order get(@PathVariable String customerId, @PathVariable String orderId) {
		return this.orders.findById(new Order.Id(customerId, orderId)).orElseThrow(OrderRefusals::unknown);
	}

	@GetMapping("/orders/{customerId}/{orderId}/events")
	List<OrderEvent> events(@PathVariable String customerId, @PathVariable String orderId) {
		get(customerId, orderId);
		return this.events.findByOrderId(orderId);
	}

	@PostMapping("/orders/{customerId}/{orderId}/ship")
	Order ship(@PathVariable String customerId, @PathVariable String orderId) {
		return this.service.ship(new Order.Id(customerId, orderId));
	}

	@PostMapping("/orders/{customerId}/{orderId}/cancel")
	Order cancel(@PathVariable String customerId, @PathVariable String orderId) {
		return this.service.cancel(new Order.Id(customerId, orderId));
	}

}
