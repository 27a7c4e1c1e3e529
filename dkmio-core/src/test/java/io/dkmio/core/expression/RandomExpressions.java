package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import io.dkmio.AttributeType;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static io.dkmio.core.expression.Conditions.attribute;

/**
 * Items, values and conditions from a seed, made of few names and few values, so that
 * they often meet.
 */
final class RandomExpressions {

	private static final List<String> STRINGS = List.of("", "a", "ab", "b", "aé", "\uFFFD", "\uD83D\uDE00", "10");

	private static final List<String> NUMBERS = List.of("0", "1", "1.0", "-1", "2", "10", "1e1", "0.1", "3");

	private static final List<String> NAMES = List.of("p", "q", "r", "size", "x.y");

	private final SplittableRandom random;

	RandomExpressions(long seed) {
		this.random = new SplittableRandom(seed);
	}

	int below(int bound) {
		return this.random.nextInt(bound);
	}

	<T> T oneOf(List<T> choices) {
		return choices.get(below(choices.size()));
	}

	Map<String, AttributeValue> item(int id) {
		Map<String, AttributeValue> item = new LinkedHashMap<>();
		item.put("id", AttributeValue.fromN(Integer.toString(id)));
		for (String name : NAMES) {
			if (below(4) != 0) {
				item.put(name, value(2));
			}
		}
		return item;
	}

	AttributeValue value(int depth) {
		return switch (below((depth > 0) ? 13 : 8)) {
			case 0, 1, 2 -> AttributeValue.fromS(oneOf(STRINGS));
			case 3, 4, 5 -> AttributeValue.fromN(oneOf(NUMBERS));
			case 6 -> bytes();
			case 7 -> (below(2) == 0) ? AttributeValue.fromNul(true) : AttributeValue.fromBool(below(2) == 0);
			case 8 -> set();
			case 9, 10 -> AttributeValue.fromL(some(() -> value(depth - 1)));
			default -> map(depth - 1);
		};
	}

	private AttributeValue bytes() {
		byte[] bytes = new byte[below(3)];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) oneOf(List.of(1, 127, 128, 255)).intValue();
		}
		return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
	}

	AttributeValue set() {
		List<AttributeValue> members = switch (below(3)) {
			case 0 -> some(() -> AttributeValue.fromS(oneOf(STRINGS)));
			case 1 -> some(() -> AttributeValue.fromN(oneOf(NUMBERS)));
			default -> some(this::bytes);
		};
		return members.isEmpty() ? set() : AttributeValues.set(members);
	}

	private AttributeValue map(int depth) {
		Map<String, AttributeValue> entries = new LinkedHashMap<>();
		some(() -> oneOf(NAMES)).forEach((name) -> entries.put(name, value(depth)));
		return AttributeValue.fromM(entries);
	}

	private <T> List<T> some(Supplier<T> supplier) {
		List<T> values = new ArrayList<>();
		for (int i = below(4); i > 0; i--) {
			values.add(supplier.get());
		}
		return values;
	}

	AttributePath path() {
		AttributePath path = AttributePath.of(oneOf(NAMES));
		for (int i = below(6) - 3; i > 0; i--) {
			path = (below(2) == 0) ? path.index(below(3)) : path.child(oneOf(NAMES));
		}
		return path;
	}

	Condition condition(int depth) {
		if (depth == 0 || below(3) == 0) {
			return leaf();
		}
		return switch (below(3)) {
			case 0 -> condition(depth - 1).not();
			case 1 -> Condition.allOf(conditions(depth - 1));
			default -> Condition.anyOf(conditions(depth - 1));
		};
	}

	private List<Condition> conditions(int depth) {
		List<Condition> conditions = new ArrayList<>();
		for (int i = 1 + below(3); i > 0; i--) {
			conditions.add(condition(depth));
		}
		return conditions;
	}

	private Condition leaf() {
		AttributeCriteria attribute = attribute(path());
		return switch (below(11)) {
			case 0 -> attribute.eq(operand(attribute, value(2)));
			case 1 -> attribute.ne(operand(attribute, value(1)));
			case 2 -> ordered(attribute, operand(attribute, scalar()));
			case 3 -> between(attribute);
			case 4 -> attribute.in(some(() -> operand(attribute, value(1))));
			case 5 -> attribute
				.beginsWith(operand(attribute, (below(2) == 0) ? AttributeValue.fromS(oneOf(STRINGS.subList(1, 8)))
						: AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] { 1 }))));
			case 6 -> attribute.contains(operand(attribute, value(1)));
			case 7 -> (below(2) == 0) ? attribute.exists() : attribute.notExists();
			case 8 -> attribute.type(oneOf(List.of(AttributeType.values())));
			case 9 -> (below(2) == 0) ? attribute.eq(null) : attribute.ne(null);
			default -> size(attribute.size());
		};
	}

	private Condition ordered(Criteria left, Object right) {
		return switch (below(4)) {
			case 0 -> left.lt(right);
			case 1 -> left.lte(right);
			case 2 -> left.gt(right);
			default -> left.gte(right);
		};
	}

	private Condition size(SizeCriteria size) {
		Object right = switch (below(4)) {
			case 0 -> size(size, attribute(path()).size());
			case 1 -> attribute(path());
			default -> below(4);
		};
		return switch (below(4)) {
			case 0 -> size.eq(right);
			case 1 -> size.ne(right);
			case 2 -> size.in(right, 3);
			default -> ordered(size, right);
		};
	}

	private Object size(SizeCriteria left, SizeCriteria right) {
		return left.operand().equals(right.operand()) ? 2 : right;
	}

	private Condition between(AttributeCriteria attribute) {
		if (below(2) == 0) {
			return attribute.between(operand(attribute, scalar()),
					operand(attribute, attribute(AttributePath.of("id"))));
		}
		return (below(2) == 0)
				? attribute.between(AttributeValue.fromN(oneOf(NUMBERS)), AttributeValue.fromN(oneOf(NUMBERS)))
				: attribute.between(AttributeValue.fromS(oneOf(STRINGS)), AttributeValue.fromS(oneOf(STRINGS)));
	}

	private AttributeValue scalar() {
		return switch (below(5)) {
			case 0, 1 -> AttributeValue.fromS(oneOf(STRINGS));
			case 2, 3 -> AttributeValue.fromN(oneOf(NUMBERS));
			default -> bytes();
		};
	}

	private Object operand(AttributeCriteria left, Object value) {
		AttributePath other = path();
		return (below(4) == 0 && !other.equals(left.path())) ? attribute(other) : value;
	}

}
