package io.dkmio.core.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Finds the attributes it is asked for while it looks for the items.
 */
class WireAnswerUnitTests {

	private static final List<String> KEY = List.of("pk", "sk");

	@Test
	void tellsWhereAttributesOfEachItemBegin() {
		assertThat(found("""
				{"Responses":{"shop":[{"a":{"S":"1"},"pk":{"S":"p1"},"sk":{"N":"1"}},
				{"sk":{"N":"2"},"b":{"M":{"pk":{"S":"no"}}},"pk":{"S":"p2"}}],
				"other":[{"pk":{"S":"p3"},"sk":{"N":"3"}}]}}""")).containsExactly("{\"S\":\"p1\"}{\"N\":\"1\"}",
				"{\"S\":\"p2\"}{\"N\":\"2\"}", "{\"S\":\"p3\"}{\"N\":\"3\"}");
	}

	@Test
	void tellsThemForManyItemsAndForEmptyPlaces() {
		String items = "{\"Item\":{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"1\"}}},{},";
		assertThat(found("{\"Responses\":[" + items.repeat(20) + "{}]}"))
			.containsExactlyElementsOf(IntStream.range(0, 41)
				.mapToObj((i) -> (i % 2 == 0 && i < 40) ? "{\"S\":\"p\"}{\"N\":\"1\"}" : "--")
				.toList());
	}

	@Test
	void leavesNamesThatAreEscapedOrThereTwiceToTheReader() {
		assertThat(found("""
				{"Items":[{"p\\u006b":{"S":"p"},"sk":{"N":"1"}},{"sk":{"N":"1"},"sk":{"N":"2"},"sk":{"N":"3"}}]}"""))
			.containsExactly("-{\"N\":\"1\"}", "--");
	}

	@Test
	void takesNoValueForAName() {
		assertThat(found("{\"Items\":[{\"a\":\"pk\",\"sk\":{\"S\":\"pk\"}},{\"l\":{\"L\":[\"pk\",{\"S\":\"sk\"}]}}]}"))
			.containsExactly("-{\"S\":\"pk\"}", "--");
	}

	@Test
	void tellsNothingIfNothingWasAskedFor() {
		WireItems items = items("{\"Item\":{\"pk\":{\"S\":\"p\"}}}", List.of());
		assertThat(items.names()).isEmpty();
		assertThat(items.places(0)).isEmpty();
	}

	private static List<String> found(String json) {
		WireItems items = items(json, KEY);
		return IntStream.range(0, items.size()).mapToObj((i) -> found(items, i)).toList();
	}

	private static String found(WireItems items, int index) {
		StringBuilder found = new StringBuilder();
		Arrays.stream(items.places(index)).forEach((place) -> {
			String rest = (place < 0) ? "-"
					: new String(items.json(), place, items.json().length - place, StandardCharsets.UTF_8);
			found.append((place < 0) ? rest : rest.substring(0, rest.indexOf('}') + 1));
		});
		return found.toString();
	}

	private static WireItems items(String json, List<String> names) {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		return Objects.requireNonNull(WireAnswer.of(bytes, bytes.length, names)).items();
	}

}
