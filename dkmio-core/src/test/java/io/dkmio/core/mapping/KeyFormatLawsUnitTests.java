package io.dkmio.core.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import io.dkmio.core.mapping.KeyRange.Bound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * The laws of keys over 100,000 random tuples for each template. The seed is part of a
 * failure's message, and the failing case is made as small as possible.
 */
class KeyFormatLawsUnitTests {

	private static final long SEED = Long.getLong("dkmio.seed", 20260131L);

	/** Each pair is two tuples. */
	private static final int PAIRS = 50_000;

	private static final int TIGHT = 40;

	@ParameterizedTest(name = "{0} of {1} with {2}")
	@CsvSource(quoteCharacter = '\'', textBlock = """
			{a}                        | string                 | #
			ORDER#{a}                  | string                 | #
			CUSTOMER#{a}#ORDER#{b}     | string, string         | #
			{a}#{b}#{c}                | string, string, string | #
			{a}#META                   | string                 | #
			P{a}#Q{b}#END              | string, string         | #
			{a}#{b}                    | instant, string        | #
			{a}#{b}                    | string, long           | #
			v{a}#{b}                   | int, string            | #
			{a}#v{b}                   | string, decimal2       | #
			{a}#{b}                    | long text, long text   | #
			{a}#{b}                    | name, duration         | #
			{a}#{b}                    | enum, string           | #
			{a}#{b}                    | string, enum           | #
			{a}#{b}#{c}                | uuid, boolean, char    | #
			{a}#{b}#{c}                | byte, short, biginteger | #
			{a}#{b}                    | decimal0, decimal38    | #
			{a}#{b}#{c}                | offset, datetime, date | #
			{a}#{b}#{c}                | time, month, year      | #
			{a}-{b}                    | instant, string        | -
			{a}-{b}                    | string, int            | -
			{a}-{b}-{c}                | decimal2, date, duration | -
			{a}.{b}                    | string, datetime       | .
			X.{a}.{b}                  | decimal2, string       | .
			{a}:{b}                    | instant, string        | :
			{a}:v{b}:{c}               | string, long, string   | :
			{a}:{b}                    | char, biginteger       | :
			X^{a}^{b}                  | decimal2, string       | ^
			X_{a}_{b}                  | enum, string           | _
			""", delimiter = '|')
	void hold(String template, String types, char separator) {
		check(template, types, separator);
	}

	@ParameterizedTest(name = "{0} of {1}")
	@CsvSource({ "{a},string", "X|{a},string", "{a}|{b}|END,string;char", "{a}|{b},instant;string",
			"v{a}|w{b},string;string" })
	void holdWithBars(String template, String types) {
		check(template, types.replace(';', ','), '|');
	}

	private void check(String template, String types, char separator) {
		Subject subject = new Subject(template, types, separator);
		RandomGenerator random = new SplittableRandom(SEED);
		for (int i = 0; i < PAIRS; i++) {
			Case drawn = subject.draw(random);
			if (subject.violation(drawn) != null) {
				Case smallest = subject.shrink(drawn);
				fail("Template %s, types %s, seed %d, pair %d: %s%n%s", template, types, SEED, i,
						subject.violation(smallest), smallest);
			}
		}
	}

	@Test
	void textsThatMatchAreExactlyThoseFormatWrites() {
		RandomGenerator random = new SplittableRandom(SEED);
		for (String types : List.of("string, long", "instant, char", "duration, decimal2", "biginteger, enum",
				"uuid, boolean", "date, time", "month, year", "byte, offset", "datetime, decimal38")) {
			for (char separator : new char[] { '#', '|', '-' }) {
				Subject subject = new Subject("T" + separator + "{a}" + separator + "v{b}", types, separator);
				int matching = 0;
				for (int i = 0; i < 4_000; i++) {
					String text = mutate(subject.format.format(subject.tuple(random)), random);
					if (subject.format.matches(text)) {
						matching++;
						if (!subject.format.format(subject.format.parse(text)).equals(text)) {
							fail("A text matches that format does not write: types %s, seed %d, text %d", types, SEED,
									i);
						}
					}
				}
				assertThat(matching).isPositive();
			}
		}
	}

