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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.Date;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import io.dkmio.DynamoConversionException;
import io.dkmio.domain.Address;
import io.dkmio.domain.Line;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What every backend of the conversion keeps: each has a subclass.
 */
abstract class AbstractConversionTests {

	private static final UUID ID = UUID.fromString("7b2f3f0e-8f0c-4d4e-9d55-1e2f3a4b5c6d");

	private static final Address ADDRESS = new Address("Main Street 1", "Springfield", null, "US");

	private static final SdkBytes BYTES = SdkBytes.fromByteArray(new byte[] { 0, 1, -1 });

	private static final MappingDynamoConverter CONVERTER = new MappingDynamoConverter(AllTypes.mappingContext());

	final MappingDynamoConverter converter = CONVERTER;

	/**
	 * Writes an item to the backend and gives what a server would understand.
	 */
	abstract Map<String, AttributeValue> write(DynamoConverter converter, Object item);

	/**
	 * Reads an item from the backend, to which it was given by a server.
	 */
	abstract <T> T read(DynamoConverter converter, Class<T> type, Map<String, AttributeValue> item);

	static Stream<Arguments> storedForms() {
		return Stream.of(arguments("text", "", s("")),
				arguments("text", "a\"b\\c\n\u0000\u00e9\ud83d\ude00", s("a\"b\\c\n\u0000\u00e9\ud83d\ude00")),
				arguments("character", 'x', s("x")), arguments("flag", true, AttributeValue.fromBool(true)),
				arguments("flag", false, AttributeValue.fromBool(false)), arguments("tiny", Byte.MIN_VALUE, n("-128")),
				arguments("small", Short.MAX_VALUE, n("32767")),
				arguments("number", Integer.MIN_VALUE, n("-2147483648")),
				arguments("big", Long.MIN_VALUE, n("-9223372036854775808")),
				arguments("big", Long.MAX_VALUE, n("9223372036854775807")), arguments("single", 0.1f, n("0.1")),
				arguments("dual", 1.5E-10, n("1.5E-10")), arguments("dual", Math.PI, n("3.141592653589793")),
				arguments("integer", BigInteger.TEN.pow(37), n("10000000000000000000000000000000000000")),
				arguments("decimal", new BigDecimal("-0.00000000000000000000000000000000000001"), n("-1E-38")),
				arguments("decimal", new BigDecimal("12345678901234567890.123456789012345678"),
						n("12345678901234567890.123456789012345678")),
				arguments("money", new BigDecimal("12.50"), n("12.50")), arguments("status", Status.PAID, s("PAID")),
				arguments("uuid", ID, s(ID.toString())),
				arguments("uri", URI.create("https://x.org/a?b=c#d"), s("https://x.org/a?b=c#d")),
				arguments("zone", ZoneId.of("Europe/Paris"), s("Europe/Paris")),
				arguments("zone", ZoneOffset.ofHours(2), s("+02:00")), arguments("offset", ZoneOffset.UTC, s("Z")),
				arguments("locale", Locale.forLanguageTag("de-CH"), s("de-CH")),
				arguments("currency", Currency.getInstance("CHF"), s("CHF")),
				arguments("period", Period.of(1, 2, 3), s("P1Y2M3D")),
				arguments("monthDay", MonthDay.of(12, 24), s("--12-24")),
				arguments("instant", Instant.parse("2025-01-31T10:00:00.123456789Z"),
						s("2025-01-31T10:00:00.123456789Z")),
				arguments("instant", Instant.parse("2025-01-31T10:00:00Z"), s("2025-01-31T10:00:00.000000000Z")),
				arguments("instant", Instant.parse("0000-01-01T00:00:00Z"), s("0000-01-01T00:00:00.000000000Z")),
				arguments("instant", Instant.parse("9999-12-31T23:59:59.999999999Z"),
						s("9999-12-31T23:59:59.999999999Z")),
				arguments("date", LocalDate.of(2024, 2, 29), s("2024-02-29")),
				arguments("dateTime", LocalDateTime.of(2024, 2, 29, 1, 2), s("2024-02-29T01:02:00.000000000")),
				arguments("time", LocalTime.of(23, 59, 59, 1), s("23:59:59.000000001")),
				arguments("offsetDateTime", OffsetDateTime.parse("2025-01-31T10:00:00.5+02:00"),
						s("2025-01-31T10:00:00.500+02:00")),
				arguments("offsetTime", OffsetTime.parse("10:00+02:00"), s("10:00+02:00")),
				arguments("zonedDateTime", ZonedDateTime.parse("2025-01-31T10:00+01:00[Europe/Paris]"),
						s("2025-01-31T10:00+01:00[Europe/Paris]")),
				arguments("yearMonth", YearMonth.of(2025, 1), s("2025-01")),
				arguments("year", Year.of(2025), n("2025")), arguments("duration", Duration.ofSeconds(90), n("90")),
				arguments("duration", Duration.ofNanos(-1), n("-0.000000001")),
				arguments("duration", Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
						n("9223372036854775807.999999999")),
				arguments("oldDate", Date.from(Instant.parse("2025-01-31T10:00:00.123Z")),
						s("2025-01-31T10:00:00.123000000Z")),
				arguments("bytes", BYTES.asByteArray(), AttributeValue.fromB(BYTES)),
				arguments("bytes", new byte[0], AttributeValue.fromB(SdkBytes.fromByteArray(new byte[0]))),
				arguments("buffer", BYTES.asByteBuffer(), AttributeValue.fromB(BYTES)),
				arguments("sdkBytes", BYTES, AttributeValue.fromB(BYTES)),
				arguments("optional", Optional.of("x"), s("x")),
				arguments("texts", List.of("a", "b"), l(s("a"), s("b"))), arguments("texts", List.of(), l()),
				arguments("texts", Arrays.asList("a", null), l(s("a"), AttributeValue.fromNul(true))),
				arguments("numbers", List.of(1, 2), l(n("1"), n("2"))), arguments("longs", List.of(1L), l(n("1"))),
				arguments("ints", new int[] { 1, 2 }, l(n("1"), n("2"))),
				arguments("words", new String[] { "a", null }, l(s("a"), AttributeValue.fromNul(true))),
				arguments("textSet", ordered("a", "", "b"), AttributeValue.fromSs(List.of("a", "", "b"))),
				arguments("statusSet", ordered(Status.PAID, Status.OPEN),
						AttributeValue.fromSs(List.of("PAID", "OPEN"))),
				arguments("uuidSet", Set.of(ID), AttributeValue.fromSs(List.of(ID.toString()))),
				arguments("numberSet", ordered(2, 1), AttributeValue.fromNs(List.of("2", "1"))),
				arguments("bufferSet", Set.of(BYTES.asByteBuffer()), AttributeValue.fromBs(List.of(BYTES))),
				arguments("flagSet", Set.of(true), l(AttributeValue.fromBool(true))),
				arguments("flagSet", Set.of(), l()),
				arguments("sortedSet", new TreeSet<>(Set.of("b", "a")), AttributeValue.fromSs(List.of("a", "b"))),
				arguments("enumSet", EnumSet.of(Status.PAID), AttributeValue.fromSs(List.of("PAID"))),
				arguments("addressSet", Set.of(ADDRESS), l(m(ADDRESS))),
				arguments("listOfSets", List.of(Set.of("a"), Set.of()),
						l(AttributeValue.fromSs(List.of("a")), AttributeValue.fromNul(true))),
				arguments("optionals", List.of(Optional.of("a"), Optional.empty()),
						l(s("a"), AttributeValue.fromNul(true))),
				arguments("counts", Map.of("a.b", 1), AttributeValue.fromM(Map.of("a.b", n("1")))),
				arguments("counts", Map.of(), AttributeValue.fromM(Map.of())),
				arguments("byStatus", Map.of(Status.OPEN, ADDRESS), AttributeValue.fromM(Map.of("OPEN", m(ADDRESS)))),
				arguments("byUuid", Map.of(ID, "x"), AttributeValue.fromM(Map.of(ID.toString(), s("x")))),
				arguments("byNumber", Map.of(1, "x"), AttributeValue.fromM(Map.of("1", s("x")))),
				arguments("address", ADDRESS, m(ADDRESS)), arguments("any", "x", s("x")),
				arguments("any", new BigDecimal("1.5"), n("1.5")),
				arguments("any", List.of("a", true), l(s("a"), AttributeValue.fromBool(true))),
				arguments("any", Set.of("a"), AttributeValue.fromSs(List.of("a"))),
				arguments("raw", l(n("1")), l(n("1"))),
				arguments("rawMap", Map.of("a", n("1")), AttributeValue.fromM(Map.of("a", n("1")))),
				arguments("tree", new AllTypes.Tree("r", List.of()),
						AttributeValue.fromM(Map.of("name", s("r"), "children", l()))));
	}

