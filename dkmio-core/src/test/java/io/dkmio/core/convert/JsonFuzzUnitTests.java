package io.dkmio.core.convert;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import io.dkmio.DynamoConversionException;
import io.dkmio.domain.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever bytes come: an item that was sent, or a clear error.
 */
class JsonFuzzUnitTests {

	private static final long SEED = Long.getLong("dkmio.seed", 20_261_121L);

	private static final int ROUNDS = 20_000;

	private static final String[] PIECES = { "{", "}", "[", "]", ",", ":", "\"", "\\", "{\"S\":\"x\"}", "\"N\"", "null",
			"true", "\\u12", "\u00e9", "1E400", " ", "\n", "{\"M\":", "{\"L\":[", "\"id\":{\"S\":\"b\"}," };

	private final SplittableRandom random = new SplittableRandom(SEED);

	private final MappingDynamoConverter converter = new MappingDynamoConverter(AllTypes.mappingContext());

	private final JsonAttributeSource source = new JsonAttributeSource();

	@Test
	void readsAnyItemAsTheSdkDoes() {
		for (int i = 0; i < 2000; i++) {
			Map<String, AttributeValue> item = item();
			byte[] json = Json.of(item);
			assertThat(attributes(json)).as("round %d of seed %d", i, SEED).isEqualTo(item);
			assertThat(Json.item(write(item))).as("round %d of seed %d", i, SEED).isEqualTo(item);
		}
	}

	@Test
	void findsEveryAttributeOfAnItem() {
		for (int i = 0; i < 500; i++) {
			Map<String, AttributeValue> item = item();
			JsonItem read = JsonItem.of(Json.of(item), null, new int[0]);
			item.forEach((name, value) -> assertThat(read.get(name)).isEqualTo(value));
			assertThat(read.get("not there")).isNull();
			assertThat(read.isEmpty()).isEqualTo(item.isEmpty());
			assertThat(read).isEqualTo(item);
		}
	}

	@Test
	void refusesEveryTruncatedItem() {
		byte[] json = Json.of(this.converter.toItem(AllTypes.with("text", "a\u00e9\n", "number", 1, "texts",
				List.of("a"), "textSet", Set.of("b"), "anything", Map.of("c", Map.of("d", true)))));
		assertThat(read(json, json.length)).isNotNull();
		for (int length = 0; length < json.length; length++) {
			int end = length;
			assertThatExceptionOfType(DynamoConversionException.class).as("%d bytes", length)
				.isThrownBy(() -> read(json, end))
				.withMessageContaining("the JSON of the answer is damaged at byte");
		}
	}

	/** What the SDK's parser takes for another item, or does not take, is an error. */
	@Test
	void neverMakesAnotherItemOfDamagedBytes() {
		int read = 0;
		for (int i = 0; i < ROUNDS; i++) {
			byte[] json = damaged(Json.of(item()));
			Map<String, AttributeValue> found;
			try {
				found = attributes(json);
			}
			catch (DynamoConversionException ex) {
				continue;
			}
			read++;
			assertThat(isUtf8(json)).as("round %d of seed %d", i, SEED).isTrue();
			assertThat(found).as("round %d of seed %d: %s", i, SEED, new String(json, StandardCharsets.UTF_8))
				.isEqualTo(Json.item(json));
		}
		assertThat(read).isPositive();
	}

	@Test
	void neverMakesAnotherObjectOfDamagedBytes() {
		byte[] good = Json.of(this.converter.toItem(AllTypes.with("text", "a", "number", 1, "lines",
				List.of(new Line("s", 1, new BigDecimal("1.00"))), "textSet", Set.of("b"))));
		for (int i = 0; i < ROUNDS; i++) {
			byte[] json = damaged(good);
			try {
				AllTypes found = read(json, json.length);
				Map<String, AttributeValue> sent = sent(json);
				if (sent != null) {
					assertThat(found).as("round %d of seed %d: %s", i, SEED, new String(json, StandardCharsets.UTF_8))
						.isEqualTo(this.converter.fromItem(AllTypes.class, sent));
				}
			}
			catch (DynamoConversionException ex) {
				assertThat(ex.getMessage()).startsWith("Cannot read AllTypes");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"M\":", "{\"L\":[" })
	void refusesWhatIsNestedTooDeep(String level) {
		for (int depth : new int[] { 33, 40, 100_000 }) {
			String begin = level.replace("\"M\":", "\"M\":{\"a\":");
			String end = level.endsWith(":") ? "}}" : "]}";
			byte[] json = ("{\"id\":{\"S\":\"a\"},\"any\":" + begin.repeat(depth) + "{\"S\":\"b\"}" + end.repeat(depth)
					+ "}")
				.getBytes(StandardCharsets.UTF_8);
			assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> read(json, json.length))
				.withMessageEndingWith("values are nested more than 32 levels deep, which DynamoDB never answers; "
						+ "check what stands between it and this client");
		}
	}

