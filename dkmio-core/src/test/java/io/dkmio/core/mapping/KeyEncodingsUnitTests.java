package io.dkmio.core.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.List;

import io.dkmio.InvalidKeyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyEncodingsUnitTests {

	@ParameterizedTest
	@ValueSource(classes = { List.class, double.class, Float.class, Object.class, byte[].class })
	void refusesATypeThatCannotBePartOfAKey(Class<?> type) {
		assertThat(KeyEncodings.supports(type)).isFalse();
		assertThatExceptionOfType(UnsupportedKeyTypeException.class)
			.isThrownBy(() -> KeyEncodings.forType("lines", type, null))
			.withMessage("Property 'lines' of type " + type.getSimpleName() + " cannot be part of a key; supported are "
					+ "String, UUID, Byte, Short, Integer, Long, BigInteger, BigDecimal, Boolean, Character, Instant, "
					+ "OffsetDateTime, LocalDateTime, LocalDate, LocalTime, YearMonth, Year, Duration and enums. "
					+ "Use one of these, or register a converter to and from one of them")
			.satisfies((refused) -> assertThat(refused.getProperty()).isEqualTo("lines"));
	}

	@Test
	void asksForTheScaleOfADecimal() {
		assertThatExceptionOfType(UnsupportedKeyTypeException.class)
			.isThrownBy(() -> KeyEncodings.forType("total", BigDecimal.class, null))
			.withMessage("Property 'total' of type BigDecimal is part of a key and declares no scale, so its values "
					+ "would not sort; declare it, such as @Attribute(scale = 2)");
		assertThatExceptionOfType(UnsupportedKeyTypeException.class)
			.isThrownBy(() -> KeyEncodings.forType("total", BigDecimal.class, -1))
			.withMessage("Property 'total' is part of a key and declares a scale of -1; declare one from 0 to 38");
	}

	@Test
	void takesPrimitiveTypesAsTheirBoxes() {
		assertThat(KeyEncodings.supports(int.class)).isTrue();
		assertThat(KeyEncodings.forType("n", int.class, null)).isSameAs(KeyEncodings.forType("n", Integer.class, null));
		assertThat(KeyEncodings.forType("n", int.class, null).javaType()).isEqualTo(Integer.class);
		assertThat(KeyEncodings.forType("n", int.class, null)).hasToString("KeyEncoding of Integer");
	}

	@Test
	void neverRoundsADecimal() {
		KeyFormat format = format(BigDecimal.class, 2);
		assertThat(format.format(new BigDecimal("1.5"))).isEqualTo(format.format(new BigDecimal("1.500")));
		assertThat(format.format(new BigDecimal("3E+2"))).isEqualTo("03_300.00");
		refuses(format, new BigDecimal("1.005"),
				"has more than the 2 decimals declared for it; round the value, or " + "declare a greater scale");
		refuses(format, new BigDecimal("1E-2000000000"),
				"has more than the 2 decimals declared for it; round the value, or declare a greater scale");
	}

	@Test
	void refusesMoreDigitsThanANumberHas() {
		String fault = "has more than 38 digits, decimals included, which is what a number can have";
		KeyFormat decimal = format(BigDecimal.class, 2);
		assertThat(decimal.format(new BigDecimal("9".repeat(36)))).startsWith("36_9");
		refuses(decimal, new BigDecimal("9".repeat(37)), fault);
		refuses(decimal, new BigDecimal("1E+2000000000"), fault);
		assertThat(decimal.format(new BigDecimal("0E+2000000000"))).isEqualTo("01_0.00");
		KeyFormat integer = format(BigInteger.class, null);
		assertThat(integer.format(BigInteger.TEN.pow(38).subtract(BigInteger.ONE))).startsWith("38_9");
		refuses(integer, BigInteger.TEN.pow(38), fault);
		refuses(integer, BigInteger.TEN.pow(100).negate(), fault);
	}

	@Test
	void refusesTimesWhoseYearHasNotFourDigits() {
		String fault = "lies outside the years 0000 to 9999, where the order of keys ends";
		refuses(format(Instant.class, null), Instant.MAX, fault);
		refuses(format(Instant.class, null), Instant.parse("-0001-12-31T23:59:59Z"), fault);
		refuses(format(OffsetDateTime.class, null), OffsetDateTime.MIN, fault);
		refuses(format(LocalDate.class, null), LocalDate.of(10_000, 1, 1), fault);
		refuses(format(Year.class, null), Year.of(-1), fault);
	}

	@Test
	void keepsTheInstantOfAnOffsetDateTimeAndNotTheOffset() {
		KeyFormat format = format(OffsetDateTime.class, null);
		String key = format.format(OffsetDateTime.parse("2025-01-31T12:00:00+02:00"));
		assertThat(key).isEqualTo("2025-01-31T10:00:00.000000000Z");
		assertThat(format.parse(key)).containsExactly(OffsetDateTime.parse("2025-01-31T10:00:00Z"));
	}

	@Test
	void takesTheWholeRangeOfADuration() {
		KeyFormat format = format(Duration.class, null);
		for (Duration duration : List.of(Duration.ofSeconds(Long.MIN_VALUE),
				Duration.ofSeconds(Long.MAX_VALUE, 999_999_999), Duration.ofMillis(-500))) {
			assertThat(format.parse(format.format(duration))).containsExactly(duration);
		}
	}

	@ParameterizedTest
	@ValueSource(chars = { '\uD83D', '\uDE00' })
	void refusesHalfASurrogatePair(char half) {
		String fault = "has half a surrogate pair in it, which DynamoDB cannot store; give it whole characters";
		refuses(format(String.class, null), "a" + half, fault);
		refuses(format(String.class, null), half + "a", fault);
		refuses(format(String.class, null), "#" + half + "a", fault);
		refuses(format(Character.class, null), half, fault);
	}

	@Test
	void writesAConvertedTypeAsWhatItIsStoredAs() {
		KeyEncoding<KeyType.Name> name = KeyEncoding.converted(KeyType.Name.class, KeyEncoding.text(),
				KeyType.Name::value, KeyType.Name::new);
		KeyFormat format = KeyFormat.of(KeyTemplate.parse("USER#{name}"), List.of(name), KeyRole.SORT_KEY);
		assertThat(format.format(new KeyType.Name("a#b"))).isEqualTo("USER#a$23b");
		assertThat(format.parse("USER#a$23b")).containsExactly(new KeyType.Name("a#b"));
		assertThat(format.startsWithRefusal(0)).isEqualTo("Property 'name' of key template 'USER#{name}' is of type "
				+ "Name; only a String can be asked for by its beginning");
		assertThat(format.keepsOrder(0)).isTrue();
	}

	@Test
	void matchesWithoutCallingAConverter() {
		KeyEncoding<Year> year = KeyEncoding.converted(Year.class, NumberKeyEncodings.integer(Integer.class, 10,
				Integer.MIN_VALUE, Integer.MAX_VALUE, (value) -> (int) value), Year::getValue, Year::of);
		KeyFormat format = KeyFormat.of(KeyTemplate.parse("{year}"), List.of(year), KeyRole.SORT_KEY);
		assertThat(format.matches("2147483647")).isTrue();
		assertThat(format.matches("2147483648")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "00_.00", "02_05.00", "-98_9.99", "39_" + "99999999999999999999999999999999999999.00",
			"01x5.00", "01_5,00", "01_5.0", "1_5.00", "01_a.00", "-", "" })
	void readsNoDecimalThatIsNotWrittenSo(String text) {
		assertThat(NumberKeyEncodings.bigDecimal(2).accepts(text)).isFalse();
	}

	@Test
	void readsNoNumberBeyondItsType() {
		KeyFormat format = format(byte.class, null);
		assertThat(format.matches("127")).isTrue();
		assertThat(format.matches("128")).isFalse();
		assertThat(format.matches("-872")).isTrue();
		assertThat(format.matches("-871")).isFalse();
		assertThat(format.matches("12")).isFalse();
		assertThat(format.matches("1a1")).isFalse();
		assertThat(format(long.class, null).matches("9999999999999999999")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "2025-1-31", "20250131", "" })
	void readsNoDateThatDoesNotExist(String text) {
		assertThat(TimeKeyEncodings.localDate().accepts(text)).isFalse();
	}

	private static KeyFormat format(Class<?> type, Integer scale) {
		return KeyFormat.of(KeyTemplate.parse("{x}"), List.of(KeyEncodings.forType("x", type, scale)),
				KeyRole.SORT_KEY);
	}

	private static void refuses(KeyFormat format, Object value, String fault) {
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> format.format(value))
			.withMessage("Property 'x' of key template '{x}' " + fault)
			.satisfies((refused) -> assertThat(refused.getProperty()).isEqualTo("x"));
	}

}