	@Test
	void templatesThatAreToldApartFindNoKeysOfEachOther() {
		RandomGenerator random = new SplittableRandom(SEED);
		List<Subject> subjects = new ArrayList<>();
		for (String template : List.of("ORDER#{a}", "ORDERS#{a}", "ORDER#{a}#LINE#{b}", "ORDER#{a}#NOTE#{b}", "ORDER",
				"META", "ORDER#{a}#{b}", "v{a}", "vault", "v{a}#X", "vault#Y", "{a}#X", "{a}", "ORDER#v{a}#LINE")) {
			String types = "string, string".substring(0, template.contains("{b}") ? 14 : 6);
			subjects.add(new Subject(template, template.contains("{a}") ? types : "", '#'));
		}
		int separated = 0;
		for (int i = 0; i < 60_000; i++) {
			Subject one = subjects.get(random.nextInt(subjects.size()));
			Subject other = subjects.get(random.nextInt(subjects.size()));
			Object[] values = one.tuple(random);
			Object[] others = other.tuple(random);
			System.arraycopy(values, 0, others, 0, Math.min(values.length, others.length));
			if (others.length > 0 && random.nextBoolean()) {
				int part = random.nextInt(others.length);
				others[part] = random.nextBoolean() ? "LINE" : other.types.get(part).near(others[part], random);
			}
			String key = one.key(values);
			String otherKey = other.key(others);
			if (key == null || otherKey == null) {
				continue;
			}
			KeyTemplate template = one.format.template();
			if (!template.overlaps(other.format.template()) && key.equals(otherKey)) {
				fail("%s and %s share a key, seed %d, pair %d", template, other.format, SEED, i);
			}
			int leading = random.nextInt(values.length + 1);
			if (leading < values.length && template.separates(other.format.template(), leading)) {
				separated++;
				Object[] given = Arrays.copyOf(values, leading);
				Bound bound = Bound.exclusive(one.types.get(leading).any(random));
				String prefix = one.format.prefix(given);
				if (otherKey.startsWith(prefix) || one.format.range(given, bound, null).contains(otherKey)
						|| one.format.range(given, null, bound).contains(otherKey)
						|| one.format.range(given, null, null).contains(otherKey)) {
					fail("%s finds %s, seed %d, pair %d", template, other.format, SEED, i);
				}
			}
		}
		assertThat(separated).isGreaterThan(8_000);
	}

	private static String mutate(String text, RandomGenerator random) {
		StringBuilder mutated = new StringBuilder(text);
		for (int i = random.nextInt(3); i > 0; i--) {
			int at = random.nextInt(mutated.length());
			switch (random.nextInt(4)) {
				case 0 -> mutated.deleteCharAt(at);
				case 1 -> mutated.insert(at, mutated.charAt(random.nextInt(mutated.length())));
				case 2 -> mutated.setCharAt(at, (char) (mutated.charAt(at) + random.nextInt(-1, 2)));
				default -> mutated.insert(at, KeyType.text(random));
			}
			if (mutated.isEmpty()) {
				break;
			}
		}
		return mutated.toString();
	}

	/**
	 * Two tuples that agree up to a part, and a range of that part.
	 */
	private record Case(List<Object> one, List<Object> other, int part, Object lower, Object upper, int kinds) {

		boolean lowerIncluded() {
			return (this.kinds & 1) != 0;
		}

		boolean upperIncluded() {
			return (this.kinds & 2) != 0;
		}

		Bound lowerBound() {
			return ((this.kinds & 12) != 0) ? new Bound(this.lower, lowerIncluded()) : null;
		}

