package io.dkmio.core.expression;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.core.PropertyPath;
import org.springframework.data.core.TypedPropertyPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AttributePathUnitTests {

	@Test
	void parsesNamesAndIndexes() {
		assertThat(AttributePath.parse("a.b[0][12].c"))
			.isEqualTo(AttributePath.of("a").child("b").index(0).index(12).child("c"));
		assertThat(AttributePath.parse("a").isTopLevel()).isTrue();
		assertThat(AttributePath.parse("a-b.c d.ü.2x").elements()).hasSize(4);
	}

	@Test
	void parsesQuotedNames() {
		assertThat(AttributePath.parse("`a.b`.c")).isEqualTo(AttributePath.of("a.b").child("c"));
		assertThat(AttributePath.parse("`a[0]```[1]")).isEqualTo(AttributePath.of("a[0]`").index(1));
		assertThat(AttributePath.parse("`plain`")).isEqualTo(AttributePath.of("plain"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a.b", "a[0]", "a.b[0].c", "`a.b`.c", "`a``b`[3]", "a.`[`.`]`", "`.`", "a b.c-d" })
	void readsAsItWasWritten(String text) {
		AttributePath path = AttributePath.parse(text);
		assertThat(path).hasToString(text);
		assertThat(AttributePath.parse(path.toString())).isEqualTo(path);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			""      | 0 | a name was expected
			.a      | 0 | a name was expected
			a.      | 2 | a name was expected
			a..b    | 2 | a name was expected
			a[]     | 2 | a list index such as [0] was expected
			a[-1]   | 2 | a list index such as [0] was expected
			a[1     | 3 | a list index such as [0] was expected
			a[#n0]  | 2 | a list index such as [0] was expected
			a[0]b   | 4 | '.' or '[' was expected
			a]      | 1 | '.' or '[' was expected
			a`b`    | 1 | '.' or '[' was expected
			`a      | 0 | the quoted name that starts here is not closed
			``      | 2 | a name was expected
			[0]     | 0 | a name was expected
			a[9999999999] | 12 | the list index is too large
			""")
	void refusesWhatIsNoPath(String text, int position, String problem) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> AttributePath.parse(text))
			.withMessage("Attribute path '" + text + "' is not valid: at position " + position + " " + problem
					+ ". Write a.b[0].c, and quote names that contain dots, brackets or backticks: `a.b`.c");
	}

	@Test
	void refusesEmptyNamesAndNegativeIndexes() {
		assertThatIllegalArgumentException().isThrownBy(() -> AttributePath.of(""))
			.withMessage("Name must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> AttributePath.of("a").index(-1))
			.withMessage("Index must not be negative");
		assertThatIllegalArgumentException().isThrownBy(() -> AttributePath.of(List.of(new PathElement.Index(0))))
			.withMessage("A path must start with a name");
	}

	@Test
	void takesPropertiesFromMethodReferences() {
		AttributePath total = AttributePath.ofProperty(Order::total);
		assertThat(total).hasToString("total");
		assertThat(total.isProperty()).isTrue();
		AttributePath city = AttributePath.ofProperty(TypedPropertyPath.of(Order::shipTo).then(Address::city));
		assertThat(city).hasToString("shipTo.city");
		assertThat(AttributePath.ofProperty(PropertyPath.from("shipTo.city", Order.class))).isEqualTo(city);
	}

	@Test
	void tellsPropertiesFromAttributes() {
		AttributePath property = AttributePath.ofProperty(Order::total);
		assertThat(property).isNotEqualTo(AttributePath.of("total"));
		assertThat(PathResolver.identity().resolve(property)).isEqualTo(AttributePath.of("total"));
		assertThat(property.child("x").isProperty()).isTrue();
		assertThat(property.child("x").parent()).isEqualTo(property);
		assertThat(property.parent()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "a, a, true, false", "a, a.b, true, false", "a.b, a, true, false", "a.b, a.c, false, false",
			"a.b, a[0], false, true", "a[0], a[1], false, false", "a[0].b, a[0], true, false", "a, b, false, false",
			"a.b, ab, false, false", "a.b.c, a[0].c, false, true", "`a.b`, a, false, false" })
	void knowsOverlapsAndConflicts(String first, String second, boolean overlaps, boolean conflicts) {
		AttributePath a = AttributePath.parse(first);
		AttributePath b = AttributePath.parse(second);
		assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a)).isEqualTo(overlaps);
		assertThat(a.conflictsWith(b)).isEqualTo(b.conflictsWith(a)).isEqualTo(conflicts);
	}

	record Order(int total, Address shipTo) {
	}

	record Address(String city) {
	}

}
