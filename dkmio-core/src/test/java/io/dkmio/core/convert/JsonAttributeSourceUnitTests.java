package io.dkmio.core.convert;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.dkmio.DynamoConversionException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A source that reads many items, which expects each field where it was the last time.
 */
class JsonAttributeSourceUnitTests {

	private static final FieldTable FIELDS = new FieldTable(List.of("a", "ab", "\u00e4", "q\"", "s\\"), false);

	private final JsonAttributeSource source = new JsonAttributeSource();

	@Test
	void readsFieldsInAnyOrder() {
		assertThat(read("a", "ab", "b")).containsExactly("a=1", "ab=2");
		assertThat(read("a", "ab", "b")).containsExactly("a=1", "ab=2");
		assertThat(read("ab", "a", "b")).containsExactly("ab=1", "a=2");
		assertThat(read("b", "ab")).containsExactly("ab=2");
		assertThat(read("a")).containsExactly("a=1");
		assertThat(read("abc", "a")).containsExactly("a=2");
		assertThat(read()).isEmpty();
	}

	@Test
	void readsNamesThatAreNotPlain() {
		for (int i = 0; i < 3; i++) {
			assertThat(read("\u00e4", "q\\\"", "a")).containsExactly("\u00e4=1", "q\"=2", "a=3");
			assertThat(read("\\u0061", "s\\\\", "\\u00e4")).containsExactly("a=1", "s\\=2", "\u00e4=3");
		}
	}

	@Test
	void refusesANameThatWouldEndElsewhere() {
		read("q\\\"", "s\\\\");
		read("q\\\"", "s\\\\");
		refuses("{\"q\"\":{\"S\":\"1\"}}");
		refuses("{\"q\\\"\":{\"S\":\"1\"},\"s\\\":{\"S\":\"2\"}}");
	}

	@Test
	void refusesANameThatIsThereTwice() {
		read("a", "ab");
		read("a", "ab");
		refuses("{\"a\":{\"S\":\"1\"},\"ab\":{\"S\":\"2\"},\"a\":{\"S\":\"3\"}}");
		refuses("{\"a\":{\"S\":\"1\"},\"a\":{\"S\":\"2\"}}");
	}

	@Test
	void refusesAnItemThatEndsInsideOfAName() {
		read("a", "ab");
		refuses("{\"a\":{\"S\":\"1\"},\"ab");
		refuses("{\"a\":{\"S\":\"1\"},\"a");
		refuses("{\"a\":{\"S\":\"1\"},\"ab\"");
	}

	@Test
	void readsFieldsOfSeveralTables() {
		FieldTable others = new FieldTable(List.of("ab", "a", "b"), false);
		for (int i = 0; i < 3; i++) {
			assertThat(read(FIELDS, json("a", "ab"))).containsExactly("a=1", "ab=2");
			assertThat(read(others, json("a", "ab", "b"))).containsExactly("a=1", "ab=2", "b=3");
		}
	}

	private void refuses(String json) {
		assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> {
			try {
				read(FIELDS, json);
			}
			catch (ConversionFault ex) {
				throw ex.reading(Object.class);
			}
		}).withMessageContaining("the JSON of the answer is damaged at byte");
	}

	private List<String> read(String... names) {
		return read(FIELDS, json(names));
	}

	private static String json(String... names) {
		List<String> members = new ArrayList<>();
		for (String name : names) {
			members.add("\"" + name + "\":{\"S\":\"" + (members.size() + 1) + "\"}");
		}
		return "{" + String.join(",", members) + "}";
	}

	private List<String> read(FieldTable fields, String json) {
		List<String> read = new ArrayList<>();
		this.source.reset(json.getBytes(StandardCharsets.UTF_8)).enterMap(fields);
		for (int field = this.source.nextField(); field != AttributeSource.END; field = this.source.nextField()) {
			read.add(fields.name(field) + "=" + this.source.string());
		}
		return read;
	}

}