	@ParameterizedTest(name = "{0} of {1}")
	@MethodSource("storedForms")
	void storesAValueInItsFormAndReadsItBack(String property, Object value, AttributeValue form) {
		AllTypes item = AllTypes.with(property, value);
		Map<String, AttributeValue> written = write(this.converter, item);
		assertThat(written.get(property)).isEqualTo(form);
		assertThat(read(this.converter, AllTypes.class, written).get(property)).isEqualTo(value);
	}

	@Test
	void leavesNullsEmptySetsAndEmptyOptionalsOut() {
		AllTypes item = AllTypes.with("textSet", Set.of(), "numberSet", Set.of(), "bufferSet", Set.of(), "optional",
				Optional.empty());
		Map<String, AttributeValue> written = write(this.converter, item);
		assertThat(written).containsOnlyKeys("id");
		AllTypes read = read(this.converter, AllTypes.class, written);
		assertThat(read.textSet()).isEmpty();
		assertThat(read.numberSet()).isEmpty();
		assertThat(read.optional()).isEmpty();
		assertThat(read.texts()).isNull();
		assertThat(read.counts()).isNull();
		assertThat(read.text()).isNull();
	}

	@Test
	void readsAnExplicitNullAsAMissingAttribute() {
		Map<String, AttributeValue> item = new LinkedHashMap<>(Map.of("id", s("id")));
		for (String property : List.of("text", "number", "textSet", "optional", "address", "lines", "counts", "any")) {
			item.put(property, AttributeValue.fromNul(true));
		}
		AllTypes read = read(this.converter, AllTypes.class, item);
		assertThat(read.text()).isNull();
		assertThat(read.textSet()).isEmpty();
		assertThat(read.optional()).isEmpty();
		assertThat(read.address()).isNull();
	}

