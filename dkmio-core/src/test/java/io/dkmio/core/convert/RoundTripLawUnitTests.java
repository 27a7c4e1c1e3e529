package io.dkmio.core.convert;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

import io.dkmio.domain.Address;
import io.dkmio.domain.Line;
import io.dkmio.domain.Status;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is written is read again, for random values of all types.
 */
class RoundTripLawUnitTests {

	private static final long SEED = Long.getLong("dkmio.seed", 20_261_121L);

	private static final int ROUNDS = 3000;

	private static final List<Status> STATUSES = List.of(Status.values());

	private final SplittableRandom random = new SplittableRandom(SEED);

	private final MappingDynamoConverter converter = new MappingDynamoConverter(AllTypes.mappingContext());

	@Test
	void readsWhatItWroteForRandomValues() {
		for (int i = 0; i < ROUNDS; i++) {
			AllTypes item = item();
			AllTypes read = this.converter.fromItem(AllTypes.class, this.converter.toItem(item));
			if (!read.equals(item)) {
				assertSame(read, item, i);
			}
		}
	}

	private static void assertSame(AllTypes read, AllTypes item, int round) {
		for (RecordComponent component : AllTypes.class.getRecordComponents()) {
			String property = component.getName();
			assertThat(read.get(property)).as("%s in round %d of seed %d", property, round, SEED)
				.isEqualTo(item.get(property));
		}
	}

	@Test
	void keepsTheOrderOfTimes() {
		for (int i = 0; i < ROUNDS; i++) {
			Instant first = instant();
			Instant second = this.random.nextBoolean() ? instant() : first.plusNanos(this.random.nextInt(3));
			assertThat(Integer.signum(Times.format(first).compareTo(Times.format(second))))
				.as("%s and %s of seed %d", first, second, SEED)
				.isEqualTo(Integer.signum(first.compareTo(second)));
		}
	}

	@Test
	void agreesWithTheFormatsOfTheJdk() {
		for (int i = 0; i < ROUNDS; i++) {
			Instant instant = instant();
			assertThat(Instant.parse(Times.format(instant))).isEqualTo(instant);
			assertThat(Times.parseInstant(instant.toString())).isEqualTo(instant);
			LocalDateTime dateTime = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
			assertThat(LocalDateTime.parse(Times.format(dateTime))).isEqualTo(dateTime);
			assertThat(Times.parseDateTime(dateTime.toString())).isEqualTo(dateTime);
			LocalTime time = dateTime.toLocalTime();
			assertThat(LocalTime.parse(Times.format(time))).isEqualTo(time);
			assertThat(Times.parseTime(time.toString())).isEqualTo(time);
		}
	}

	private AllTypes item() {
		return AllTypes.with("text", maybe(this::text), "character", maybe(() -> (char) this.random.nextInt(0xD800)),
				"flag", maybe(this.random::nextBoolean), "tiny", maybe(() -> (byte) this.random.nextInt()), "small",
				maybe(() -> (short) this.random.nextInt()), "number", maybe(this.random::nextInt), "big",
				maybe(this::number), "single", maybe(() -> (float) this.random.nextDouble()), "dual",
				maybe(() -> this.random.nextDouble() - 0.5), "integer", maybe(this::integer), "decimal",
				maybe(this::decimal), "money", maybe(() -> BigDecimal.valueOf(number() / 1000, 2)), "status",
				maybe(this::status), "uuid", maybe(this::uuid), "uri",
				maybe(() -> URI.create("urn:" + this.random.nextLong())), "instant", maybe(this::instant), "date",
				maybe(() -> LocalDate.of(this.random.nextInt(10_000), 1, 1).plusDays(this.random.nextInt(365))),
				"dateTime", maybe(() -> LocalDateTime.ofInstant(instant(), ZoneOffset.UTC)), "time",
				maybe(() -> LocalTime.ofNanoOfDay(this.random.nextLong(86_400_000_000_000L))), "offsetDateTime",
				maybe(() -> OffsetDateTime.ofInstant(instant(), ZoneOffset.ofHours(this.random.nextInt(-18, 19)))),
				"yearMonth", maybe(() -> YearMonth.of(this.random.nextInt(10_000), this.random.nextInt(1, 13))), "year",
				maybe(() -> Year.of(this.random.nextInt(-9999, 10_000))), "duration",
				maybe(() -> Duration.ofSeconds(number(), this.random.nextInt(1_000_000_000))), "sdkBytes",
				maybe(() -> SdkBytes.fromUtf8String(text())), "optional", Optional.ofNullable(maybe(this::text)),
				"texts", maybe(() -> list(this::text)), "numbers", maybe(() -> list(this.random::nextInt)), "textSet",
				set(this::text), "statusSet", set(this::status), "uuidSet", set(this::uuid), "numberSet",
				set(this.random::nextInt), "decimalSet", set(() -> decimal().stripTrailingZeros()), "bufferSet",
				set(() -> SdkBytes.fromUtf8String(text()).asByteBuffer()), "flagSet", set(this.random::nextBoolean),
				"addressSet", set(this::address), "sortedSet", new java.util.TreeSet<>(set(this::text)), "enumSet",
				java.util.EnumSet.copyOf(List.of(status(), status())), "listOfSets",
				maybe(() -> full(() -> set(this::text))), "optionals",
				maybe(() -> full(() -> Optional.ofNullable(maybe(this::text)))), "counts",
				maybe(() -> map(this::name, this.random::nextInt)), "byStatus",
				maybe(() -> map(this::status, this::address)), "byUuid", maybe(() -> map(this::uuid, this::text)),
				"byNumber", maybe(() -> map(this.random::nextInt, this::text)), "address", maybe(this::address),
				"lines", maybe(() -> list(this::line)), "anything", maybe(() -> map(this::name, () -> undeclared(3))),
				"any", undeclared(3), "tree", maybe(() -> tree(3)));
	}

