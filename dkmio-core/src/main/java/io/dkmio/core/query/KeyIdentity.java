package io.dkmio.core.query;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Key attributes as DynamoDB tells them apart: numbers are the same if their values are,
 * however they are written.
 */
final class KeyIdentity {

	private KeyIdentity() {
	}

	/**
	 * An object that equals that of the same key.
	 */
	static Map<String, Object> of(Map<String, AttributeValue> key) {
		Map<String, Object> identity = new HashMap<>();
		key.forEach((name, value) -> identity.put(name, Objects.requireNonNull(of(value))));
		return identity;
	}

	private static @Nullable Object of(@Nullable AttributeValue value) {
		return (value != null && value.n() != null) ? new BigDecimal(value.n()).stripTrailingZeros() : value;
	}

	/**
	 * Whether one has all attributes of the other, with the same values.
	 */
	static boolean contains(Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
		return other.entrySet()
			.stream()
			.allMatch((entry) -> Objects.equals(of(entry.getValue()), of(one.get(entry.getKey()))));
	}

}
