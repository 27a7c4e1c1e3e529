package io.dkmio.core.convert;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import io.dkmio.core.client.ItemSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An item of {@link AttributeValueSink}, as the map it is, and its size.
 */
class AttributeItemUnitTests {

	private final AttributeValueSink sink = new AttributeValueSink();

	@Test
	void isAMapInTheOrderOfWriting() {
		AttributeItem item = item(attributes("pk", "1", "sk", "2", "name", "x"));
		assertThat(item).isEqualTo(attributes("name", "x", "sk", "2", "pk", "1"));
		assertThat(item).hasSameHashCodeAs(attributes("name", "x", "sk", "2", "pk", "1")).hasSize(3);
		assertThat(item.keySet()).containsExactly("pk", "sk", "name");
		assertThat(item.values()).extracting(AttributeValue::s).containsExactly("1", "2", "x");
		Map<String, AttributeValue> visited = new LinkedHashMap<>();
		item.forEach(visited::put);
		assertThat(visited).isEqualTo(item);
	}

	@Test
	void findsWhatIsThere() {
		AttributeItem item = item(attributes("pk", "1", "sk", "2"));
		assertThat(item.get(new String("sk"))).isEqualTo(AttributeValue.fromS("2"));
		assertThat(item.containsKey("pk")).isTrue();
		assertThat(item.get("Pk")).isNull();
		assertThat(item.get(null)).isNull();
		assertThat(item.containsKey("1")).isFalse();
		assertThat(item(Map.of())).isEmpty();
	}

	@Test
	void nobodyChangesIt() {
		AttributeItem item = item(attributes("pk", "1"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> item.put("sk", AttributeValue.fromS("2")));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> item.remove("pk"));
		Iterator<Map.Entry<String, AttributeValue>> entries = item.entrySet().iterator();
		Map.Entry<String, AttributeValue> first = entries.next();
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> first.setValue(AttributeValue.fromS("2")));
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(entries::next);
		item(attributes("pk", "2"));
		assertThat(item).isEqualTo(attributes("pk", "1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "\u0001\u001f", "\"\\", "€ä", "😀" })
	void guessesNeverTooFewBytes(String text) {
		Map<String, AttributeValue> item = Map
			.of(text, AttributeValue.fromM(Map.of("s", AttributeValue.fromS(text.repeat(100)), "n",
					AttributeValue.fromN("-1.5E-7"), "b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[100])),
					"l", AttributeValue.fromL(List.of(AttributeValue.fromBool(false), AttributeValue.fromNul(true))),
					"ss", AttributeValue.fromSs(List.of(text, "1")), "ns", AttributeValue.fromNs(List.of("1", "22")),
					"bs", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String(text))))));
		ItemSize exact = ItemSize.of(item);
		assertThat(item(item).mostBytes()).isGreaterThanOrEqualTo(exact.sent()).isGreaterThan(exact.stored());
	}

	@Test
	void guessesTheSizeOfTheLongestCharacters() {
		String text = "\u0001".repeat(1000);
		Map<String, AttributeValue> item = Map.of(text, AttributeValue.fromS(text));
		assertThat(item(item).mostBytes()).isEqualTo(ItemSize.of(item).sent());
	}

	@Test
	void guessesEachItemByItself() {
		long first = item(attributes("pk", "1", "sk", "2")).mostBytes();
		assertThat(item(attributes("pk", "1", "sk", "2")).mostBytes()).isEqualTo(first);
	}

	@Test
	void doesNotKnowTheSizeOfAttributesThatWereGiven() {
		this.sink.reset();
		this.sink.beginMap(1);
		this.sink.name("pk");
		this.sink.attribute(AttributeValue.fromS("1"));
		this.sink.endMap();
		assertThat(this.sink.toItem().mostBytes()).isGreaterThan(ItemSize.MAX_ITEM);
	}

	private AttributeItem item(Map<String, AttributeValue> attributes) {
		this.sink.reset();
		AttributeValues.copy(AttributeValue.fromM(attributes), this.sink);
		return this.sink.toItem();
	}

	private static Map<String, AttributeValue> attributes(String... namesAndTexts) {
		Map<String, AttributeValue> attributes = new LinkedHashMap<>();
		for (int i = 0; i < namesAndTexts.length; i += 2) {
			attributes.put(namesAndTexts[i], AttributeValue.fromS(namesAndTexts[i + 1]));
		}
		return attributes;
	}

}