		Bound upperBound() {
			return ((this.kinds & 12) != 12) ? new Bound(this.upper, upperIncluded()) : null;
		}

		boolean hasRange() {
			return (this.kinds & 768) == 0;
		}

		boolean isWide() {
			return (this.kinds & 240) == 0;
		}

		@Override
		public String toString() {
			return "one=" + show(this.one.toArray()) + " other=" + show(this.other.toArray()) + " part=" + this.part
					+ " lower=" + show(this.lower) + " upper=" + show(this.upper) + " kinds=" + this.kinds;
		}

		private static String show(Object... values) {
			return Arrays.stream(values)
				.map((value) -> value.toString()
					.codePoints()
					.mapToObj((c) -> (c > 32 && c < 127) ? Character.toString(c) : "\\u{%X}".formatted(c))
					.collect(Collectors.joining()))
				.toList()
				.toString();
		}

	}

	private static final class Subject {

		private final List<KeyType<?>> types;

		private final KeyFormat format;

		private final KeyFormat tight;

		private Subject(String template, String types, char separator) {
			this.types = types.isEmpty() ? List.of()
					: Arrays.stream(types.split(",")).<KeyType<?>>map((name) -> KeyType.of(name.trim())).toList();
			KeyTemplate parsed = KeyTemplate.parse(template, separator);
			List<KeyEncoding<?>> encodings = this.types.stream().<KeyEncoding<?>>map(KeyType::encoding).toList();
			this.format = KeyFormat.of(parsed, encodings, KeyRole.SORT_KEY);
			this.tight = KeyFormat.of(parsed, encodings, KeyRole.SORT_KEY, TIGHT);
		}

		private Object[] tuple(RandomGenerator random) {
			Object[] tuple = this.types.stream().map((type) -> type.any(random)).toArray();
			if (tuple.length == 1 && key(tuple) == null) {
				tuple[0] = this.types.get(0).encoding().isText() ? "x" : tuple[0];
			}
			return tuple;
		}

		private Case draw(RandomGenerator random) {
			Object[] one = tuple(random);
			int part = random.nextInt(one.length);
			Object[] other = tuple(random);
			System.arraycopy(one, 0, other, 0, part);
			KeyType<?> type = this.types.get(part);
			other[part] = type.near(one[part], random);
			Object lower = type.near(one[part], random);
			return new Case(List.of(one), List.of(other), part, lower,
					type.near(random.nextBoolean() ? lower : other[part], random), random.nextInt(1024));
		}

		/** The key, or null where it would be empty, which no item can have. */
		private String key(Object[] tuple) {
			boolean empty = tuple.length == 1 && this.format.template().toString().equals("{a}") && tuple[0].equals("");
			return empty ? null : this.format.format(tuple);
		}

		private String violation(Case drawn) {
			String one = key(drawn.one().toArray());
			String other = key(drawn.other().toArray());
			if (one == null || other == null) {
				return null;
			}
			if (!List.of(this.format.parse(one)).equals(drawn.one())
					|| !List.of(this.format.parse(other)).equals(drawn.other())) {
				return "parse(format(x)) is not x";
			}
			if (drawn.hasRange() && !this.format.matches(one)) {
				return "a key does not match";
			}
			int difference = 0;
			while (difference < this.types.size()
					&& drawn.one().get(difference).equals(drawn.other().get(difference))) {
				difference++;
			}
			if (one.equals(other) != (difference == this.types.size())) {
				return "two tuples share a key";
			}
			if (difference < this.types.size() && this.format.keepsOrder(difference)
					&& Integer.signum(KeyType.bytes(one, other)) != this.types.get(difference)
						.compare(drawn.one().get(difference), drawn.other().get(difference))) {
				return "keys do not sort as values";
			}
			int leading = drawn.kinds() % this.types.size();
			String prefix = this.format.prefix(drawn.one().subList(0, leading).toArray());
			if (other.startsWith(prefix) != (difference >= leading)) {
				return "a prefix of " + leading + " values finds others or not all";
			}
			String start = startViolation(drawn, other);
			return (start != null) ? start : rangeViolation(drawn, one, other);
		}

