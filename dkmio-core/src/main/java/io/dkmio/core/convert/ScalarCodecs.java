package io.dkmio.core.convert;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The codecs of the types that are stored as one attribute.
 */
final class ScalarCodecs {

	private static final Map<Class<?>, ValueCodec<?>> CODECS = new HashMap<>();

	static {
		texts();
		times();
		number(Byte.class, byte.class, (value) -> Byte.toString(value), Numbers::parseByte);
		number(Short.class, short.class, (value) -> Short.toString(value), Numbers::parseShort);
		number(Integer.class, int.class, (value) -> Integer.toString(value), Numbers::parseInt);
		number(Long.class, long.class, (value) -> Long.toString(value), Numbers::parseLong);
		number(Float.class, float.class, Numbers::format, Numbers::parseFloat);
		number(Double.class, double.class, Numbers::format, Numbers::parseDouble);
		number(BigInteger.class, Numbers::format, Numbers::parseInteger, true);
		number(BigDecimal.class, Numbers::format, Numbers::parseDecimal, false);
		put(Number.class,
				new NumberCodec<Number>("Number", ScalarCodecs::formatAny, Numbers::parseDecimal, false, false));
		put(Boolean.class, new BooleanCodec("Boolean", false));
		put(boolean.class, new BooleanCodec("boolean", true));
		put(byte[].class, new BinaryCodec<>("byte[]", SdkBytes::fromByteArray, SdkBytes::asByteArray));
		put(ByteBuffer.class, new BinaryCodec<>("ByteBuffer", SdkBytes::fromByteBuffer, SdkBytes::asByteBuffer));
		put(SdkBytes.class, new BinaryCodec<>("SdkBytes", Function.identity(), Function.identity()));
		put(AttributeValue.class, new RawCodec());
	}

	private ScalarCodecs() {
	}

	/**
	 * The codec of a type.
	 * @return the codec, or {@code null} if the type is not stored as one attribute
	 */
	static @Nullable ValueCodec<?> find(Class<?> type) {
		ValueCodec<?> codec = CODECS.get(type);
		if (codec == null && ZoneId.class.isAssignableFrom(type)) {
			return CODECS.get(ZoneId.class);
		}
		if (codec == null && ByteBuffer.class.isAssignableFrom(type)) {
			return CODECS.get(ByteBuffer.class);
		}
		return codec;
	}

	/**
	 * The codec of decimal numbers with a declared scale.
	 */
	static NumberCodec<BigDecimal> scaled(int scale) {
		return new NumberCodec<>("BigDecimal", (value) -> Numbers.format(value, scale),
				(text) -> Numbers.parse(text, scale), false, false);
	}

	private static void texts() {
		put(String.class, new TextCodec.Plain());
		put(CharSequence.class, TextCodec.of("CharSequence", CharSequence::toString, (text) -> text));
		put(Character.class, new CharacterCodec("Character", false));
		put(char.class, new CharacterCodec("char", true));
		text(UUID.class, UUID::toString, UUID::fromString);
		text(URI.class, URI::toString, URI::create);
		text(ZoneId.class, ZoneId::getId, ZoneId::of);
		text(ZoneOffset.class, ZoneOffset::getId, ZoneOffset::of);
		text(Locale.class, Locale::toLanguageTag, Locale::forLanguageTag);
		text(Currency.class, Currency::getCurrencyCode, Currency::getInstance);
		text(Period.class, Period::toString, Period::parse);
	}

	@SuppressWarnings("JavaUtilDate") // supported because applications still have it
	private static void times() {
		text(Instant.class, Times::format, Times::parseInstant);
		text(Date.class, (value) -> Times.format(Instant.ofEpochMilli(value.getTime())),
				(text) -> Date.from(Times.parseInstant(text)));
		text(LocalDateTime.class, Times::format, Times::parseDateTime);
		text(LocalTime.class, Times::format, Times::parseTime);
		text(LocalDate.class, (value) -> inOrder(value.getYear(), value), LocalDate::parse);
		text(YearMonth.class, (value) -> inOrder(value.getYear(), value), YearMonth::parse);
		text(MonthDay.class, MonthDay::toString, MonthDay::parse);
		text(OffsetDateTime.class, OffsetDateTime::toString, OffsetDateTime::parse);
		text(OffsetTime.class, OffsetTime::toString, OffsetTime::parse);
		text(ZonedDateTime.class, ZonedDateTime::toString, ZonedDateTime::parse);
		number(Year.class, (value) -> Integer.toString(value.getValue()), (text) -> Year.of(Numbers.parseInt(text)),
				true);
		number(Duration.class, Times::format, Times::parseDuration, true);
	}

	private static String inOrder(int year, Object value) {
		if (year < 0 || year > 9999) {
			throw Times.yearOutOfRange();
		}
		return value.toString();
	}

	private static String formatAny(Number value) {
		ValueCodec<?> codec = CODECS.get(value.getClass());
		if (codec instanceof NumberCodec<?> number && value.getClass() != Number.class) {
			return formatUnchecked(number, value);
		}
		throw ConversionFault.of("a number of type " + value.getClass().getName()
				+ ", which is not supported; declare one of Java's own types, or register a Converter");
	}

	@SuppressWarnings("unchecked")
	private static <T> String formatUnchecked(NumberCodec<T> codec, Object value) {
		return codec.format((T) value);
	}

	private static <T> void text(Class<T> type, Function<T, String> format, Function<String, T> parse) {
		put(type, TextCodec.of(type.getSimpleName(), format, parse));
	}

	private static <T> void number(Class<T> type, Function<T, String> format, Function<String, T> parse,
			boolean exact) {
		put(type, new NumberCodec<>(type.getSimpleName(), format, parse, exact, false));
	}

	private static <T> void number(Class<T> type, Class<T> primitive, Function<T, String> format,
			Function<String, T> parse) {
		boolean exact = type != Double.class && type != Float.class;
		number(type, format, parse, exact);
		CODECS.put(primitive, new NumberCodec<>(primitive.getSimpleName(), format, parse, exact, true));
	}

	private static void put(Class<?> type, ValueCodec<?> codec) {
		CODECS.put(type, codec);
	}

	private static final class CharacterCodec extends TextCodec<Character> {

		CharacterCodec(String type, boolean required) {
			super(type, required);
		}

		@Override
		String format(Character value) {
			return value.toString();
		}

		@Override
		Character parse(String text) {
			if (text.length() != 1) {
				throw unreadable(text);
			}
			return text.charAt(0);
		}

	}

}