	@Test
	void keepsUndeclaredValuesOfEveryType() {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("text", "x");
		values.put("number", new BigDecimal("1.5"));
		values.put("flag", true);
		values.put("nothing", null);
		values.put("list", new ArrayList<>(Arrays.asList("a", new BigDecimal("2"), null)));
		values.put("map", Map.of("a.b", Map.of("c", "d")));
		values.put("texts", ordered("b", "a"));
		values.put("numbers", ordered(new BigDecimal("2"), new BigDecimal("1.5")));
		values.put("binaries", Set.of(BYTES.asByteBuffer()));
		Map<String, AttributeValue> written = write(this.converter, AllTypes.with("anything", values));
		assertThat(written.get("anything").m().get("numbers").ns()).containsExactly("2", "1.5");
		assertThat(read(this.converter, AllTypes.class, written).anything()).isEqualTo(values);
		Map<String, Object> bytes = Map.of("bytes", BYTES.asByteArray());
		AllTypes read = read(this.converter, AllTypes.class, write(this.converter, AllTypes.with("anything", bytes)));
		assertThat(read.anything().get("bytes")).isEqualTo(BYTES.asByteArray());
	}

	@Test
	void readsUndeclaredNumbersAsDecimalsAndMixedSetsAsLists() {
		Map<String, Object> values = Map.of("int", 1, "date", LocalDate.of(2025, 1, 2), "mixed", Set.of("a", 1));
		AllTypes read = read(this.converter, AllTypes.class, write(this.converter, AllTypes.with("anything", values)));
		assertThat(read.anything()).containsEntry("int", new BigDecimal("1")).containsEntry("date", "2025-01-02");
		assertThat((List<?>) read.anything().get("mixed")).hasSize(2);
	}

