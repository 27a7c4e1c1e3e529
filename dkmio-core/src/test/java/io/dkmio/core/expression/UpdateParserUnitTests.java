package io.dkmio.core.expression;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link UpdateParser}.
 */
class UpdateParserUnitTests {

	private static final String EXAMPLE = ". Write updates such as SET status = :status, total = total + :amount REMOVE "
			+ "note ADD visits :one";

	private final UpdateParser parser = new UpdateParser(List.of(new ConditionParser.Parameter("one", 0, false),
			new ConditionParser.Parameter("two", 1, false), new ConditionParser.Parameter("many", 2, true)));

	@Test
	void readsAssignments() {
		assertThat(this.parser.parse("SET status = :one, a.b[0].`c d`=:two, other = total")).isEqualTo(Update.empty()
			.set("status", Operand.parameter(0))
			.set("a.b[0].`c d`", Operand.parameter(1))
			.set("other", attribute("total")));
	}

	@Test
	void readsSumsAndDifferences() {
		assertThat(this.parser.parse("set a = a + :one, b = b - c, d = if_not_exists(d, :one) + :two"))
			.isEqualTo(Update.empty()
				.set("a", attribute("a").plus(Operand.parameter(0)))
				.set("b", attribute("b").minus(attribute("c")))
				.set("d", attribute("d").orElse(Operand.parameter(0)).plus(Operand.parameter(1))));
	}

	@Test
	void readsFallbacksAndLists() {
		assertThat(this.parser
			.parse("SET seen = if_not_exists(seen, :one), log = list_append(log, :two), top = list_append(:many, top)"))
			.isEqualTo(Update.empty()
				.setIfAbsent("seen", Operand.parameter(0))
				.append("log", Operand.parameter(1))
				.prepend("top", Operand.elementsOfParameter(2)));
	}

	@Test
	void readsSectionsInAnyOrder() {
		assertThat(this.parser.parse("delete flags :many add n :one, tags :many Remove note, list[1] SET a = :two"))
			.isEqualTo(Update.empty()
				.removeFromSet("flags", Operand.elementsOfParameter(2))
				.add("n", Operand.parameter(0))
				.addToSet("tags", Operand.elementsOfParameter(2))
				.remove("note")
				.remove("list[1]")
				.set("a", Operand.parameter(1)));
	}

	@Test
	void saysWhereATextIsWrong() {
		refuses("", "at position 0 SET, REMOVE, ADD, DELETE or the end was expected");
		refuses("status = :one", "at position 0 SET, REMOVE, ADD, DELETE or the end was expected");
		refuses("SET status = 'OPEN'", "at position 13 ''' was not expected. Values are parameters, such as :name, and "
				+ "names with special characters go in backticks");
		refuses("SET a = :none", "at position 8 there is no parameter ':none'; there are :one, :two, :many");
		refuses("SET a > :one", "at position 6 '=' was expected");
		refuses("SET a = :one SET b = :two", "at position 13 SET appears twice; join the two with a comma");
		refuses("SET a = size(b)",
				"at position 13 'size' is no function here; there are if_not_exists and list_append");
		refuses("SET a = list_append(b, :one)", "at position 20 list_append must extend 'a', the list that is set");
		refuses("ADD a b", "at position 6 a parameter such as :name was expected");
		refuses("SET a = a + b + c", "at position 14 SET, REMOVE, ADD, DELETE or the end was expected");
	}

	private void refuses(String text, String problem) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> this.parser.parse(text))
			.withMessage("Update '" + text + "' is not valid: " + problem + EXAMPLE);
	}

}
