package io.dkmio.core.mapping;

import java.util.Arrays;
import java.util.List;

import io.dkmio.InvalidKeyException;
import io.dkmio.MissingKeyException;
import io.dkmio.core.mapping.KeyRange.Bound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyFormatUnitTests {

	private static final Object[] NONE = {};

	private final KeyFormat line = format("ORDER#{orderId}#LINE#{number}", '#', String.class, int.class);

	@Test
	void composesAKeyAndTakesItApart() {
		assertThat(this.line.format("o-1", 7)).isEqualTo("ORDER#o-1#LINE#0000000007");
		assertThat(this.line.parse("ORDER#o-1#LINE#0000000007")).containsExactly("o-1", 7);
		assertThat(this.line.properties()).containsExactly("orderId", "number");
		assertThat(this.line).hasToString("ORDER#{orderId}#LINE#{number}");
		assertThat(this.line.template()).isEqualTo(KeyTemplate.parse("ORDER#{orderId}#LINE#{number}"));
	}

	@Test
	void composesAConstant() {
		KeyFormat format = format("META", '#');
		assertThat(format.format()).isEqualTo("META");
		assertThat(format.parse("META")).isEmpty();
		assertThat(format.matches("META")).isTrue();
		assertThat(format.matches("METADATA")).isFalse();
		assertThat(format.childrenPrefix()).isEqualTo("META#");
	}

	@Test
	void letsNoValueReachIntoAnotherKey() {
		KeyFormat format = format("{tenant}#USER#{id}", '#', String.class, String.class);
		assertThat(format.format("acme", "1#USER#2")).isEqualTo("acme#USER#1$23USER$232");
		assertThat(format.format("acme#USER#1", "2")).isEqualTo("acme$23USER$231#USER#2");
	}

	@Test
	void namesAMissingProperty() {
		assertThatExceptionOfType(MissingKeyException.class)
			.isThrownBy(() -> this.line.forEntity("Line").format("1", null))
			.withMessage("Line: Property 'number' of key template 'ORDER#{orderId}#LINE#{number}' is null, and a key "
					+ "cannot be composed without it; give it a value")
			.satisfies((missing) -> {
				assertThat(missing.getEntity()).isEqualTo("Line");
				assertThat(missing.getProperty()).isEqualTo("number");
			});
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> this.line.prefix((Object) null));
	}

	@Test
	void leavesAnIndexKeyOutIfAPropertyIsNull() {
		assertThat(this.line.formatOrNull("1", null)).isNull();
		assertThat(this.line.formatOrNull(null, 1)).isNull();
		assertThat(this.line.formatOrNull("1", 1)).isEqualTo("ORDER#1#LINE#0000000001");
		assertThatIllegalArgumentException().isThrownBy(() -> this.line.formatOrNull("1"));
	}

	@Test
	void refusesAValueOfAnotherType() {
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> this.line.format("1", 7L))
			.withMessage("Property 'number' of key template 'ORDER#{orderId}#LINE#{number}' is of type Integer, but "
					+ "the value given is of type Long; give one of the property's type");
	}

	@Test
	void refusesAnotherNumberOfValues() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.line.format("1"))
			.withMessage("Key template 'ORDER#{orderId}#LINE#{number}' takes 2 values for [orderId, number], but 1 are "
					+ "given");
		assertThatIllegalArgumentException().isThrownBy(() -> this.line.prefix("1", 2))
			.withMessage("Key template 'ORDER#{orderId}#LINE#{number}' has 2 properties; with all of them given the "
					+ "key is known, and no prefix");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> KeyFormat.of(KeyTemplate.parse("{a}"), List.of(), KeyRole.SORT_KEY))
			.withMessage("Key template '{a}' has 1 properties, but 0 encodings are given");
	}

	@Test
	void refusesAnEmptyKey() {
		KeyFormat format = format("{id}", '#', String.class);
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> format.format(""))
			.withMessage("Property 'id' of key template '{id}' is empty and all the sort key consists of, which "
					+ "DynamoDB refuses; give it a value, or the template a literal")
			.satisfies((refused) -> assertThat(refused.getProperty()).isEqualTo("id"));
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> format.parse(""));
	}

	@Test
	void refusesAKeyThatIsTooLongInBytes() {
		KeyFormat partition = KeyFormat.of(KeyTemplate.parse("U#{id}"),
				List.of(KeyEncodings.forType("id", String.class, null)), KeyRole.PARTITION_KEY);
		assertThat(partition.format("\u00e9".repeat(1023))).hasSize(1025);
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> partition.format("\u00e9".repeat(1024)))
			.withMessage("The partition key of key template 'U#{id}' would have 2050 bytes, and DynamoDB takes 2048; "
					+ "shorten id")
			.satisfies((refused) -> assertThat(refused.getProperty()).isEqualTo("id"));
		KeyFormat sort = format("{a}#{b}", '#', String.class, String.class).forEntity("Order");
		assertThat(sort.format("x".repeat(1000), "#".repeat(7) + "yy")).hasSize(1024);
		assertThatExceptionOfType(InvalidKeyException.class)
			.isThrownBy(() -> sort.format("x".repeat(1000), "#".repeat(8)))
			.withMessage("Order: The sort key of key template '{a}#{b}' would have 1025 bytes, and DynamoDB takes "
					+ "1024; shorten a, b")
			.satisfies((refused) -> {
				assertThat(refused.getProperty()).isNull();
				assertThat(refused.getEntity()).isEqualTo("Order");
			});
	}

	@Test
	void refusesATemplateWhoseLiteralsAloneAreTooLong() {
		String literal = "x".repeat(1025);
		assertThatExceptionOfType(InvalidKeyTemplateException.class).isThrownBy(() -> format(literal, '#'))
			.withMessage("Key template '" + literal + "', position 1: the literals alone have 1025 bytes, and a sort "
					+ "key takes 1024; shorten them");
	}

	@Test
	void closesAPrefix() {
		assertThat(this.line.prefix()).isEqualTo("ORDER#");
		assertThat(this.line.prefix("1")).isEqualTo("ORDER#1#LINE#");
		assertThat(this.line.childrenPrefix("1", 2)).isEqualTo("ORDER#1#LINE#0000000002#");
		assertThat(format("{a}#{b}", '#', String.class, String.class).prefix()).isEmpty();
		assertThat(format("DOC#{a}#v{b}", '#', String.class, int.class).prefix("1")).isEqualTo("DOC#1#v");
	}

	@Test
	void findsTheBeginningOfAString() {
		assertThat(this.line.startsWith(NONE, "2025#")).isEqualTo("ORDER#2025$23");
		assertThat(this.line.startsWith(NONE, "")).isEqualTo("ORDER#");
		assertThatIllegalArgumentException().isThrownBy(() -> this.line.startsWith(new Object[] { "1" }, "0"))
			.withMessage("Property 'number' of key template 'ORDER#{orderId}#LINE#{number}' is of type Integer; only a "
					+ "String can be asked for by its beginning");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ORDER", "ORDER#1", "ORDER#1#LINE", "ORDER#1#LINE#1", "ORDER#1#NOTE#0000000001",
			"ORDER#1#LINE#0000000001#", "ORDER#$#LINE#0000000001", "ORDER#$2#LINE#0000000001",
			"ORDER#$41#LINE#0000000001", "ORDER#$2g#LINE#0000000001", "ORDER#a b#LINE#0000000001",
			"xORDER#1#LINE#0000000001", "ORDER#\uD83D#LINE#0000000001" })
	void matchesNoOtherText(String text) {
		assertThat(this.line.matches(text)).isFalse();
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> this.line.parse(text));
	}

	@Test
	void saysWhyATextIsNoKey() {
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> this.line.parse("ORDER#1"))
			.withMessage("A text of 7 characters is no key of template 'ORDER#{orderId}#LINE#{number}'; it was not "
					+ "written by this template")
			.satisfies((refused) -> assertThat(refused.getProperty()).isNull());
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> this.line.parse("ORDER#1#LINE#x"))
			.withMessage("Property 'number' of key template 'ORDER#{orderId}#LINE#{number}' is of type Integer, and a "
					+ "key of 14 characters has something else in its place; it was not written by this template")
			.satisfies((refused) -> assertThat(refused.getProperty()).isEqualTo("number"));
	}

	@Test
	void closesRangesInsideTheirPrefix() {
		Object[] order = { "1" };
		assertThat(this.line.range(order, null, null)).isEqualTo(new KeyRange("ORDER#1#LINE#", "ORDER#1#LINE$"));
		assertThat(this.line.range(order, Bound.inclusive(5), null))
			.isEqualTo(new KeyRange("ORDER#1#LINE#0000000005", "ORDER#1#LINE$"));
		assertThat(this.line.range(order, Bound.exclusive(5), Bound.inclusive(9)))
			.isEqualTo(new KeyRange("ORDER#1#LINE#0000000005$", "ORDER#1#LINE#0000000009"));
		assertThat(this.line.range(order, null, Bound.exclusive(9)))
			.isEqualTo(new KeyRange("ORDER#1#LINE#", "ORDER#1#LINE#0000000008" + Utf8.GREATEST));
		assertThat(this.line.range(NONE, Bound.exclusive("1"), Bound.inclusive("2")))
			.isEqualTo(new KeyRange("ORDER#1$", "ORDER#2$"));
		assertThat(this.line.range(NONE, null, Bound.exclusive("2"))).isEqualTo(new KeyRange("ORDER#", "ORDER#2"));
	}

	@Test
	void closesARangeBehindALiteral() {
		KeyFormat format = format("DOC#v{version}", '#', int.class);
		assertThat(format.range(NONE, Bound.inclusive(3), null))
			.isEqualTo(new KeyRange("DOC#v0000000003", "DOC#v" + Utf8.GREATEST));
	}

	@Test
	void knowsAnEmptyRange() {
		assertThat(this.line.range(new Object[] { "1" }, Bound.inclusive(5), Bound.exclusive(5)))
			.isEqualTo(KeyRange.EMPTY);
		assertThat(this.line.range(NONE, Bound.inclusive("b"), Bound.inclusive("a"))).isEqualTo(KeyRange.EMPTY);
		assertThat(this.line.range(NONE, null, Bound.exclusive("")).isEmpty()).isTrue();
		assertThat(KeyRange.EMPTY.contains("ORDER#1")).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new KeyRange("b", "a"))
			.withMessage("The lower bound of a range of keys is above the upper one");
	}

	@Test
	void refusesARangeOfAnEnum() {
		KeyFormat format = format("{color}#{id}", '#', KeyType.Color.class, String.class);
		assertThat(format.keepsOrder(0)).isFalse();
		assertThat(format.keepsOrder(1)).isTrue();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> format.range(NONE, Bound.inclusive(KeyType.Color.RED), null))
			.withMessage("Property 'color' of key template '{color}#{id}' is an enum, and keys have its names in them, "
					+ "which do not sort as its constants; ask for equality, or store a number");
	}

	@Test
	void refusesARangeWhereTheSeparatorBreaksTheOrder() {
		KeyFormat format = format("{a}|{b}", '|', String.class, String.class);
		assertThat(format.rangeRefusal(0)).isEqualTo("Property 'a' of key template '{a}|{b}' is text of any length and "
				+ "not the last segment, and with the separator '|' such keys do not sort as their values; put it "
				+ "last, or use the separator '#'");
		assertThat(format.rangeRefusal(1)).isNull();
	}

	@Test
	void sortsAsDynamoDbAndNotAsJavaDoes() {
		assertThat(Utf8.compare("\uFFFF", "\uD800\uDC00")).isNegative();
		assertThat("\uFFFF".compareTo("\uD800\uDC00")).isPositive();
	}

	@Test
	void putsNoValueIntoAMessage() {
		String secret = "canary";
		for (String key : List.of(secret, "ORDER#" + secret, "ORDER#" + secret + "#LINE#" + secret)) {
			assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> this.line.parse(key))
				.withMessageNotContaining(secret);
		}
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> this.line.format(secret.repeat(999), 1))
			.withMessageNotContaining(secret);
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> this.line.format("1", secret))
			.withMessageNotContaining(secret);
	}

	private static KeyFormat format(String template, char separator, Class<?>... types) {
		KeyTemplate parsed = KeyTemplate.parse(template, separator);
		List<KeyEncoding<?>> encodings = Arrays.stream(types)
			.<KeyEncoding<?>>map((type) -> KeyEncodings.forType("x", type, null))
			.toList();
		return KeyFormat.of(parsed, encodings, KeyRole.SORT_KEY);
	}

}
