package io.dkmio.sample.shop.overview;

import java.time.Clock;

import io.dkmio.sample.shop.web.Problem;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The route of the overview.
 */
@RestController
final class CustomerOverviewController {

	private final CustomerOverviewRepository overviews;

	private final Clock clock;

	CustomerOverviewController(CustomerOverviewRepository overviews, Clock clock) {
		this.overviews = overviews;
		this.clock = clock;
	}

	@GetMapping("/customers/{customerId}/overview")
	CustomerOverview get(@PathVariable String customerId) {
		return this.overviews.findByCustomerId(customerId)
			.map((overview) -> overview.withoutExpiredCart(this.clock.instant()))
			.orElseThrow(() -> Problem.notFound("customerId", "There is no such customer", null));
	}

}
