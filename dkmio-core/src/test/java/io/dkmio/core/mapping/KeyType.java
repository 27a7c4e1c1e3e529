package io.dkmio.core.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Values of one type for the laws of keys: drawn at random, drawn close to another one,
 * and compared without any help of the code under test.
 */
record KeyType<T>(KeyEncoding<?> encoding, Function<RandomGenerator, T> draw, Neighbour<T> neighbour,
		Comparator<T> order) {

	private static final int[] CODE_POINTS = { 0, 1, 0x1F, ' ', '!', '"', '#', '$', '%', '+', ',', '-', '.', '/', '0',
			'2', '9', ':', ';', '<', 'A', 'F', 'Z', '^', '_', '`', 'a', 'z', '{', '|', '}', '~', 0x7F, 0x80, 0x7FF,
			0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF };

	private static final BigInteger LIMIT = BigInteger.TEN.pow(38);

	private static final long FIRST_SECOND = -62_167_219_200L;

	private static final long LAST_SECOND = 253_402_300_799L;

	enum Color {

		RED, REDDISH, GREEN, BLUE_GREEN, BLUE

	}

	record Name(String value) {

	}

	@FunctionalInterface
	interface Neighbour<T> {

		T of(T value, RandomGenerator random);

	}

	Object any(RandomGenerator random) {
		return this.draw.apply(random);
	}

	@SuppressWarnings("unchecked")
	Object near(Object value, RandomGenerator random) {
		return switch (random.nextInt(8)) {
			case 0 -> value;
			case 1 -> any(random);
			default -> this.neighbour.of((T) value, random);
		};
	}

	@SuppressWarnings("unchecked")
	int compare(Object left, Object right) {
		return Integer.signum(this.order.compare((T) left, (T) right));
	}

	static KeyType<?> of(String name) {
		return switch (name) {
			case "string" -> new KeyType<>(encoding(String.class), KeyType::text, KeyType::nearText, KeyType::bytes);
			case "long text" -> new KeyType<>(encoding(String.class),
					(random) -> text(random).repeat(random.nextInt(1, 12)), KeyType::nearText, KeyType::bytes);
			case "name" -> new KeyType<>(KeyEncoding.converted(Name.class, KeyEncoding.text(), Name::value, Name::new),
					(random) -> new Name(text(random)), (name_, random) -> new Name(nearText(name_.value(), random)),
					Comparator.comparing(Name::value, KeyType::bytes));
			case "enum" ->
				new KeyType<>(encoding(Color.class), (random) -> Color.values()[random.nextInt(Color.values().length)],
						(color, random) -> Color.values()[random.nextInt(Color.values().length)], Color::compareTo);
			case "uuid" -> comparable(UUID.class, (random) -> new UUID(integer(random), integer(random)), (uuid,
					random) -> new UUID(uuid.getMostSignificantBits() + step(random), uuid.getLeastSignificantBits()),
					Comparator.comparing(UUID::toString));
			case "boolean" ->
				comparable(Boolean.class, RandomGenerator::nextBoolean, (bool, random) -> !bool, Boolean::compare);
			case "char" ->
				comparable(Character.class, KeyType::character, (c, random) -> character(random), Character::compare);
			default -> number(name);
		};
	}

	private static KeyType<?> number(String name) {
		return switch (name) {
			case "byte" -> comparable(Byte.class, (random) -> (byte) integer(random),
					(value, random) -> (byte) (value + step(random)), Byte::compare);
			case "short" -> comparable(Short.class, (random) -> (short) integer(random),
					(value, random) -> (short) (value + step(random)), Short::compare);
			case "int" -> comparable(Integer.class, (random) -> (int) integer(random),
					(value, random) -> value + step(random), Integer::compare);
			case "long" ->
				comparable(Long.class, KeyType::integer, (value, random) -> value + step(random), Long::compare);
			case "biginteger" -> comparable(BigInteger.class, (random) -> digits(random, 38),
					(value, random) -> clip(value.add(BigInteger.valueOf(step(random))), value), BigInteger::compareTo);
			case "decimal2" -> decimal(2);
			case "decimal0" -> decimal(0);
			case "decimal38" -> decimal(38);
			default -> time(name);
		};
	}

	private static KeyType<BigDecimal> decimal(int scale) {
		return new KeyType<>(KeyEncodings.forType("x", BigDecimal.class, scale),
				(random) -> new BigDecimal(digits(random, 38), scale),
				(value, random) -> new BigDecimal(
						clip(value.unscaledValue().add(BigInteger.valueOf(step(random))), value.unscaledValue()),
						scale),
				BigDecimal::compareTo);
	}

	private static KeyType<?> time(String name) {
		return switch (name) {
			case "instant" -> comparable(Instant.class, KeyType::instant, KeyType::nearInstant, Instant::compareTo);
			case "offset" -> comparable(OffsetDateTime.class, (random) -> instant(random).atOffset(ZoneOffset.UTC),
					(value, random) -> nearInstant(value.toInstant(), random).atOffset(ZoneOffset.UTC),
					Comparator.comparing(OffsetDateTime::toInstant));
			case "datetime" -> comparable(
					LocalDateTime.class, KeyType::dateTime, (value, random) -> LocalDateTime
						.ofInstant(nearInstant(value.toInstant(ZoneOffset.UTC), random), ZoneOffset.UTC),
					LocalDateTime::compareTo);
			case "date" -> comparable(LocalDate.class, (random) -> dateTime(random).toLocalDate(),
					(value, random) -> within(value.plusDays(step(random)), value), LocalDate::compareTo);
			case "time" -> comparable(LocalTime.class, (random) -> dateTime(random).toLocalTime(),
					(value, random) -> value.plusNanos(step(random)), LocalTime::compareTo);
			case "month" -> comparable(YearMonth.class, (random) -> YearMonth.from(dateTime(random)),
					(value, random) -> YearMonth.from(within(value.atDay(1).plusMonths(step(random)), value.atDay(1))),
					YearMonth::compareTo);
			case "year" -> comparable(Year.class, (random) -> Year.of(random.nextInt(10_000)),
					(value, random) -> Year.of(Math.floorMod(value.getValue() + step(random), 10_000)),
					Year::compareTo);
			case "duration" -> comparable(Duration.class,
					(random) -> Duration.ofSeconds(integer(random) / 2, random.nextInt(1_000_000_000)),
					(value, random) -> value.plusNanos(step(random)), Duration::compareTo);
			default -> throw new IllegalArgumentException(name);
		};
	}

	private static <T> KeyType<T> comparable(Class<T> type, Function<RandomGenerator, T> draw, Neighbour<T> neighbour,
			Comparator<T> order) {
		return new KeyType<>(encoding(type), draw, neighbour, order);
	}

	private static KeyEncoding<?> encoding(Class<?> type) {
		return KeyEncodings.forType("x", type, null);
	}

	static int bytes(String left, String right) {
		return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
	}

	static String text(RandomGenerator random) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(6); i > 0; i--) {
			text.appendCodePoint(codePoint(random));
		}
		return text.toString();
	}

	static String nearText(String text, RandomGenerator random) {
		if (text.isEmpty() || random.nextInt(3) == 0) {
			return text + Character.toString(codePoint(random));
		}
		int last = text.codePointBefore(text.length());
		String start = text.substring(0, text.length() - Character.charCount(last));
		if (random.nextBoolean()) {
			return start;
		}
		int next = last + step(random);
		return start + Character
			.toString((next < 0 || next > 0x10FFFF || (next >= 0xD800 && next <= 0xDFFF)) ? codePoint(random) : next);
	}

	private static int codePoint(RandomGenerator random) {
		return CODE_POINTS[random.nextInt(CODE_POINTS.length)];
	}

	private static char character(RandomGenerator random) {
		int codePoint = codePoint(random);
		return (codePoint > 0xFFFF) ? '\uFFFE' : (char) codePoint;
	}

	private static long integer(RandomGenerator random) {
		return switch (random.nextInt(6)) {
			case 0 -> random.nextInt(-3, 4);
			case 1 -> Long.MIN_VALUE + random.nextInt(3);
			case 2 -> Long.MAX_VALUE - random.nextInt(3);
			case 3 -> random.nextInt();
			default -> random.nextLong() >> random.nextInt(64);
		};
	}

	private static int step(RandomGenerator random) {
		return switch (random.nextInt(6)) {
			case 0, 1 -> 1;
			case 2, 3 -> -1;
			case 4 -> random.nextInt(-9, 10);
			default -> 0;
		};
	}

	private static BigInteger digits(RandomGenerator random, int maximum) {
		int count = random.nextInt(maximum + 1);
		StringBuilder digits = new StringBuilder("0");
		for (int i = 0; i < count; i++) {
			digits.append((char) ('0' + ((random.nextInt(3) > 0) ? 9 * random.nextInt(2) : random.nextInt(10))));
		}
		BigInteger number = new BigInteger(digits.toString());
		return random.nextBoolean() ? number : number.negate();
	}

	private static BigInteger clip(BigInteger value, BigInteger otherwise) {
		return (value.abs().compareTo(LIMIT) < 0) ? value : otherwise;
	}

	private static Instant instant(RandomGenerator random) {
		int nano = random.nextBoolean() ? random.nextInt(3) * 100_000_000 : random.nextInt(1_000_000_000);
		return Instant.ofEpochSecond(random.nextLong(FIRST_SECOND, LAST_SECOND + 1), nano);
	}

	private static Instant nearInstant(Instant value, RandomGenerator random) {
		BinaryOperator<Instant> clip = (moved,
				from) -> (moved.getEpochSecond() < FIRST_SECOND || moved.getEpochSecond() > LAST_SECOND) ? from : moved;
		UnaryOperator<Instant> move = random.nextBoolean() ? (from) -> from.plusNanos(step(random))
				: (from) -> from.plusSeconds(TimeUnit.HOURS.toSeconds(step(random)));
		return clip.apply(move.apply(value), value);
	}

	private static LocalDateTime dateTime(RandomGenerator random) {
		return LocalDateTime.ofInstant(instant(random), ZoneOffset.UTC);
	}

	private static LocalDate within(LocalDate moved, LocalDate otherwise) {
		return (moved.getYear() < 0 || moved.getYear() > 9999) ? otherwise : moved;
	}

}
