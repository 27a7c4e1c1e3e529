package io.dkmio.core.client;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts bytes as DynamoDB does.
 */
class ItemSizeUnitTests {

	@Test
	void countsNamesAndValuesInUtf8() {
		assertThat(stored("näme", AttributeValue.fromS("aé€😀"))).isEqualTo(5 + 1 + 2 + 3 + 4);
	}

	@Test
	void countsTwoDigitsOfANumberAsAByte() {
		assertThat(stored("n", AttributeValue.fromN("12345"))).isEqualTo(1 + 3 + 1);
	}

	@Test
	void countsBytesTruthAndNothing() {
		assertThat(stored("b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[10])))).isEqualTo(11);
		assertThat(stored("b", AttributeValue.fromBool(true))).isEqualTo(2);
		assertThat(stored("b", AttributeValue.fromNul(true))).isEqualTo(2);
	}

	@Test
	void countsWhatIsNested() {
		assertThat(stored("l", AttributeValue.fromL(List.of(AttributeValue.fromS("ab"), AttributeValue.fromS("c")))))
			.isEqualTo(1 + 3 + 2 + 3);
		assertThat(stored("m", AttributeValue.fromM(Map.of("k", AttributeValue.fromS("ab"))))).isEqualTo(1 + 3 + 1 + 3);
		assertThat(stored("s", AttributeValue.fromSs(List.of("ab", "c")))).isEqualTo(1 + 3);
	}

	@Test
	void countsWhatEscapingAddsToWhatIsSent() {
		long plain = ItemSize.of(Map.of("a", AttributeValue.fromS("xx"))).sent();
		assertThat(ItemSize.of(Map.of("a", AttributeValue.fromS("\"x"))).sent()).isEqualTo(plain + 1);
		assertThat(ItemSize.of(Map.of("a", AttributeValue.fromS("\u0001x"))).sent()).isEqualTo(plain + 5);
		assertThat(ItemSize.of(Map.of("a", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[300])))).sent())
			.isEqualTo(plain - 2 + 400);
	}

	@Test
	void countsOnlyIfTheGuessIsTooLarge() {
		Map<String, AttributeValue> item = Map.of("a", AttributeValue.fromS("x".repeat(100_000)));
		assertThat(ItemSize.of(ItemSize.MAX_ITEM + 1, item)).isEqualTo(ItemSize.of(item));
		assertThat(ItemSize.of(ItemSize.MAX_ITEM, item)).isEqualTo(new ItemSize(0, ItemSize.MAX_ITEM));
	}

	@Test
	void knowsTheLargestItem() {
		assertThat(ItemSize.of(Map.of("a", AttributeValue.fromS("x".repeat(409_599)))).isTooLarge()).isFalse();
		assertThat(ItemSize.of(Map.of("a", AttributeValue.fromS("x".repeat(409_600)))).isTooLarge()).isTrue();
	}

	private static long stored(String name, AttributeValue value) {
		return ItemSize.of(Map.of(name, value)).stored();
	}

}