		private String startViolation(Case drawn, String other) {
			if (drawn.hasRange() || this.format.startsWithRefusal(drawn.part()) != null) {
				return null;
			}
			Object[] leading = drawn.one().subList(0, drawn.part()).toArray();
			String prefix = this.format.startsWith(leading, (String) drawn.lower());
			boolean expected = ((String) drawn.other().get(drawn.part())).startsWith((String) drawn.lower());
			return (other.startsWith(prefix) != expected) ? "the beginning finds others or not all" : null;
		}

		private String rangeViolation(Case drawn, String one, String other) {
			int part = drawn.part();
			if (!drawn.hasRange() || !this.format.keepsOrder(part)) {
				return null;
			}
			Object[] leading = drawn.one().subList(0, part).toArray();
			KeyFormat ranging = (drawn.isWide() || Utf8.length(this.format.prefix(leading)) > TIGHT) ? this.format
					: this.tight;
			KeyRange range = ranging.range(leading, drawn.lowerBound(), drawn.upperBound());
			int limit = (ranging == this.tight) ? TIGHT : 1024;
			if (Utf8.length(range.lower()) > limit || Utf8.length(range.upper()) > limit) {
				return "a bound is too long";
			}
			if (!range.isEmpty() && !range.lower().startsWith(this.format.prefix(leading))) {
				return "a range leaves its prefix";
			}
			boolean exact = isExact(range, one, drawn, drawn.one().get(part), limit)
					&& isExact(range, other, drawn, drawn.other().get(part), limit);
			return exact ? null : "a range has others or not all: " + Case.show(range.lower(), range.upper());
		}

		private boolean isExact(KeyRange range, String key, Case drawn, Object value, int limit) {
			return Utf8.length(key) > limit || range.contains(key) == isAskedFor(drawn, value);
		}

		private boolean isAskedFor(Case drawn, Object value) {
			KeyType<?> type = this.types.get(drawn.part());
			int above = (drawn.lowerBound() != null) ? type.compare(value, drawn.lower()) : 1;
			int below = (drawn.upperBound() != null) ? type.compare(value, drawn.upper()) : -1;
			return (above > 0 || (above == 0 && drawn.lowerIncluded()))
					&& (below < 0 || (below == 0 && drawn.upperIncluded()));
		}

		/** Shortens strings as long as a law is still broken. */
		private Case shrink(Case broken) {
			for (int i = 0; i < 2 * this.types.size() + 2; i++) {
				int slot = i;
				if (get(broken, slot) instanceof String text) {
					for (int at = 0; at < text.length(); at++) {
						String shorter = text.substring(0, at) + text.substring(at + 1);
						Case smaller = with(broken, slot, shorter);
						if (Utf8.isWellFormed(shorter) && violation(smaller) != null) {
							return shrink(smaller);
						}
					}
				}
			}
			return broken;
		}

		private Object get(Case broken, int slot) {
			int size = this.types.size();
			return (slot < size) ? broken.one().get(slot) : (slot < 2 * size) ? broken.other().get(slot - size)
					: (slot == 2 * size) ? broken.lower() : broken.upper();
		}

		private Case with(Case broken, int slot, Object value) {
			int size = this.types.size();
			Object[] one = broken.one().toArray();
			Object[] other = broken.other().toArray();
			if (slot < 2 * size) {
				int part = slot % size;
				(slot < size ? one : other)[part] = value;
				if (part < broken.part()) {
					one[part] = value;
					other[part] = value;
				}
			}
			return new Case(List.of(one), List.of(other), broken.part(), (slot == 2 * size) ? value : broken.lower(),
					(slot == 2 * size + 1) ? value : broken.upper(), broken.kinds());
		}

	}

}
