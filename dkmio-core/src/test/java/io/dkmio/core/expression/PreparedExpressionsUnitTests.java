package io.dkmio.core.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PreparedExpressionsUnitTests {

	private static final ExpressionClauses QUERY = ExpressionClauses.none()
		.withKeyCondition(attribute("pk").eq(Operand.parameter(0))
			.and(attribute("sk").between(Operand.parameter(1), Operand.parameter(2))))
		.withFilter(attribute("total").gt(50))
		.withProjection(List.of(AttributePath.of("total"), AttributePath.of("status")));

	@Test
	void rendersOnceAndFillsInValues() {
		PreparedExpressions prepared = prepare(QUERY);
		assertThat(prepared.isShapeFixed()).isTrue();
		Expressions first = prepared.bind(List.of("p", "a", "b"));
		assertThat(first.isNever()).isFalse();
		assertThat(first.keyCondition()).isEqualTo("#n0 = :v0 AND #n1 BETWEEN :v1 AND :v2");
		assertThat(first.filter()).isEqualTo("#n2 > :v3");
		assertThat(first.condition()).isNull();
		assertThat(first.projection()).isEqualTo("#n2, #n3");
		assertThat(first.names()).isEqualTo(Map.of("#n0", "pk", "#n1", "sk", "#n2", "total", "#n3", "status"));
		assertThat(first.values()).isEqualTo(Map.of(":v0", AttributeValue.fromS("p"), ":v1", AttributeValue.fromS("a"),
				":v2", AttributeValue.fromS("b"), ":v3", AttributeValue.fromN("50")));
		Expressions second = prepared.bind(List.of("q", "a", "b"));
		assertThat(second.keyCondition()).isSameAs(first.keyCondition());
		assertThat(second.names()).isSameAs(first.names());
		assertThat(second.values()).containsEntry(":v0", AttributeValue.fromS("q"));
	}

	@Test
	void sameAsRenderingTheBoundClauses() {
		List<Object> arguments = List.of("p", "a", "b");
		assertThat(prepare(QUERY).bind(arguments))
			.isEqualTo(QUERY.bindConditions(arguments).render(PathResolver.identity(), SimpleEncoder.INSTANCE));
	}

	@Test
	void signalsReversedBounds() {
		assertThat(prepare(QUERY).bind(List.of("p", "b", "a")).isNever()).isTrue();
	}

	@Test
	void rendersAgainForANull() {
		PreparedExpressions prepared = prepare(
				ExpressionClauses.none().withFilter(attribute("a").eq(Operand.parameter(0))));
		assertThat(prepared.isShapeFixed()).isTrue();
		assertThat(prepared.bind(List.of("x")).filter()).isEqualTo("#n0 = :v0");
		assertThat(prepared.bind(Arrays.asList((Object) null)).filter())
			.isEqualTo("attribute_not_exists(#n0) OR attribute_type(#n0, :v0)");
	}

	@Test
	void rendersAgainForEveryNumberOfCandidates() {
		PreparedExpressions prepared = prepare(
				ExpressionClauses.none().withCondition(attribute("a").in(Operand.elementsOfParameter(0))));
		assertThat(prepared.isShapeFixed()).isFalse();
		assertThat(prepared.bind(List.of(List.of(1, 2))).condition()).isEqualTo("#n0 IN (:v0, :v1)");
		assertThat(prepared.bind(List.of(List.of(1))).condition()).isEqualTo("#n0 IN (:v0)");
		assertThat(prepared.bind(List.of(List.of())).isNever()).isTrue();
	}

	@Test
	void usesOnePlaceholderForAParameterUsedTwiceOnAPath() {
		Condition condition = attribute("a").lt(Operand.parameter(0)).or(attribute("a").gt(Operand.parameter(0)));
		Expressions bound = prepare(ExpressionClauses.none().withFilter(condition)).bind(List.of(1));
		assertThat(bound.values()).hasSize(2);
	}

	@Test
	void refusesArgumentsThatDoNotFit() {
		PreparedExpressions prepared = prepare(QUERY);
		refused(prepared, List.of("p", "a", 1),
				"The bounds of attribute 'sk' differ in type: the lower one is of type S, the upper one of type N");
		refused(prepared, List.of("p", true, "b"),
				"Attribute 'sk' cannot be compared by order with a value of type Boolean: only strings, numbers and binary data have an order. Use eq, ne or in");
		refused(prepared, Arrays.asList("p", null, "b"),
				"The argument of parameter 1, used for attribute 'sk', is null. Only eq, ne and in take a null; an update removes with remove");
		refused(prepared, List.of("p", "a"), "Parameter 2 of the expression has no argument: only 2 were given");
	}

	@Test
	void needsNoArgumentsWithoutParameters() {
		PreparedExpressions prepared = prepare(ExpressionClauses.none().withFilter(attribute("a").eq(1)));
		assertThat(prepared.bind(List.of()).values()).isEqualTo(Map.of(":v0", AttributeValue.fromN("1")));
	}

	@Test
	void showsNoValues() {
		assertThat(prepare(QUERY).bind(List.of("canary", "canary1", "canary2")).toString()).doesNotContain("canary")
			.isEqualTo("Expressions[never=false, keyCondition=#n0 = :v0 AND #n1 BETWEEN :v1 AND :v2, filter=#n2 > :v3,"
					+ " condition=null, update=null, projection=#n2, #n3, names={#n0=pk, #n1=sk, #n2=total, #n3=status},"
					+ " values=[:v0, :v1, :v2, :v3]]");
	}

	private static PreparedExpressions prepare(ExpressionClauses clauses) {
		return clauses.prepare(PathResolver.identity(), SimpleEncoder.INSTANCE);
	}

	private static void refused(PreparedExpressions prepared, List<Object> arguments, String message) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> prepared.bind(arguments))
			.withMessage(message);
	}

}
