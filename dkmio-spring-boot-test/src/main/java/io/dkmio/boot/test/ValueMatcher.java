package io.dkmio.boot.test;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Matches the value of an attribute: a string, a {@code BigDecimal}, a boolean, bytes, a
 * set, a list or a map, and {@code null} where the attribute is missing.
 *
 * @since 1.0
 */
public final class ValueMatcher {

	private final String description;

	private final Predicate<@Nullable Object> predicate;

	private ValueMatcher(String description, Predicate<@Nullable Object> predicate) {
		this.description = description;
		this.predicate = predicate;
	}

	/**
	 * Any value; the attribute must be there.
	 * @return the matcher
	 */
	public static ValueMatcher any() {
		return present("any value", (value) -> true);
	}

	/**
	 * One of several values.
	 * @param values the values
	 * @return the matcher
	 */
	public static ValueMatcher in(Object... values) {
		return present("one of " + List.of(values),
				(value) -> List.of(values).stream().anyMatch((each) -> Values.equal(value, each)));
	}

	/**
	 * Text with wildcards: {@code *} stands for any text, and {@code ?} for any
	 * character.
	 * @param pattern the text with wildcards
	 * @return the matcher
	 */
	public static ValueMatcher like(String pattern) {
		return like(pattern, Pattern.DOTALL);
	}

	/**
	 * Text with wildcards, in upper or lower case.
	 * @param pattern the text with wildcards
	 * @return the matcher
	 */
	public static ValueMatcher likeIgnoringCase(String pattern) {
		return like(pattern, Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	private static ValueMatcher like(String pattern, int flags) {
		Assert.notNull(pattern, "Pattern must not be null");
		String regex = pattern.codePoints().mapToObj((character) -> switch (character) {
			case '*' -> ".*";
			case '?' -> ".";
			default -> Pattern.quote(Character.toString(character));
		}).collect(Collectors.joining());
		Pattern compiled = Pattern.compile(regex, flags);
		return text("like '" + pattern + "'", (text) -> compiled.matcher(text).matches());
	}

	/**
	 * Text a regular expression matches as a whole.
	 * @param regex the regular expression
	 * @return the matcher
	 */
	public static ValueMatcher regex(String regex) {
		Pattern compiled = Pattern.compile(regex);
		return text("matching /" + regex + "/", (text) -> compiled.matcher(text).matches());
	}

	/**
	 * A date, or a date and time, in ISO 8601.
	 * @return the matcher
	 */
	public static ValueMatcher isoDate() {
		return text("an ISO date",
				(text) -> parses(DateTimeFormatter.ISO_DATE, text) || parses(DateTimeFormatter.ISO_DATE_TIME, text));
	}

	/**
	 * A value of a type.
	 * @param type the type
	 * @return the matcher
	 */
	public static ValueMatcher type(AttributeType type) {
		Assert.notNull(type, "Type must not be null");
		return present("of type " + type, (value) -> switch (type) {
			case S -> value instanceof String;
			case N -> value instanceof Number;
			case BOOL -> value instanceof Boolean;
			case B -> value instanceof byte[];
			case L -> value instanceof List;
			case M -> value instanceof Map;
			case SS -> isSetOf(value, String.class);
			case NS -> isSetOf(value, Number.class);
			case BS -> value instanceof Set<?> && !isSetOf(value, String.class) && !isSetOf(value, Number.class);
			case NULL -> false;
		});
	}

	/**
	 * A value that matches, or none at all.
	 * @param matcher matches the value if there is one
	 * @return the matcher
	 */
	public static ValueMatcher optional(ValueMatcher matcher) {
		Assert.notNull(matcher, "Matcher must not be null");
		return new ValueMatcher("nothing, or " + matcher.description,
				(value) -> value == null || matcher.matches(value));
	}

	/**
	 * Whatever does not match, be it no value at all.
	 * @param matcher matches what must not be
	 * @return the matcher
	 */
	public static ValueMatcher not(ValueMatcher matcher) {
		Assert.notNull(matcher, "Matcher must not be null");
		return new ValueMatcher("not " + matcher.description, (value) -> !matcher.matches(value));
	}

	/**
	 * A value, of which the test knows best what it must be like.
	 * @param description what is demanded, for the message of a test that fails
	 * @param predicate is asked about the value, which is never {@code null}
	 * @return the matcher
	 */
	public static ValueMatcher matching(String description, Predicate<Object> predicate) {
		Assert.hasText(description, "A matcher needs a description");
		Assert.notNull(predicate, "Predicate must not be null");
		return present(description, predicate);
	}

	/**
	 * A value that is equal; numbers are compared by value.
	 * @param expected the value, or a matcher
	 * @return the matcher
	 */
	public static ValueMatcher equalTo(@Nullable Object expected) {
		if (expected instanceof ValueMatcher matcher) {
			return matcher;
		}
		return new ValueMatcher("equal to " + expected, (value) -> Values.equal(value, expected));
	}

	private static ValueMatcher present(String description, Predicate<Object> predicate) {
		return new ValueMatcher(description, (value) -> value != null && predicate.test(value));
	}

	private static ValueMatcher text(String description, Predicate<String> predicate) {
		return present(description, (value) -> value instanceof String text && predicate.test(text));
	}

	private static boolean parses(DateTimeFormatter format, String text) {
		try {
			format.parse(text);
			return true;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static boolean isSetOf(Object value, Class<?> type) {
		return value instanceof Set<?> set && ((Collection<?>) set).stream().allMatch(type::isInstance);
	}

	/**
	 * Whether a value matches.
	 * @param value the value, {@code null} if the attribute is missing
	 * @return {@code true} if it does
	 */
	public boolean matches(@Nullable Object value) {
		return this.predicate.test(value);
	}

	@Override
	public String toString() {
		return this.description;
	}

}