	@Test
	void writesAnUndeclaredObjectWithItsTypeAndReadsItAsThat() {
		AllTypes item = AllTypes.with("any", ADDRESS);
		Map<String, AttributeValue> written = write(this.converter, item);
		assertThat(written.get("any").m()).containsEntry("_type", s("Address"));
		assertThat(read(this.converter, AllTypes.class, written).any()).isEqualTo(ADDRESS);
	}

	@Test
	void readsAnUndeclaredMapWithAnUnknownTypeAsAMap() {
		Map<String, AttributeValue> item = Map.of("id", s("id"), "any",
				AttributeValue.fromM(Map.of("_type", s("java.lang.ProcessBuilder"))));
		assertThat(read(this.converter, AllTypes.class, item).any())
			.isEqualTo(Map.of("_type", "java.lang.ProcessBuilder"));
	}

	@Test
	void readsNumbersHoweverTheyAreWritten() {
		Map<String, AttributeValue> item = Map.of("id", s("id"), "number", n("1E3"), "big", n("5.0"), "tiny", n("-0"),
				"integer", n("1.2E2"), "dual", n("1"), "year", n("2.025E3"), "duration", n("1.5"));
		AllTypes read = read(this.converter, AllTypes.class, item);
		assertThat(read.number()).isEqualTo(1000);
		assertThat(read.big()).isEqualTo(5);
		assertThat(read.tiny()).isZero();
		assertThat(read.integer()).isEqualTo(120);
		assertThat(read.dual()).isEqualTo(1.0);
		assertThat(read.year()).isEqualTo(Year.of(2025));
		assertThat(read.duration()).isEqualTo(Duration.ofMillis(1500));
	}

	@Test
	void readsTimesInAnyIsoForm() {
		Map<String, AttributeValue> item = Map.of("id", s("id"), "instant", s("2025-01-31T12:00:00+02:00"), "dateTime",
				s("2025-01-31T10:00"), "time", s("10:00"));
		AllTypes read = read(this.converter, AllTypes.class, item);
		assertThat(read.instant()).isEqualTo("2025-01-31T10:00:00Z");
		assertThat(read.dateTime()).isEqualTo("2025-01-31T10:00:00");
		assertThat(read.time()).isEqualTo("10:00");
	}

	@Test
	void putsTheDeclaredScaleBack() {
		Map<String, AttributeValue> item = Map.of("id", s("id"), "money", n("12.5"));
		assertThat(read(this.converter, AllTypes.class, item).money()).isEqualTo(new BigDecimal("12.50"));
	}

	@Test
	void readsListsAndSetsForEachOther() {
		Map<String, AttributeValue> item = Map.of("id", s("id"), "texts", AttributeValue.fromSs(List.of("a")),
				"textSet", l(s("b")), "numbers", AttributeValue.fromNs(List.of("1")));
		AllTypes read = read(this.converter, AllTypes.class, item);
		assertThat(read.texts()).containsExactly("a");
		assertThat(read.textSet()).containsExactly("b");
		assertThat(read.numbers()).containsExactly(1);
	}

	@Test
	void mergesNumbersOfASetThatAreTheSameByValue() {
		AllTypes item = AllTypes.with("decimalSet", ordered(new BigDecimal("1"), new BigDecimal("1.0")));
		assertThat(write(this.converter, item).get("decimalSet").ns()).containsExactly("1");
	}

	@Test
	void ignoresAttributesNoPropertyNames() {
		Map<String, AttributeValue> item = Map.of("id", s("id"), "unknown", l(m(ADDRESS)), "text", s("x"));
		assertThat(read(this.converter, AllTypes.class, item).text()).isEqualTo("x");
	}

