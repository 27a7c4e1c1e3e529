package io.dkmio.sample.shop.order;

import java.util.List;
import java.util.stream.Stream;

import io.dkmio.ConditionFailedException;
import io.dkmio.sample.shop.product.Product;
import io.dkmio.sample.shop.web.Problem;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;

/**
 * Says what it means to the caller that a transaction was refused.
 */
final class OrderRefusals {

	private OrderRefusals() {
	}

	static Problem unknown() {
		return Problem.notFound("orderId", "There is no such order", null);
	}

	static RuntimeException placing(DataAccessException refused) {
		List<Throwable> reasons = reasons(refused);
		if (reasons.stream().anyMatch(EmptyResultDataAccessException.class::isInstance)) {
			return Problem.unknown("customerId", "There is no such customer", refused);
		}
		if (failed(reasons, "customer-active").findAny().isPresent()) {
			return Problem.conflict("customer-active", "customerId", "This customer may not order", refused);
		}
		List<Shortage> shortages = failed(reasons, "in-stock")
			.flatMap((reason) -> reason.getCurrent(Product.class).stream())
			.map((product) -> new Shortage(product.sku(), product.onHand()))
			.toList();
		if (shortages.isEmpty()) {
			return refused;
		}
		return Problem
			.conflict("in-stock", "lines",
					"There is too little in stock of "
							+ String.join(", ", shortages.stream().map(Shortage::sku).toList()),
					refused)
			.with("sku", shortages.get(0).sku())
			.with("shortages", shortages);
	}

	static RuntimeException changing(DataAccessException refused) {
		return failed(reasons(refused), "still-placed").flatMap((reason) -> reason.getCurrent(Order.class).stream())
			.findAny()
			.map((order) -> (RuntimeException) Problem
				.conflict("still-placed", "status",
						"Only a placed order can be shipped or cancelled; this one is " + order.status(), refused)
				.with("currentStatus", order.status()))
			.orElse(refused);
	}

	/**
	 * One reason is the exception itself, several are its suppressed ones.
	 */
	private static List<Throwable> reasons(DataAccessException refused) {
		return Stream.concat(Stream.of(refused), Stream.of(refused.getSuppressed())).toList();
	}

	private static Stream<ConditionFailedException> failed(List<Throwable> reasons, String condition) {
		return reasons.stream()
			.filter(ConditionFailedException.class::isInstance)
			.map(ConditionFailedException.class::cast)
			.filter((reason) -> reason.getConditionName().filter(condition::equals).isPresent());
	}

	/**
	 * A product of which there is too little.
	 */
	record Shortage(String sku, int onHand) {
	}

}
