package io.dkmio.core.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.AttributeType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.dkmio.core.expression.Conditions.attribute;
import static io.dkmio.core.expression.Conditions.not;
import static io.dkmio.core.expression.Conditions.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConditionUnitTests {

	private static final Condition A = attribute("a").eq(1);

	private static final Condition B = attribute("b").eq(2);

	private static final Condition C = attribute("c").eq(3);

	@Test
	void describesItselfWithoutValues() {
		assertThat(attribute("a").eq("secret")).hasToString("a = ?");
		assertThat(attribute("a").ne(1)).hasToString("a <> ?");
		assertThat(attribute("a").gt(1)).hasToString("a > ?");
		assertThat(attribute("a").gte(1)).hasToString("a >= ?");
		assertThat(attribute("a").lt(1)).hasToString("a < ?");
		assertThat(attribute("a").lte(attribute("b"))).hasToString("a <= b");
		assertThat(attribute("a").between(1, 2)).hasToString("a BETWEEN ? AND ?");
		assertThat(attribute("a").in(1, 2)).hasToString("a IN (?, ?)");
		assertThat(attribute("a").beginsWith("x")).hasToString("begins_with(a, ?)");
		assertThat(attribute("a").contains(attribute("b.c"))).hasToString("contains(a, b.c)");
		assertThat(attribute("a").exists()).hasToString("attribute_exists(a)");
		assertThat(attribute("a").notExists()).hasToString("attribute_not_exists(a)");
		assertThat(attribute("a").type(AttributeType.NS)).hasToString("attribute_type(a, NS)");
		assertThat(size("a").gt(3)).hasToString("size(a) > ?");
		assertThat(attribute("a").size().eq(attribute("b").size())).hasToString("size(a) = size(b)");
		assertThat(attribute("a").eq(Operand.parameter(4))).hasToString("a = ?4");
		assertThat(Condition.never()).hasToString("NEVER");
	}

	@Test
	void writesParenthesesOnlyWherePrecedenceNeedsThem() {
		assertThat(A.and(B).or(C)).hasToString("a = ? AND b = ? OR c = ?");
		assertThat(A.or(B).and(C)).hasToString("(a = ? OR b = ?) AND c = ?");
		assertThat(A.and(B.or(C))).hasToString("a = ? AND (b = ? OR c = ?)");
		assertThat(A.or(B.and(C))).hasToString("a = ? OR b = ? AND c = ?");
		assertThat(A.and(B.and(C))).hasToString("a = ? AND b = ? AND c = ?");
		assertThat(A.or(B).or(C)).hasToString("a = ? OR b = ? OR c = ?");
		assertThat(A.not()).hasToString("NOT a = ?");
		assertThat(A.not().and(B)).hasToString("NOT a = ? AND b = ?");
		assertThat(A.and(B).not()).hasToString("NOT (a = ? AND b = ?)");
		assertThat(not(A.or(B)).or(C)).hasToString("NOT (a = ? OR b = ?) OR c = ?");
		assertThat(A.or(B).and(C).not()).hasToString("NOT ((a = ? OR b = ?) AND c = ?)");
	}

	@Test
	void foldsConstantsAndDoubleNegations() {
		assertThat(A.not().not()).isEqualTo(A);
		assertThat(A.and(Condition.always())).isEqualTo(A);
		assertThat(A.and(Condition.never()).isNever()).isTrue();
		assertThat(A.or(Condition.never())).isEqualTo(A);
		assertThat(A.or(Condition.always()).isAlways()).isTrue();
		assertThat(Condition.never().not().isAlways()).isTrue();
		assertThat(Condition.allOf(List.of()).isAlways()).isTrue();
		assertThat(Condition.anyOf(List.of()).isNever()).isTrue();
		assertThat(A.and(A)).isEqualTo(A);
	}

	@Test
	void doesNotPushNegationsDown() {
		assertThat(attribute("a").lt(1).not()).hasToString("NOT a < ?");
		assertThat(attribute("a").exists().not()).hasToString("NOT attribute_exists(a)");
	}

	@Test
	void takesNullForMissingOrExplicitNull() {
		assertThat(attribute("a").eq(null)).isEqualTo(attribute("a").isNull())
			.hasToString("attribute_not_exists(a) OR attribute_type(a, NULL)");
		assertThat(attribute("a").ne(null)).isEqualTo(attribute("a").isNotNull())
			.hasToString("attribute_exists(a) AND NOT attribute_type(a, NULL)");
		assertThat(attribute("a").in(1, null))
			.hasToString("a IN (?) OR attribute_not_exists(a) OR attribute_type(a, NULL)");
		assertThat(attribute("a").in(Arrays.asList((Object) null))).isEqualTo(attribute("a").isNull());
	}

	@Test
	void selectsNothingWithoutCandidates() {
		assertThat(attribute("a").in(List.of()).isNever()).isTrue();
		assertThat(attribute("a").in(Set.of()).not().isAlways()).isTrue();
		assertThat(attribute("a").in().isNever()).isTrue();
	}

	@Test
	void namesItsPaths() {
		assertThat(attribute("a.b").eq(attribute("c")).and(size("d").gt(1).or(attribute("e").exists())).paths())
			.extracting(AttributePath::toString)
			.containsExactly("a.b", "c", "d", "e");
	}

	@Test
	void refusesNullWhereItMeansNothing() {
		refused(() -> attribute("a").gt(null),
				"Condition '>' on 'a' needs a value, and got null. Use isNull or isNotNull, or leave the condition out");
		refused(() -> attribute("a").between(1, null),
				"Condition 'between' on 'a' needs a value, and got null. Use isNull or isNotNull, or leave the condition out");
		refused(() -> size("a").eq(null),
				"'size(a)' is a number and cannot be compared with null. Use isNull or notExists on the attribute");
	}

	@Test
	void refusesAnAttributeComparedWithItself() {
		refused(() -> attribute("a.b").eq(attribute("a.b")),
				"Condition '=' compares 'a.b' with itself, which DynamoDB refuses. Compare it with another attribute or with a value");
		refused(() -> attribute("a").contains(attribute("a")),
				"Condition 'contains' compares 'a' with itself, which DynamoDB refuses. Compare it with another attribute or with a value");
		refused(() -> attribute("a").in(1, attribute("a")),
				"Condition 'IN' compares 'a' with itself, which DynamoDB refuses. Compare it with another attribute or with a value");
	}

	@Test
	void refusesValuesWithoutOrder() {
		refused(() -> attribute("a").lt(true),
				"Attribute 'a' cannot be compared by order with a value of type Boolean: only strings, numbers and binary data have an order. Use eq, ne or in");
		refused(() -> attribute("a").gte(AttributeValue.fromNs(List.of("1"))),
				"Attribute 'a' cannot be compared by order with a value of type NS: only strings, numbers and binary data have an order. Use eq, ne or in");
		refused(() -> attribute("a").between(List.of(), 1),
				"Attribute 'a' cannot be compared by order with a value of type ImmutableCollections.ListN: only strings, numbers and binary data have an order. Use eq, ne or in");
	}

	@Test
	void refusesPrefixesThatAreNone() {
		refused(() -> attribute("a").beginsWith(12),
				"Attribute 'a' cannot begin with a value of type Integer: only strings and binary data have prefixes. Use gte, lt or between for a range");
		refused(() -> attribute("a").beginsWith(AttributeValue.fromN("1")),
				"Attribute 'a' cannot begin with a value of type N: only strings and binary data have prefixes. Use gte, lt or between for a range");
		String empty = "The prefix of attribute 'a' is empty, so it selects nothing. Leave the condition out, or test the type";
		refused(() -> attribute("a").beginsWith(""), empty);
		refused(() -> attribute("a").beginsWith(new byte[0]), empty);
		refused(() -> attribute("a").beginsWith(AttributeValue.fromS("")), empty);
	}

	@Test
	void refusesSizesThatAreNoNumbers() {
		refused(() -> size("a").eq("x"),
				"The size of attribute 'a' is a number and cannot be compared with a value of type String");
	}

	@Test
	void refusesEmptySetsAndBoundsOfDifferentTypes() {
		refused(() -> attribute("a").eq(AttributeValue.fromSs(List.of())),
				"Attribute 'a' cannot be compared with, or set to, an empty set of type SS: DynamoDB has none. Test with notExists, and remove the attribute instead of setting it");
		Condition mixed = attribute("a").between("x", 1);
		refused(() -> mixed.resolve(PathResolver.identity(), SimpleEncoder.INSTANCE),
				"The bounds of attribute 'a' differ in type: the lower one is of type S, the upper one of type N");
	}

	@Test
	void selectsNothingBetweenReversedBounds() {
		assertThat(resolve(attribute("a").between(2, 1)).isNever()).isTrue();
		assertThat(resolve(attribute("a").between(10, 9)).isNever()).isTrue();
		assertThat(resolve(attribute("a").between("\uFFFF", "\uD800\uDC00")).isNever()).isFalse();
		assertThat(resolve(attribute("a").between(1, 1)).isNever()).isFalse();
		assertThat(resolve(attribute("a").between(attribute("b"), 1)).isNever()).isFalse();
	}

	@Test
	void bindsParametersToValuesOnly() {
		Condition condition = attribute("a").eq(Operand.parameter(0))
			.and(attribute("b").in(Operand.elementsOfParameter(1)))
			.and(size("c").lt(Operand.parameter(2)));
		assertThat(condition).hasToString("a = ?0 AND b IN (?1) AND size(c) < ?2");
		assertThat(condition.bind(List.of("x", List.of(1, 2), 3)))
			.isEqualTo(attribute("a").eq("x").and(attribute("b").in(1, 2)).and(size("c").lt(3)));
		assertThat(condition.bind(Arrays.asList(null, new int[] { 4 }, 3)))
			.hasToString("(attribute_not_exists(a) OR attribute_type(a, NULL)) AND b IN (?) AND size(c) < ?");
		assertThat(condition.bind(Arrays.asList("x", Set.of(), 3)).isNever()).isTrue();
	}

	@Test
	void refusesArgumentsThatDoNotFit() {
		Condition condition = attribute("a").gt(Operand.parameter(1));
		refused(() -> condition.bind(List.of("x")), "Parameter 1 of the expression has no argument: only 1 were given");
		refused(() -> condition.bind(Arrays.asList("x", null)),
				"The argument of parameter 1, used for attribute 'a', is null. Only eq, ne and in take a null; an update removes with remove");
		refused(() -> attribute("a").in(Operand.elementsOfParameter(0)).bind(List.of("x")),
				"The argument of parameter 0, used for attribute 'a', must be a collection or an array, not a java.lang.String");
		refused(() -> attribute("a").eq(Operand.elementsOfParameter(0)),
				"Condition '=' on 'a' takes one value, not the elements of a parameter. Use in, or a plain parameter");
		ConditionEvaluator evaluator = ConditionEvaluator.of(condition, PathResolver.identity(),
				SimpleEncoder.INSTANCE);
		refused(() -> evaluator.test(Map.of("a", AttributeValue.fromN("1"))),
				"Parameter '?1' has no value: bind the condition before it is evaluated");
	}

	private static Condition resolve(Condition condition) {
		return condition.resolve(PathResolver.identity(), SimpleEncoder.INSTANCE);
	}

	private static void refused(ThrowingCallable call, String message) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call).withMessage(message);
	}

}
