package io.dkmio.core.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * The encodings of the types that can be part of a key. Their texts sort, byte by byte,
 * as the values do, except those of enums.
 * <table>
 * <caption>What is stored, before escaping</caption>
 * <tr>
 * <th>Type</th>
 * <th>Text</th>
 * </tr>
 * <tr>
 * <td>{@code String}, {@code char}</td>
 * <td>itself; the order is that of code points</td>
 * </tr>
 * <tr>
 * <td>{@code UUID}</td>
 * <td>36 lower-case characters; the order is that of the text</td>
 * </tr>
 * <tr>
 * <td>enum</td>
 * <td>{@code name()}; no order</td>
 * </tr>
 * <tr>
 * <td>{@code byte}, {@code short}, {@code int}, {@code long}</td>
 * <td>3, 5, 10 or 19 digits; if negative, a minus sign and 10<sup>width</sup> plus the
 * value</td>
 * </tr>
 * <tr>
 * <td>{@code BigInteger}, {@code BigDecimal} with a declared scale</td>
 * <td>number of integer digits, {@code _}, the digits; if negative, a minus sign and
 * every digit subtracted from nine. Up to 38 digits</td>
 * </tr>
 * <tr>
 * <td>{@code boolean}</td>
 * <td>{@code false} or {@code true}</td>
 * </tr>
 * <tr>
 * <td>{@code Instant}, {@code OffsetDateTime}</td>
 * <td>{@code 2025-01-31T10:00:00.123456789Z}; an offset is not kept</td>
 * </tr>
 * <tr>
 * <td>{@code LocalDateTime}, {@code LocalDate}, {@code LocalTime}, {@code YearMonth},
 * {@code Year}</td>
 * <td>as ISO-8601, nine digits of a second, years 0000 to 9999</td>
 * </tr>
 * <tr>
 * <td>{@code Duration}</td>
 * <td>seconds as {@code long}, a point, nine digits of nanoseconds</td>
 * </tr>
 * </table>
 *
 * @since 1.0
 */
public final class KeyEncodings {

	private static final Map<Class<?>, KeyEncoding<?>> ENCODINGS = Stream
		.<KeyEncoding<?>>of(KeyEncoding.text(), uuid(), bool(), character(),
				NumberKeyEncodings.integer(Byte.class, 3, Byte.MIN_VALUE, Byte.MAX_VALUE, (value) -> (byte) value),
				NumberKeyEncodings.integer(Short.class, 5, Short.MIN_VALUE, Short.MAX_VALUE, (value) -> (short) value),
				NumberKeyEncodings.integer(Integer.class, 10, Integer.MIN_VALUE, Integer.MAX_VALUE,
						(value) -> (int) value),
				NumberKeyEncodings.integer(Long.class, 19, Long.MIN_VALUE, Long.MAX_VALUE, (value) -> value),
				NumberKeyEncodings.bigInteger(), TimeKeyEncodings.instant(), TimeKeyEncodings.offsetDateTime(),
				TimeKeyEncodings.localDateTime(), TimeKeyEncodings.localDate(), TimeKeyEncodings.localTime(),
				TimeKeyEncodings.yearMonth(), TimeKeyEncodings.year(), TimeKeyEncodings.duration())
		.collect(Collectors.toUnmodifiableMap(KeyEncoding::javaType, (encoding) -> encoding));

	private static final String SUPPORTED = Stream
		.<Class<?>>of(String.class, UUID.class, Byte.class, Short.class, Integer.class, Long.class, BigInteger.class,
				BigDecimal.class, Boolean.class, Character.class, Instant.class, OffsetDateTime.class,
				LocalDateTime.class, LocalDate.class, LocalTime.class, YearMonth.class, Year.class, Duration.class)
		.map(Class::getSimpleName)
		.collect(Collectors.joining(", "));

	private KeyEncodings() {
	}

	/**
	 * Whether values of a type can be part of a key without a conversion.
	 * @param type the type
	 * @return {@code true} if there is an encoding
	 */
	public static boolean supports(Class<?> type) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		return boxed.isEnum() || boxed == BigDecimal.class || ENCODINGS.containsKey(boxed);
	}

	/**
	 * The encoding for a property.
	 * @param property the name of the property, for the message
	 * @param type its type
	 * @param scale the declared scale, used for {@code BigDecimal} alone
	 * @return the encoding
	 * @throws UnsupportedKeyTypeException if the property cannot be part of a key
	 */
	public static KeyEncoding<?> forType(String property, Class<?> type, @Nullable Integer scale) {
		Assert.hasText(property, "Property must have a name");
		Assert.notNull(type, "Type must not be null");
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		if (boxed == BigDecimal.class) {
			return NumberKeyEncodings.bigDecimal(requireScale(property, scale));
		}
		if (boxed.isEnum()) {
			return enumeration(boxed);
		}
		KeyEncoding<?> encoding = ENCODINGS.get(boxed);
		if (encoding == null) {
			throw new UnsupportedKeyTypeException(property,
					"Property '" + property + "' of type " + type.getSimpleName()
							+ " cannot be part of a key; supported are " + SUPPORTED
							+ " and enums. Use one of these, or register a converter to and from one of them");
		}
		return encoding;
	}

	private static int requireScale(String property, @Nullable Integer scale) {
		if (scale == null) {
			throw new UnsupportedKeyTypeException(property, "Property '" + property
					+ "' of type BigDecimal is part of a key and declares no scale, so its values would not sort; "
					+ "declare it, such as @Attribute(scale = 2)");
		}
		if (scale < 0 || scale > NumberKeyEncodings.MAXIMUM_DIGITS) {
			throw new UnsupportedKeyTypeException(property,
					"Property '" + property + "' is part of a key and declares a scale of " + scale
							+ "; declare one from 0 to " + NumberKeyEncodings.MAXIMUM_DIGITS);
		}
		return scale;
	}

	private static <E> KeyEncoding<E> enumeration(Class<E> type) {
		Map<String, E> constants = new HashMap<>();
		for (E constant : type.getEnumConstants()) {
			constants.put(((Enum<?>) constant).name(), constant);
		}
		return KeyEncoding.unordered(type, (value, out) -> out.append(((Enum<?>) value).name()), constants::get);
	}

	private static KeyEncoding<UUID> uuid() {
		return KeyEncoding.selfDelimiting(UUID.class, "-", (value, out) -> out.append(value), (text) -> {
			for (int i = 0; i < text.length(); i++) {
				char character = text.charAt(i);
				boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
				if (dash ? character != '-' : "0123456789abcdef".indexOf(character) < 0) {
					return null;
				}
			}
			return (text.length() == 36) ? UUID.fromString(text) : null;
		});
	}

	private static KeyEncoding<Boolean> bool() {
		return KeyEncoding.selfDelimiting(Boolean.class, "", (value, out) -> out.append(value.booleanValue()),
				(text) -> switch (text) {
					case "false" -> Boolean.FALSE;
					case "true" -> Boolean.TRUE;
					default -> null;
				});
	}

	private static KeyEncoding<Character> character() {
		return KeyEncoding.selfDelimiting(Character.class, null, (value, out) -> out.append(value.charValue()),
				(text) -> (text.length() == 1) ? text.charAt(0) : null);
	}

}
