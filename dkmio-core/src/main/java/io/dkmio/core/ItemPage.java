package io.dkmio.core;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * What one request brought.
 *
 * @param items the items, none if they were only counted
 * @param end where it ended, empty at the end of what was asked for
 * @param count how many items met the filter
 * @param scanned how many items were evaluated
 * @param capacity what it cost
 */
record ItemPage(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> end, int count, int scanned,
		double capacity) {

	static final ItemPage EMPTY = new ItemPage(List.of(), Map.of(), 0, 0, 0);

	static ItemPage of(QueryResponse response) {
		return new ItemPage(response.items(), response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of(),
				zeroIfNull(response.count()), zeroIfNull(response.scannedCount()),
				capacity(response.consumedCapacity()));
	}

	static ItemPage of(ScanResponse response) {
		return new ItemPage(response.items(), response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of(),
				zeroIfNull(response.count()), zeroIfNull(response.scannedCount()),
				capacity(response.consumedCapacity()));
	}

	ItemPage withItems(List<Map<String, AttributeValue>> items) {
		return new ItemPage(items, this.end, this.count, this.scanned, this.capacity);
	}

	static int zeroIfNull(@Nullable Integer number) {
		return (number != null) ? number : 0;
	}

	static double capacity(@Nullable ConsumedCapacity consumed) {
		return (consumed != null) ? Objects.requireNonNullElse(consumed.capacityUnits(), 0.0) : 0;
	}

}
