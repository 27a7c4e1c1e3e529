package io.dkmio.core.expression;

import java.util.List;

import io.dkmio.AttributeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConditionParser}.
 */
class ConditionParserUnitTests {

	private static final ConditionParser PARSER = new ConditionParser(
			List.of(new ConditionParser.Parameter("a", 0, false), new ConditionParser.Parameter("b", 1, false),
					new ConditionParser.Parameter("list", 2, true)));

	private static final Operand A = Operand.parameter(0);

	private static final Operand B = Operand.parameter(1);

	private static void parses(String text, Condition condition) {
		assertThat(PARSER.parse(text)).isEqualTo(condition);
	}

	@Test
	void readsComparisons() {
		parses("x = :a", attribute("x").eq(A));
		parses("x<>:a", attribute("x").ne(A));
		parses("x < :a", attribute("x").lt(A));
		parses("x <= :a", attribute("x").lte(A));
		parses("x > :a", attribute("x").gt(A));
		parses("x>=:a", attribute("x").gte(A));
		parses("x = y.z", attribute("x").eq(attribute("y.z")));
	}

	@Test
	void readsRangesAndCandidates() {
		parses("x BETWEEN :a AND :b", attribute("x").between(A, B));
		parses("x between :a and :b and y = :a", attribute("x").between(A, B).and(attribute("y").eq(A)));
		parses("x IN (:list)", attribute("x").in(Operand.elementsOfParameter(2)));
		parses("x IN (:a, :b)", attribute("x").in(A, B));
	}

	@Test
	void readsFunctions() {
		parses("begins_with(x, :a)", attribute("x").beginsWith(A));
		parses("contains(x.y, :a)", attribute("x.y").contains(A));
		parses("attribute_exists(x)", attribute("x").exists());
		parses("attribute_not_exists (x[0].y)", attribute("x[0].y").notExists());
		parses("attribute_type(x, ss)", attribute("x").type(AttributeType.SS));
		parses("size(x) > :a", attribute("x").size().gt(A));
		parses("size(x) BETWEEN :a AND size(y)", attribute("x").size().between(A, attribute("y").size()));
	}

	@Test
	void bindsNotBeforeAndBeforeOr() {
		Condition x = attribute("x").eq(A);
		Condition y = attribute("y").eq(A);
		Condition z = attribute("z").eq(A);
		parses("x = :a OR y = :a AND z = :a", x.or(y.and(z)));
		parses("(x = :a OR y = :a) AND z = :a", x.or(y).and(z));
		parses("NOT x = :a AND y = :a", x.not().and(y));
		parses("NOT (x = :a OR y = :a)", x.or(y).not());
		parses("((x = :a))", x);
		parses("NOT NOT x = :a", x);
	}

	@Test
	void readsQuotedNames() {
		parses("`and` = :a", attribute("`and`").eq(A));
		parses("`a.b (c)`.d = :a", attribute("`a.b (c)`.d").eq(A));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					''                     | 0 an attribute was expected
					x                      | 1 an operator (=, <>, <, <=, >, >=, BETWEEN or IN) was expected
					x = 5                  | 4 '5' was not expected. Values are parameters, such as :name, and names with special characters go in backticks
					x = :c                 | 4 there is no parameter ':c'; there are :a, :b, :list
					x = :                  | 4 a name was expected after ':'
					:a = x                 | 0 an attribute was expected
					x = :a y = :b          | 7 AND, OR or the end was expected
					(x = :a                | 7 ')' was expected
					x BETWEEN :a OR :b     | 13 AND was expected
					x IN :list             | 5 '(' was expected
					upper(x, :a)           | 0 'upper' is no function; there are attribute_exists, attribute_not_exists, attribute_type, begins_with, contains and size
					attribute_type(x, T)   | 18 'T' is no attribute type; there are S, N, B, SS, NS, BS, BOOL, NULL, L and M
					`x = :a                | 0 the quoted name that starts here is not closed
					""")
	void refusesWhatIsNoCondition(String text, String problem) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> PARSER.parse(text))
			.withMessage("Condition '" + text + "' is not valid: at position " + problem
					+ ". Write conditions such as status = :status AND (size(lines) > :min OR begins_with(note, "
					+ ":start))");
	}

}
