package io.dkmio.core.mapping;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every row of the documented tables is what the code does.
 */
class KeysTableUnitTests {

	private static final Path TABLE = Path.of("..", "docs", "mapping.md");

	private static final Pattern CODE = Pattern.compile("``(.+?)``|`([^`]+)`");

	enum Status {

		SHIPPED

	}

	@Test
	void hasARowForEveryType() throws IOException {
		assertThat(values()).hasSizeGreaterThan(20);
		assertThat(escapes()).hasSizeGreaterThan(5);
	}

	@ParameterizedTest
	@MethodSource("values")
	void documentsWhatIsStoredForAValue(String type, String value, String stored) {
		Object object = value(type, value);
		KeyFormat format = KeyFormat.of(KeyTemplate.parse("{value}"),
				List.of(KeyEncodings.forType("value", object.getClass(), 2)), KeyRole.SORT_KEY);
		assertThat(format.format(object)).isEqualTo(stored);
	}

	@ParameterizedTest
	@MethodSource("escapes")
	void documentsWhatIsEscaped(char separator, String template, List<String> values, String stored) {
		KeyTemplate parsed = KeyTemplate.parse(template, separator);
		KeyFormat format = KeyFormat.of(parsed, Collections.nCopies(values.size(), KeyEncoding.text()),
				KeyRole.SORT_KEY);
		assertThat(format.format(values.toArray())).isEqualTo(stored);
		assertThat(format.parse(stored)).isEqualTo(values.toArray());
	}

	static List<Object[]> values() throws IOException {
		return rows().filter((row) -> !isEscape(row)).map((row) -> {
			String type = row[0].replace("`", "").trim();
			return new Object[] { type, codes(row[1]).get(0), codes(row[2]).get(0) };
		}).toList();
	}

	static List<Object[]> escapes() throws IOException {
		return rows().filter(KeysTableUnitTests::isEscape)
			.map((row) -> new Object[] { codes(row[0]).get(0).charAt(0), codes(row[1]).get(0), codes(row[2]),
					codes(row[3]).get(0) })
			.toList();
	}

	private static boolean isEscape(String[] row) {
		return row[1].contains("{");
	}

	private static Stream<String[]> rows() throws IOException {
		return Files.readAllLines(TABLE)
			.stream()
			.filter((line) -> line.startsWith("| ") && line.contains("`"))
			.map((line) -> line.substring(2, line.length() - 2).split(" \\| "))
			.filter((row) -> row.length == 4);
	}

	private static List<String> codes(String cell) {
		return CODE.matcher(cell)
			.results()
			.map((code) -> (code.group(1) != null) ? code.group(1) : code.group(2))
			.toList();
	}

	private static Object value(String type, String value) {
		return switch (type) {
			case "String" -> value;
			case "char" -> value.charAt(0);
			case "UUID" -> UUID.fromString(value);
			case "enum" -> Status.valueOf(value);
			case "boolean" -> Boolean.valueOf(value);
			case "byte" -> Byte.valueOf(value);
			case "short" -> Short.valueOf(value);
			case "int" -> Integer.valueOf(value);
			case "long" -> Long.valueOf(value);
			case "BigInteger" -> new BigInteger(value);
			case "BigDecimal, scale 2" -> new BigDecimal(value);
			case "Instant" -> Instant.parse(value);
			case "OffsetDateTime" -> OffsetDateTime.parse(value);
			case "LocalDateTime" -> LocalDateTime.parse(value);
			case "LocalDate" -> LocalDate.parse(value);
			case "LocalTime" -> LocalTime.parse(value);
			case "YearMonth" -> YearMonth.parse(value);
			case "Year" -> Year.parse(value);
			case "Duration" -> Duration.parse(value);
			default -> throw new IllegalArgumentException(type);
		};
	}

}
