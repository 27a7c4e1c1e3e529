package io.dkmio.core.mapping;

import io.dkmio.core.mapping.KeyTemplate.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class KeyTemplateUnitTests {

	@Test
	void readsLiteralsAndProperties() {
		KeyTemplate template = KeyTemplate.parse("DOCUMENT#{id}#v{version}");
		assertThat(template.segments()).containsExactly(new Segment.Literal("DOCUMENT"), new Segment.Part("", "id"),
				new Segment.Part("v", "version"));
		assertThat(template.parts()).containsExactly(new Segment.Part("", "id"), new Segment.Part("v", "version"));
		assertThat(template.properties()).containsExactly("id", "version");
		assertThat(template.literalPrefix()).isEqualTo("DOCUMENT#");
		assertThat(template.separator()).isEqualTo('#');
		assertThat(template.isConstant()).isFalse();
		assertThat(template).hasToString("DOCUMENT#{id}#v{version}");
	}

	@Test
	void readsAConstant() {
		KeyTemplate template = KeyTemplate.parse("ORDER#META");
		assertThat(template.isConstant()).isTrue();
		assertThat(template.properties()).isEmpty();
		assertThat(template.literalPrefix()).isEqualTo("ORDER#META");
	}

	@Test
	void readsAPropertyPathAndANameWithTheSeparatorInIt() {
		assertThat(KeyTemplate.parse("{address.city}.{order_id}", '.').properties()).containsExactly("address.city",
				"order_id");
		assertThat(KeyTemplate.parse("{order_id}_X", '_').segments()).hasSize(2);
	}

	@Test
	void isEqualByTextAndSeparator() {
		assertThat(KeyTemplate.parse("A")).isEqualTo(KeyTemplate.parse("A"))
			.hasSameHashCodeAs(KeyTemplate.parse("A"))
			.isNotEqualTo(KeyTemplate.parse("A", '|'))
			.isNotEqualTo(KeyTemplate.parse("B"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
			""; 1; the template is empty; write literals and properties separated by '#', such as 'ORDER#{orderId}'
			ORDER##{id}; 7; a segment is empty; write a literal or a property, or leave out the separator
			"#{id}"; 1; a segment is empty; write a literal or a property, or leave out the separator
			{id}#; 6; a segment is empty; write a literal or a property, or leave out the separator
			ORDER#{id; 7; '{' is not closed; write '{property}'
			ORDER#{id#{b}; 7; '{' is not closed; write '{property}'
			ORDER#{; 7; '{' is not closed; write '{property}'
			ORDER}; 6; '}' closes no brace; write '{property}'
			ORDER#{}; 7; the braces are empty; name a property, such as '{orderId}'
			{order id}; 1; '{order id}' has white space in it; write the property's name alone between the braces
			{ id}; 1; '{ id}' has white space in it; write the property's name alone between the braces
			{a..b}; 1; 'a..b' is no property; write its name, or names joined by dots, such as '{address.city}'
			{.a}; 1; '.a' is no property; write its name, or names joined by dots, such as '{address.city}'
			{a-b}; 1; 'a-b' is no property; write its name, or names joined by dots, such as '{address.city}'
			{1a}; 1; '1a' is no property; write its name, or names joined by dots, such as '{address.city}'
			{id}v; 5; a property ends its segment; put the text before it, or '#' between the two
			{a}{b}; 4; a segment takes one property; put '#' between the two, otherwise their values run into each other
			{a}#x{a}; 6; property 'a' occurs twice in this template; keep one of the two
			US$#{a}; 3; '$' is what dkmio escapes with when the separator is '#'; choose another literal
			""")
	void refusesATemplateAndSaysWhatToWrite(String template, int position, String first, String second) {
		String text = (template != null) ? template : "";
		InvalidKeyTemplateException refused = catchThrowableOfType(InvalidKeyTemplateException.class,
				() -> KeyTemplate.parse(text));
		assertThat(refused).hasMessage("Key template '%s', position %d: %s; %s", text, position, first, second);
		assertThat(refused.getTemplate()).isEqualTo(text);
		assertThat(refused.getPosition()).isEqualTo(position);
	}

	@Test
	void refusesControlCharactersAndHalfSurrogatePairsInLiterals() {
		assertThatIllegalArgumentException().isThrownBy(() -> KeyTemplate.parse("A\nB"))
			.withMessageEndingWith("position 2: U+000A cannot be part of a literal; write printable characters");
		assertThatIllegalArgumentException().isThrownBy(() -> KeyTemplate.parse("A\uD83D"))
			.withMessageEndingWith("position 2: U+D83D cannot be part of a literal; write printable characters");
		assertThatIllegalArgumentException().isThrownBy(() -> KeyTemplate.parse("\uDE00"));
		assertThat(KeyTemplate.parse("\uD83D\uDE00#{a}").literalPrefix()).isEqualTo("\uD83D\uDE00#");
	}

	@ParameterizedTest
	@ValueSource(chars = { 'a', 'Z', '5', '{', '}', ' ', '\t', '\u00e9' })
	void refusesASeparatorThatIsNoPunctuation(char separator) {
		assertThatIllegalArgumentException().isThrownBy(() -> KeyTemplate.parse("A", separator))
			.withMessageContaining(
					"cannot be used: a separator is a punctuation character of ASCII other than a brace; "
							+ "use '#', '|' or ':'");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			/, '0'
			@, 'A'
			`, 'a'
			~, U+007F
			""")
	void refusesASeparatorWithoutAnEscapeCharacterAfterIt(char separator, String next) {
		assertThatIllegalArgumentException().isThrownBy(() -> KeyTemplate.parse("A", separator))
			.withMessage("Key separator '" + separator + "' cannot be used: the character after it, " + next
					+ ", would have to escape it, and that is no punctuation character; use '#', '|' or ':'");
	}

	@ParameterizedTest
	@CsvSource({ "ORDER#{a},ORDER#{b},true", "ORDER#{a},ITEM#{a},false", "ORDER#{a},ORDER#{a}#X,false",
			"{a}#X,ORDER#{b},true", "{a}#X,{b}#Y,false", "v{a},vault,true", "v{a},x{a},false", "v{a},va{b},true",
			"META,META,true", "META,ORDER,false", "{a},META,true", "ORDER#{a},ORDERS#{a},false" })
	void overlapsIfAKeyCanBeOfBoth(String one, String other, boolean overlaps) {
		assertThat(KeyTemplate.parse(one).overlaps(KeyTemplate.parse(other))).isEqualTo(overlaps);
		assertThat(KeyTemplate.parse(other).overlaps(KeyTemplate.parse(one))).isEqualTo(overlaps);
	}

	@ParameterizedTest
	@CsvSource({ "ORDER#{a},ITEM#{a},true", "ORDER#{a},ORDER#{a}#LINE#{b},false", "ORDER#{a}#LINE#{b},ORDER#{a},false",
			"{a},META,false", "ORDER#{a},ORDER,true", "META,META#{a},true", "META,{a},false", "v{a},w{a},true",
			"v{a},vault#X,false", "ORDER#{a},ORDERS#{a},true", "ORDER#{a},O{b}#X,false" })
	void separatesIfItsPrefixFindsNoneOfTheOther(String one, String other, boolean separates) {
		assertThat(KeyTemplate.parse(one).separates(KeyTemplate.parse(other))).isEqualTo(separates);
	}

	@Test
	void separatesBetterTheMoreIsGiven() {
		KeyTemplate line = KeyTemplate.parse("ORDER#{a}#LINE#{b}");
		KeyTemplate note = KeyTemplate.parse("ORDER#{a}#NOTE#{b}");
		assertThat(line.separates(note)).isFalse();
		assertThat(line.separates(note, 1)).isTrue();
		assertThat(line.separates(note, 2)).isTrue();
		assertThat(line.separates(line, 2)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> line.separates(note, 3))
			.withMessage("Key template 'ORDER#{a}#LINE#{b}' has 2 properties, not 3");
	}

	@Test
	void comparesTemplatesOfOneTableOnly() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> KeyTemplate.parse("A").overlaps(KeyTemplate.parse("B", '|')))
			.withMessage("Key templates 'A' and 'B' have different separators; templates of one table share one");
	}

}
