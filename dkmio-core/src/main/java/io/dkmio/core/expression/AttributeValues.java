package io.dkmio.core.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How DynamoDB compares, measures and searches values.
 */
final class AttributeValues {

	private AttributeValues() {
	}

	static AttributeType typeOf(AttributeValue value) {
		return switch (value.type()) {
			case S -> AttributeType.S;
			case N -> AttributeType.N;
			case B -> AttributeType.B;
			case BOOL -> AttributeType.BOOL;
			case NUL -> AttributeType.NULL;
			case M -> AttributeType.M;
			case L -> AttributeType.L;
			case SS -> AttributeType.SS;
			case NS -> AttributeType.NS;
			case BS -> AttributeType.BS;
			case UNKNOWN_TO_SDK_VERSION ->
				throw new IllegalArgumentException("The attribute value has no type known here");
		};
	}

	/**
	 * The order of two strings, numbers or binary values; empty for any other pair.
	 */
	static OptionalInt compare(AttributeValue left, AttributeValue right) {
		AttributeType type = typeOf(left);
		if (type != typeOf(right)) {
			return OptionalInt.empty();
		}
		return switch (type) {
			case S -> OptionalInt.of(compareText(left.s(), right.s()));
			case N -> OptionalInt.of(new BigDecimal(left.n()).compareTo(new BigDecimal(right.n())));
			case B ->
				OptionalInt.of(Arrays.compareUnsigned(left.b().asByteArrayUnsafe(), right.b().asByteArrayUnsafe()));
			default -> OptionalInt.empty();
		};
	}

	private static int compareText(String left, String right) {
		return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Whether values are equal: numbers by value, sets whatever their order, lists and
	 * maps by their elements.
	 */
	static boolean equal(AttributeValue left, AttributeValue right) {
		AttributeType type = typeOf(left);
		if (type != typeOf(right)) {
			return false;
		}
		return switch (type) {
			case N -> number(left.n()).compareTo(number(right.n())) == 0;
			case NS -> numbers(left).equals(numbers(right));
			case SS -> new HashSet<>(left.ss()).equals(new HashSet<>(right.ss()));
			case BS -> new HashSet<>(left.bs()).equals(new HashSet<>(right.bs()));
			case L -> equalLists(left.l(), right.l());
			case M -> equalMaps(left.m(), right.m());
			default -> left.equals(right);
		};
	}

	private static boolean equalLists(List<AttributeValue> left, List<AttributeValue> right) {
		if (left.size() != right.size()) {
			return false;
		}
		for (int i = 0; i < left.size(); i++) {
			if (!equal(left.get(i), right.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean equalMaps(Map<String, AttributeValue> left, Map<String, AttributeValue> right) {
		if (!left.keySet().equals(right.keySet())) {
			return false;
		}
		for (Map.Entry<String, AttributeValue> entry : left.entrySet()) {
			AttributeValue other = right.get(entry.getKey());
			if (other == null || !equal(entry.getValue(), other)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The size, empty for what has none. A string's is counted in UTF-16 units, as by
	 * DynamoDB Local.
	 */
	static OptionalInt size(AttributeValue value) {
		return switch (typeOf(value)) {
			case S -> OptionalInt.of(value.s().length());
			case B -> OptionalInt.of(value.b().asByteArrayUnsafe().length);
			case L -> OptionalInt.of(value.l().size());
			case M -> OptionalInt.of(value.m().size());
			case SS -> OptionalInt.of(value.ss().size());
			case NS -> OptionalInt.of(value.ns().size());
			case BS -> OptionalInt.of(value.bs().size());
			case N, BOOL, NULL -> OptionalInt.empty();
		};
	}

	static boolean contains(AttributeValue container, AttributeValue part) {
		AttributeType type = typeOf(part);
		return switch (typeOf(container)) {
			case S -> type == AttributeType.S && container.s().contains(part.s());
			case B ->
				type == AttributeType.B && contains(container.b().asByteArrayUnsafe(), part.b().asByteArrayUnsafe());
			case SS -> type == AttributeType.S && container.ss().contains(part.s());
			case NS -> type == AttributeType.N && numbers(container).contains(number(part.n()));
			case BS -> type == AttributeType.B && container.bs().contains(part.b());
			case L -> container.l().stream().anyMatch((element) -> equal(element, part));
			case M, N, BOOL, NULL -> false;
		};
	}

	private static boolean contains(byte[] bytes, byte[] part) {
		for (int i = 0; i + part.length <= bytes.length; i++) {
			if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
				return true;
			}
		}
		return false;
	}

	static boolean beginsWith(AttributeValue value, AttributeValue prefix) {
		AttributeType type = typeOf(value);
		if (type != typeOf(prefix)) {
			return false;
		}
		if (type == AttributeType.S) {
			return value.s().startsWith(prefix.s());
		}
		if (type != AttributeType.B) {
			return false;
		}
		byte[] bytes = value.b().asByteArrayUnsafe();
		byte[] start = prefix.b().asByteArrayUnsafe();
		return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
	}

	/**
	 * Joins scalars to a set without duplicates, {@code null} if they are not all
	 * strings, all numbers or all binary.
	 */
	static @Nullable AttributeValue set(List<AttributeValue> members) {
		Set<AttributeType> types = new HashSet<>();
		members.forEach((member) -> types.add(typeOf(member)));
		if (types.size() != 1) {
			return null;
		}
		return switch (types.iterator().next()) {
			case S -> AttributeValue.fromSs(distinct(members, AttributeValue::s, Function.identity()));
			case N -> AttributeValue.fromNs(distinct(members, AttributeValue::n, AttributeValues::number));
			case B -> AttributeValue.fromBs(distinct(members, AttributeValue::b, Function.identity()));
			default -> null;
		};
	}

	private static <T, K> List<T> distinct(List<AttributeValue> members, Function<AttributeValue, T> value,
			Function<T, K> key) {
		Set<K> keys = new HashSet<>();
		return members.stream().map(value).filter((member) -> keys.add(key.apply(member))).toList();
	}

	private static Set<BigDecimal> numbers(AttributeValue set) {
		Set<BigDecimal> numbers = new HashSet<>();
		set.ns().forEach((text) -> numbers.add(number(text)));
		return numbers;
	}

	private static BigDecimal number(String text) {
		return new BigDecimal(text).stripTrailingZeros();
	}

}
