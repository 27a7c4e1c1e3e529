package io.dkmio.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.dkmio.core.mapping.Item;

/**
 * The item every contestant converts: twelve attributes, among them a nested map, a list
 * of five nested objects, a set, an instant, a decimal and an enum.
 */
@Item(pk = "CUSTOMER#{customerId}", sk = "SHIPMENT#{shipmentId}")
public record Shipment(String customerId, String shipmentId, Status status, Instant placedAt, BigDecimal total,
		List<Line> lines, Address shipTo, Set<String> tags, String note, boolean gift, int parcels, long revision) {

	/**
	 * An example.
	 * @param number makes it different from others
	 * @return the example
	 */
	public static Shipment example(int number) {
		List<Line> lines = IntStream.rangeClosed(1, 5)
			.mapToObj((i) -> new Line("sku-" + number + "-" + i, i, new BigDecimal("12.5" + i)))
			.toList();
		return new Shipment("customer-" + number, "shipment-" + number, Status.PENDING,
				Instant.parse("2026-01-31T10:15:30.123456789Z"), new BigDecimal("1234.56"), lines,
				new Address("1 Main Street", "Lima", "15001", "PE"), Set.of("urgent", "fragile", "export"),
				"Leave it with the neighbours if nobody is at home", true, 3, 42);
	}

	/** What identifies a shipment. */
	public record Id(String customerId, String shipmentId) {
	}

	/** Where a shipment is. */
	public enum Status {

		/** Not yet sent. */
		PENDING,
		/** Sent. */
		SHIPPED

	}

	/** What is shipped. */
	public record Line(String sku, int quantity, BigDecimal price) {
	}

	/** Where it is shipped to. */
	public record Address(String street, String city, String zip, String country) {
	}

}