	@Test
	void refusesANameThatIsThereTwice() {
		for (String json : List.of("{\"id\":{\"S\":\"a\"},\"id\":{\"S\":\"b\"}}",
				"{\"id\":{\"S\":\"a\"},\"\\u0069d\":{\"S\":\"b\"}}",
				"{\"id\":{\"S\":\"a\"},\"any\":{\"M\":{\"x\":{\"S\":\"1\"},\"x\":{\"S\":\"2\"}}}}",
				"{\"id\":{\"S\":\"a\"},\"tree\":{\"M\":{\"name\":{\"S\":\"1\"},\"name\":{\"S\":\"2\"}}}}")) {
			byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
			assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> read(bytes, bytes.length))
				.withMessageContaining(": a map has a name twice; check what stands between DynamoDB and this client");
		}
	}

	@Test
	void refusesWhatIsNotUtf8() {
		byte[] json = "{\"id\":{\"S\":\"a\"},\"text\":{\"S\":\"b?\"}}".getBytes(StandardCharsets.UTF_8);
		for (int wrong : new int[] { 0x80, 0xC0, 0xE9, 0xF5, 0xFF }) {
			json[new String(json, StandardCharsets.ISO_8859_1).length() - 4] = (byte) wrong;
			assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> read(json, json.length))
				.withMessage(
						"Cannot read AllTypes.text from attribute 'text': the JSON of the answer is damaged at byte "
								+ "29: a string is not UTF-8; check what stands between DynamoDB and this client");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1E400", "99999999999999999999999999999999999999999999", "1E999999999", "-", "1.", "0x1",
			"NaN", "" })
	void refusesNumbersThatAreNone(String number) {
		byte[] json = ("{\"id\":{\"S\":\"a\"},\"number\":{\"N\":\"" + number + "\"}}").getBytes(StandardCharsets.UTF_8);
		if (!"1.".equals(number)) {
			assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> read(json, json.length))
				.withMessageStartingWith("Cannot read AllTypes.number from attribute 'number': found N ");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "1", "\"x\"", "{", "{}}", "{} {}", "{,}", "{\"id\"}",
			"{\"id\":null}", "{\"id\":{}}", "{\"id\":{\"S\":null}}", "{\"id\":{\"X\":\"a\"}}", "{\"id\":{\"S\":1}}",
			"{\"id\":{\"S\":\"a\",\"N\":\"1\"}}", "{\"id\":{\"S\":\"a\"},}", "{\"id\":{\"S\":\"a\u0001\"}}",
			"{\"id\":{\"S\":\"\\x\"}}", "{\"id\":{\"S\":\"\\u12\"}}", "{\"id\":{\"S\":\"\\u12G4\"}}",
			"{\"flag\":{\"BOOL\":1}}", "{\"flag\":{\"BOOK\":true}}", "{\"text\":{\"NULL\":false}}",
			"{\"text\":{\"NULLS\":true}}", "{\"bytes\":{\"B\":\"*\"}}", "{\"textSet\":{\"SS\":[1]}}",
			"{\"textSet\":{\"SS\":[\"a\" \"b\"]}}", "{\"texts\":{\"L\":[{\"S\":\"a\"},]}}" })
	void refusesWhatIsNoItem(String json) {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> read(bytes, bytes.length))
			.withMessageContaining("the JSON of the answer is damaged at byte ");
	}

	@Test
	void readsWhatIsWrittenWithSpaceAndEscapes() {
		byte[] json = (" { \"\\u0069d\" : { \"S\" : \"\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\\"\\\\\u00e9\" } ,\r\n\t"
				+ "\"flag\" : { \"BOOL\" : true } , \"textSet\" : { \"SS\" : [ \"a\" , \"b\" ] } , "
				+ "\"text\" : { \"NULL\" : true } , \"bytes\" : { \"B\" : \"\\u0041A==\" } } ")
			.getBytes(StandardCharsets.UTF_8);
		AllTypes read = read(json, json.length);
		assertThat(read.id()).isEqualTo("\ud83d\ude00/\b\f\n\r\t\"\\\u00e9");
		assertThat(read.flag()).isTrue();
		assertThat(read.textSet()).containsExactly("a", "b");
		assertThat(read.text()).isNull();
		assertThat(read.bytes()).containsExactly(0);
	}

	@Test
	void refusesToWriteHalfOfASurrogatePair() {
		for (String text : List.of("\ud83d", "a\ude00", "\ud83dx")) {
			assertThatExceptionOfType(DynamoConversionException.class)
				.isThrownBy(() -> this.converter.write(AllTypes.with("text", text), new JsonAttributeSink()))
				.withMessage("Cannot write AllTypes.text to attribute 'text': a string with half of a surrogate pair, "
						+ "which has no form in UTF-8; cut strings between code points");
		}
	}

	private AllTypes read(byte[] json, int length) {
		return this.converter.read(AllTypes.class, this.source.reset(json, 0, length));
	}

	private static Map<String, AttributeValue> attributes(byte[] json) {
		return new LinkedHashMap<>(JsonItem.of(json, null, new int[0]));
	}

	/** Null if an attribute is damaged that no property names. */
	private static Map<String, AttributeValue> sent(byte[] json) {
		try {
			return Json.item(json);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private static byte[] write(Map<String, AttributeValue> item) {
		JsonAttributeSink sink = new JsonAttributeSink();
		sink.beginMap(item.size());
		item.forEach((name, value) -> {
			sink.name(name);
			sink.attribute(value);
		});
		sink.endMap();
		return sink.toByteArray();
	}

	private static boolean isUtf8(byte[] json) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private byte[] damaged(byte[] json) {
		int at = this.random.nextInt(json.length);
		return switch (this.random.nextInt(6)) {
			case 0 -> Arrays.copyOf(json, at);
			case 1 -> {
				byte[] changed = json.clone();
				changed[at] = (byte) this.random.nextInt();
				yield changed;
			}
			case 2 -> joined(json, at, new byte[0], Math.min(json.length, at + 1 + this.random.nextInt(8)));
			case 3 -> joined(json, at, PIECES[this.random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8), at);
			case 4 -> {
				int from = this.random.nextInt(json.length);
				yield joined(json, at,
						Arrays.copyOfRange(json, from, Math.min(json.length, from + this.random.nextInt(30))), at);
			}
			default -> {
				byte[] changed = json.clone();
				int other = this.random.nextInt(json.length);
				changed[at] = json[other];
				changed[other] = json[at];
				yield changed;
			}
		};
	}

	private static byte[] joined(byte[] json, int to, byte[] between, int from) {
		byte[] all = Arrays.copyOf(json, to + between.length + json.length - from);
		System.arraycopy(between, 0, all, to, between.length);
		System.arraycopy(json, from, all, to + between.length, json.length - from);
		return all;
	}

	private Map<String, AttributeValue> item() {
		return map(3);
	}

	private Map<String, AttributeValue> map(int depth) {
		Map<String, AttributeValue> map = new LinkedHashMap<>();
		for (int i = this.random.nextInt(5); i > 0; i--) {
			map.put("n" + text(), value(depth));
		}
		return map;
	}

	private AttributeValue value(int depth) {
		return switch (this.random.nextInt((depth == 0) ? 5 : 7)) {
			case 0 -> AttributeValue.fromS(text());
			case 1 -> AttributeValue.fromN(Long.toString(this.random.nextLong()));
			case 2 -> AttributeValue.fromBool(this.random.nextBoolean());
			case 3 -> AttributeValue.fromNul(true);
			case 4 -> AttributeValue.fromSs(List.of(text(), text() + "2"));
			case 5 -> AttributeValue.fromL(List.of(value(depth - 1), value(depth - 1)));
			default -> AttributeValue.fromM(map(depth - 1));
		};
	}

	private String text() {
		StringBuilder text = new StringBuilder();
		for (int i = this.random.nextInt(6); i > 0; i--) {
			int point = (this.random.nextInt(4) > 0) ? this.random.nextInt(128) : this.random.nextInt(0x11_0000);
			if (point < 0xD800 || point > 0xDFFF) {
				text.appendCodePoint(point);
			}
		}
		return text.toString();
	}

}