	private <T> T maybe(Supplier<T> value) {
		return (this.random.nextInt(4) > 0) ? value.get() : null;
	}

	private <T> List<T> list(Supplier<T> element) {
		List<T> list = new ArrayList<>();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			list.add(maybe(element));
		}
		return list;
	}

	/** A list whose elements have a form of their own for null. */
	private <T> List<T> full(Supplier<T> element) {
		return new ArrayList<>(set(element));
	}

	private <T> Set<T> set(Supplier<T> element) {
		Set<T> set = new LinkedHashSet<>();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			set.add(element.get());
		}
		return set;
	}

	private <K, V> Map<K, V> map(Supplier<K> key, Supplier<V> value) {
		Map<K, V> map = new LinkedHashMap<>();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			map.put(key.get(), maybe(value));
		}
		return map;
	}

	private String text() {
		StringBuilder text = new StringBuilder();
		for (int i = this.random.nextInt(8); i > 0; i--) {
			int point = this.random.nextBoolean() ? this.random.nextInt(128) : this.random.nextInt(0x11_0000);
			if (point < 0xD800 || point > 0xDFFF) {
				text.appendCodePoint(point);
			}
		}
		return text.toString();
	}

	private String name() {
		return "n" + text();
	}

	private long number() {
		return this.random.nextLong() >> this.random.nextInt(64);
	}

	private BigInteger integer() {
		return BigInteger.valueOf(number()).multiply(BigInteger.valueOf(number() % 1_000_000_000));
	}

	private BigDecimal decimal() {
		BigDecimal value = new BigDecimal(integer(), this.random.nextInt(-80, 80));
		return (value.signum() != 0) ? value : BigDecimal.ZERO;
	}

	private Instant instant() {
		return Instant.ofEpochSecond(this.random.nextLong(-62_167_219_200L, 253_402_300_800L),
				this.random.nextInt(1_000_000_000));
	}

	private UUID uuid() {
		return new UUID(this.random.nextLong(), this.random.nextLong());
	}

	private Status status() {
		return STATUSES.get(this.random.nextInt(STATUSES.size()));
	}

	private Address address() {
		return new Address(text(), text(), maybe(this::text), text());
	}

	private Line line() {
		return new Line(text(), this.random.nextInt(), BigDecimal.valueOf(number() / 1000, 2));
	}

	private AllTypes.Tree tree(int depth) {
		return new AllTypes.Tree(text(), (depth == 0) ? null : list(() -> tree(depth - 1)));
	}

	private Object undeclared(int depth) {
		return switch (this.random.nextInt((depth == 0) ? 4 : 6)) {
			case 0 -> text();
			case 1 -> decimal();
			case 2 -> this.random.nextBoolean();
			case 3 -> null;
			case 4 -> list(() -> undeclared(depth - 1));
			default -> map(this::name, () -> undeclared(depth - 1));
		};
	}

}
