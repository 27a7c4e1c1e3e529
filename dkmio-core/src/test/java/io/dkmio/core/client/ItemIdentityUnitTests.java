package io.dkmio.core.client;

import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ItemIdentity}.
 */
class ItemIdentityUnitTests {

	@Test
	void isThatOfTheItemWhateverTheOrderOfItsAttributesAndTheFormOfItsNumbers() {
		AttributeValue text = AttributeValue.fromS("a");
		ItemIdentity identity = ItemIdentity.of("things", Map.of("pk", text, "sk", AttributeValue.fromN("2.0")));
		assertThat(identity).isEqualTo(ItemIdentity.of("things", Map.of("sk", AttributeValue.fromN("2"), "pk", text)))
			.hasSameHashCodeAs(ItemIdentity.of("things", Map.of("sk", AttributeValue.fromN("2"), "pk", text)))
			.isNotEqualTo(ItemIdentity.of("others", Map.of("pk", text, "sk", AttributeValue.fromN("2"))))
			.isNotEqualTo(ItemIdentity.of("things", Map.of("pk", text, "sk", AttributeValue.fromS("2"))));
	}

	@Test
	void spreadsKeysThatAreNumberedInAllTheirParts() {
		long places = IntStream.range(0, 250)
			.map((i) -> ItemIdentity.of("shop",
					Map.of("pk", AttributeValue.fromS("CUSTOMER#customer-" + i), "sk",
							AttributeValue.fromS("ORDER#order-" + i)))
				.hashCode())
			.map((hash) -> (hash ^ (hash >>> 16)) & 511)
			.distinct()
			.count();
		assertThat(places).as("of 512 places in a map, those 250 items take").isGreaterThan(170);
	}

}