	static Stream<Arguments> refusedOnReading() {
		return Stream.of(arguments("text", n("1"), "expected S for String, found N"),
				arguments("number", s("1"), "expected N for Integer, found S"),
				arguments("number", n("1.5"), "found N with a fraction where int is declared; declare BigDecimal"),
				arguments("tiny", n("128"), "found N outside the range of byte; declare a wider type"),
				arguments("small", n("-32769"), "found N outside the range of short; declare a wider type"),
				arguments("number", n("2147483648"), "found N outside the range of int; declare a wider type"),
				arguments("big", n("9223372036854775808"), "found N outside the range of long; declare a wider type"),
				arguments("integer", n("0.1"),
						"found N with a fraction where BigInteger is declared; declare BigDecimal"),
				arguments("single", n("1E39"), "found N outside the range of float; declare a wider type"),
				arguments("money", n("1.005"),
						"a number with 3 decimal places where 2 are declared; round it, or declare more with @Attribute(scale = …)"),
				arguments("flag", s("true"), "expected BOOL for Boolean, found S"),
				arguments("status", s("secret"), "expected S for Status, found a string of 6 characters that is none"),
				arguments("uuid", s("secret"), "expected S for UUID, found a string of 6 characters that is none"),
				arguments("instant", s("secret"),
						"expected S for Instant, found a string of 6 characters that is none"),
				arguments("instant", s("2025-02-29T10:00:00.000000000Z"),
						"expected S for Instant, found a string of 30 characters that is none"),
				arguments("character", s("ab"),
						"expected S for Character, found a string of 2 characters that is none"),
				arguments("bytes", s("ab"), "expected B for byte[], found S"),
				arguments("address", s("ab"), "expected M for Address, found S"),
				arguments("texts", s("ab"), "expected L for List, found S"),
				arguments("textSet", s("ab"), "expected SS for String, found S"),
				arguments("numberSet", AttributeValue.fromSs(List.of("a")), "expected N for Integer, found S"),
				arguments("counts", l(), "expected M for Map, found L"),
				arguments("ints", l(AttributeValue.fromNul(true)), "expected N for int, found NULL"));
	}

