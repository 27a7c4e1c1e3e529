package io.dkmio.core.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * The answer to one request.
 *
 * @param items the items
 * @param end where to go on, empty if there is no more
 * @param count how many items there are, also if they are only counted
 * @param scanned how many items were evaluated
 * @param capacity what it cost
 */
record Page(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> end, int count, int scanned,
		double capacity) {

	static Page of(QueryResponse response) {
		return new Page(response.items(), response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of(),
				orZero(response.count()), orZero(response.scannedCount()), capacity(response.consumedCapacity()));
	}

	static Page of(ScanResponse response) {
		return new Page(response.items(), response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of(),
				orZero(response.count()), orZero(response.scannedCount()), capacity(response.consumedCapacity()));
	}

	private static int orZero(@Nullable Integer number) {
		return Objects.requireNonNullElse(number, 0);
	}

	private static double capacity(@Nullable ConsumedCapacity consumed) {
		return (consumed != null) ? Objects.requireNonNullElse(consumed.capacityUnits(), 0.0) : 0;
	}

}
