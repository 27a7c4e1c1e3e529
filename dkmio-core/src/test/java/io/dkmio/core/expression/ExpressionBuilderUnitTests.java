package io.dkmio.core.expression;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.dkmio.AttributeType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.dkmio.core.expression.Conditions.attribute;
import static io.dkmio.core.expression.Conditions.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExpressionBuilderUnitTests {

	private final ExpressionBuilder builder = new ExpressionBuilder(PathResolver.identity(), SimpleEncoder.INSTANCE);

	@Test
	void rendersEveryKindOfCondition() {
		assertThat(render(attribute("a").eq("x"))).isEqualTo("#n0 = :v0");
		assertThat(render(attribute("a").ne(attribute("b")))).isEqualTo("#n0 <> #n1");
		assertThat(render(attribute("b").between(1, 2))).isEqualTo("#n1 BETWEEN :v1 AND :v2");
		assertThat(render(attribute("a").in(3, attribute("b"), 4))).isEqualTo("#n0 IN (:v3, #n1, :v4)");
		assertThat(render(attribute("a").beginsWith("y"))).isEqualTo("begins_with(#n0, :v5)");
		assertThat(render(attribute("a").contains("z"))).isEqualTo("contains(#n0, :v6)");
		assertThat(render(attribute("a").exists())).isEqualTo("attribute_exists(#n0)");
		assertThat(render(attribute("a").notExists())).isEqualTo("attribute_not_exists(#n0)");
		assertThat(render(attribute("a").type(AttributeType.BOOL))).isEqualTo("attribute_type(#n0, :v7)");
		assertThat(render(size("a").lte(5))).isEqualTo("size(#n0) <= :v8");
		assertThat(this.builder.names()).isEqualTo(Map.of("#n0", "a", "#n1", "b"));
		assertThat(this.builder.values()).hasSize(9)
			.containsEntry(":v0", AttributeValue.fromS("x"))
			.containsEntry(":v7", AttributeValue.fromS("BOOL"))
			.containsEntry(":v8", AttributeValue.fromN("5"));
	}

	@Test
	void rendersNestedPathsNameByName() {
		assertThat(render(attribute("a.b[0].`x.y`").eq(1))).isEqualTo("#n0.#n1[0].#n2 = :v0");
		assertThat(render(attribute("b.a[1][2]").exists())).isEqualTo("attribute_exists(#n1.#n0[1][2])");
		assertThat(this.builder.names()).isEqualTo(Map.of("#n0", "a", "#n1", "b", "#n2", "x.y"));
	}

	@Test
	void rendersJunctionsWithoutRedundantParentheses() {
		Condition a = attribute("a").eq(1);
		Condition b = attribute("b").eq(2);
		assertThat(render(a.or(b).and(a.and(b).not()).and(a.not())))
			.isEqualTo("(#n0 = :v0 OR #n1 = :v1) AND NOT (#n0 = :v2 AND #n1 = :v3) AND NOT #n0 = :v4");
	}

	@Test
	void sharesAPlaceholderOnlyForTheSameValueObject() {
		AttributeValue value = AttributeValue.fromN("1");
		assertThat(render(attribute("a").eq(value).or(attribute("b").eq(value)))).isEqualTo("#n0 = :v0 OR #n1 = :v0");
		assertThat(render(attribute("a").eq(AttributeValue.fromN("1")))).isEqualTo("#n0 = :v1");
	}

	@Test
	void neverPutsNamesOrValuesIntoTheText() {
		assertThat(render(attribute(AttributePath.of("x OR attribute_exists(y)")).eq("' OR :v1")))
			.isEqualTo("#n0 = :v0");
	}

	@Test
	void signalsThatNothingOrEverythingIsSelected() {
		RenderedCondition never = this.builder.condition(attribute("a").in(List.of()));
		assertThat(never.isNever()).isTrue();
		assertThat(never.text()).isNull();
		RenderedCondition reversed = this.builder.condition(attribute("a").between(2, 1).and(attribute("b").eq(1)));
		assertThat(reversed.isNever()).isTrue();
		RenderedCondition always = this.builder.condition(attribute("a").in(List.of()).not());
		assertThat(always.isNever()).isFalse();
		assertThat(always.text()).isNull();
		assertThat(this.builder.names()).isEmpty();
		assertThat(this.builder.values()).isEmpty();
	}

	@Test
	void splitsLongListsOfCandidates() {
		String text = render(attribute("a").in(IntStream.range(0, 250).boxed().toList()).and(attribute("b").eq(1)));
		assertThat(text).startsWith("(#n0 IN (:v0, ")
			.contains(":v99) OR #n0 IN (:v100, ")
			.contains(":v199) OR #n0 IN (:v200, ")
			.endsWith(":v249)) AND #n1 = :v250");
	}

	@Test
	void countsACandidateGivenTwiceOnce() {
		assertThat(render(attribute("a").in(1, 1, 2))).isEqualTo("#n0 IN (:v0, :v1)");
	}

	@Test
	void acceptsThreeHundredOperatorsAndRefusesMore() {
		AttributeValue value = AttributeValue.fromN("1");
		Condition most = Condition.anyOf(differing(150, value));
		assertThat(render(most)).contains(" OR ");
		assertThat(render(most.not())).startsWith("NOT (");
		refused(() -> render(Condition.anyOf(differing(151, value))),
				"The condition is made of 301 operators and functions; DynamoDB allows 300. Use fewer conditions or values, or several requests");
		refused(() -> render(attribute("c").in(IntStream.range(0, 700).boxed().toList())),
				"The condition is 4865 bytes long; DynamoDB allows 4096 bytes. Use fewer conditions or values, or several requests");
	}

	private static List<Condition> differing(int count, AttributeValue value) {
		return IntStream.range(0, count)
			.<Condition>mapToObj((i) -> attribute(AttributePath.of("l").index(i)).eq(value))
			.toList();
	}

	@Test
	void rendersProjections() {
		assertThat(this.builder.projection(paths("a", "b.c", "b.d[0]"))).isEqualTo("#n0, #n1.#n2, #n1.#n3[0]");
	}

	@Test
	void refusesOverlappingProjections() {
		refused(() -> this.builder.projection(paths("a.b", "a")),
				"The projection names 'a.b' and 'a', of which one lies inside the other. Name only one of them");
		refused(() -> this.builder.projection(paths("a", "a")), "The projection names 'a' twice. Name it once");
		refused(() -> this.builder.projection(paths("a.b", "a[0]")),
				"The projection names 'a.b' and 'a[0]', of which one takes for a map what the other takes for a list. Name only one of them");
	}

	@Test
	void resolvesPropertiesAndEncodesForTheWrittenPath() {
		ExpressionBuilder mapped = new ExpressionBuilder((path) -> AttributePath.of(path.root() + "_stored"),
				(path, value) -> AttributeValue.fromS(path + "=" + value));
		assertThat(mapped.condition(attribute("status").eq("x")).text()).isEqualTo("#n0 = :v0");
		assertThat(mapped.names()).isEqualTo(Map.of("#n0", "status_stored"));
		assertThat(mapped.values()).isEqualTo(Map.of(":v0", AttributeValue.fromS("status=x")));
	}

	@Test
	void refusesWhatIsEncodedToTheWrongType() {
		ExpressionBuilder mapped = new ExpressionBuilder(PathResolver.identity(),
				(path, value) -> AttributeValue.fromL(Collections.emptyList()));
		refused(() -> mapped.condition(attribute("a").gt("x")),
				"Attribute 'a' cannot be compared by order with a value of type L: only strings, numbers and binary data have an order. Use eq, ne or in");
	}

	@Test
	void refusesParametersWithoutArguments() {
		this.builder.condition(attribute("a").eq(Operand.parameter(2)));
		refused(this.builder::values,
				"Parameter '?2', used for attribute 'a', has no value: bind the condition before it is rendered, or prepare the expressions");
	}

	private String render(Condition condition) {
		return this.builder.condition(condition).text();
	}

	private static List<AttributePath> paths(String... paths) {
		return List.of(paths).stream().map(AttributePath::parse).toList();
	}

	private static void refused(ThrowingCallable call, String message) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call).withMessage(message);
	}

}