	@ParameterizedTest(name = "{0} from {1}")
	@MethodSource("refusedOnReading")
	void refusesToReadWhatDoesNotFit(String property, AttributeValue found, String problem) {
		Map<String, AttributeValue> item = Map.of("id", s("id"), property, found);
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> read(this.converter, AllTypes.class, item))
			.withMessageStartingWith("Cannot read AllTypes." + property)
			.withMessageEndingWith(": " + problem)
			.satisfies((ex) -> assertThat(ex.getEntityType()).isEqualTo(AllTypes.class))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
	}

	@Test
	void namesThePlaceInsideAnItem() {
		Map<String, AttributeValue> item = Map.of("id", s("id"), "lines",
				l(m(Map.of("sku", s("a"), "quantity", n("1"), "price", n("1"))),
						m(Map.of("sku", s("b"), "quantity", s("2"), "price", n("1")))));
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> read(this.converter, AllTypes.class, item))
			.withMessage("Cannot read AllTypes.lines[1].quantity from attribute 'lines[1].quantity': "
					+ "expected N for int, found S")
			.satisfies((ex) -> assertThat(ex.getPropertyPath()).isEqualTo("lines[1].quantity"))
			.satisfies((ex) -> assertThat(ex.getAttribute()).isEqualTo("lines[1].quantity"));
	}

	@Test
	void namesThePrimitiveThatIsMissing() {
		Map<String, AttributeValue> item = Map.of("id", s("id"), "lines", l(m(Map.of("sku", s("a")))));
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> read(this.converter, AllTypes.class, item))
			.withMessage("Cannot read AllTypes.lines[0].quantity from attribute 'lines[0].quantity': there is no such "
					+ "attribute, and int cannot be null; declare the property so that it can be, or store a value");
	}

	static Stream<Arguments> refusedOnWriting() {
		return Stream.of(
				arguments("dual", Double.NaN, "NaN is no number DynamoDB stores: use null, or store it as a string"),
				arguments("single", Float.NEGATIVE_INFINITY,
						"infinity is no number DynamoDB stores: use null, or store it as a string"),
				arguments("dual", Double.MAX_VALUE,
						"a number larger than 9.99…E+125, the largest DynamoDB stores: store it as a string"),
				arguments("dual", Double.MIN_VALUE,
						"a number smaller than 1E-130, the smallest DynamoDB stores: round it to zero, or store it as a string"),
				arguments("decimal", new BigDecimal("1E+126"),
						"a number larger than 9.99…E+125, the largest DynamoDB stores: store it as a string"),
				arguments("decimal", new BigDecimal("1E-131"),
						"a number smaller than 1E-130, the smallest DynamoDB stores: round it to zero, or store it as a string"),
				arguments("decimal", new BigDecimal("123456789012345678901234567890123456789"),
						"a number of 39 significant digits; DynamoDB keeps 38: round it, or store it as a string"),
				arguments("integer", BigInteger.TEN.pow(39).add(BigInteger.ONE),
						"a number of 40 significant digits; DynamoDB keeps 38: round it, or store it as a string"),
				arguments("money", new BigDecimal("1.005"),
						"a number with 3 decimal places where 2 are declared; round it, or declare more with @Attribute(scale = …)"),
				arguments("instant", Instant.MAX,
						"a time outside the years 0000 to 9999, which would break the order of stored times; use null for 'never'"),
				arguments("textSet", new LinkedHashSet<>(Arrays.asList("a", null)),
						"a set with a null element, which DynamoDB does not have; remove it"),
				arguments("any", Map.of("", "x"), "a map with an empty key, which DynamoDB refuses; give it a name"),
				arguments("any", new Thread(),
						"values of type java.lang.Thread cannot be stored; register a Converter for "
								+ "it, or mark the property @Transient"));
	}

	@ParameterizedTest(name = "{0} of {1}")
	@MethodSource("refusedOnWriting")
	void refusesToWriteWhatCannotBeStored(String property, Object value, String problem) {
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> write(this.converter, AllTypes.with(property, value)))
			.withMessage("Cannot write AllTypes." + property + " to attribute '" + property + "': " + problem);
	}

	@Test
	void writesNumbersUpToTheLimits() {
		for (String text : List.of("9.9999999999999999999999999999999999999E+125", "1E-130", "-1E-130",
				"99999999999999999999999999999999999999", "1.0000000000000000000000000000000000000000")) {
			BigDecimal value = new BigDecimal(text);
			AllTypes read = read(this.converter, AllTypes.class,
					write(this.converter, AllTypes.with("decimal", value)));
			assertThat(read.decimal()).isEqualByComparingTo(value);
		}
		assertThat(write(this.converter, AllTypes.with("dual", -0.0)).get("dual")).isEqualTo(n("0"));
		assertThat(write(this.converter, AllTypes.with("decimal", new BigDecimal("0E-500"))).get("decimal"))
			.isEqualTo(n("0"));
	}

	@Test
	void nestsUpToTheDepthDynamoDbAllows() {
		AllTypes deepest = AllTypes.with("tree", AllTypes.Tree.ofDepth(15));
		assertThat(read(this.converter, AllTypes.class, write(this.converter, deepest)).tree())
			.isEqualTo(deepest.tree());
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> write(this.converter, AllTypes.with("tree", AllTypes.Tree.ofDepth(16))))
			.withMessageStartingWith("Cannot write AllTypes.tree.children[0].children[0]")
			.withMessageEndingWith("values are nested more than 32 levels deep, which DynamoDB refuses; "
					+ "store a part of them in an item of its own");
	}

	@Test
	void readsOneItemAfterTheOther() {
		MappingDynamoConverter shop = new MappingDynamoConverter(Shop.mappingContext());
		for (int i = 0; i < 3; i++) {
			Order order = Order.of("c", "o" + i)
				.withLines(new Line("s", i, new BigDecimal("1.00")))
				.withShipTo(ADDRESS);
			assertThat(read(shop, Order.class, write(shop, order))).isEqualTo(order);
		}
	}

	private static Set<Object> ordered(Object... values) {
		return new LinkedHashSet<>(Arrays.asList(values));
	}

	static AttributeValue s(String value) {
		return AttributeValue.fromS(value);
	}

	static AttributeValue n(String value) {
		return AttributeValue.fromN(value);
	}

	static AttributeValue l(AttributeValue... values) {
		return AttributeValue.fromL(List.of(values));
	}

	static AttributeValue m(Map<String, AttributeValue> values) {
		return AttributeValue.fromM(values);
	}

	private static AttributeValue m(Address address) {
		return m(Map.of("street", s(address.street()), "city", s(address.city()), "country", s(address.country())));
	}

}
