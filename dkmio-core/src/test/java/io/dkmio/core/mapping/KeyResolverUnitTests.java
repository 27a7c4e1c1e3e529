package io.dkmio.core.mapping;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.dkmio.InvalidKeyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link KeyResolver} and {@link KeyComponents}.
 */
class KeyResolverUnitTests {

	private static final TableDefinition SHOP = Mappings.SHOP;

	private static final TableDefinition PLAIN = TableDefinition.of("plain", "plain", "userId");

	@ParameterizedTest
	@MethodSource
	void reports(TableDefinition table, Class<?> type, String fault) {
		assertThat(Mappings.faults(table, type)).extracting(MappingFault::toString)
			.containsExactly(type.getSimpleName() + ": " + fault);
	}

	static Stream<Arguments> reports() {
		return Stream.of(
				arguments(SHOP, WithoutPartitionKey.class,
						"has no partition key; write @Item(pk = \"…{property}\"), "
								+ "or annotate a property with @PartitionKey"),
				arguments(SHOP, WithoutSortKey.class,
						"has no sort key; write @Item(sk = \"…{property}\"), or annotate a property with @SortKey"),
				arguments(SHOP, PartitionKeyTwice.class,
						"declares its partition key twice, by the template 'A#{id}' and by @PartitionKey "
								+ "on property 'pk'; keep one of them"),
				arguments(SHOP, SortKeyTwice.class,
						"declares its sort key twice, by the template 'B#{id}' and by @SortKey on property 'sk'; "
								+ "keep one of them"),
				arguments(SHOP.withoutSortKey(), Composed.class,
						"declares a sort key, but table 'shop' has none; remove it, or declare the table's sort key"),
				arguments(PLAIN, PlainSorted.class,
						"declares a sort key, but table 'plain' has none; remove it, or declare the table's sort key"),
				arguments(PLAIN, StoredElsewhere.class,
						"property 'user' is stored as 'user', but the partition key of table 'plain' is 'userId'; "
								+ "annotate it with @Attribute(\"userId\"), or use a template"),
				arguments(PLAIN, IdStoredElsewhere.class,
						"property 'id' is stored as 'id', but the partition key of table 'plain' is 'userId'; "
								+ "annotate it with @Attribute(\"userId\"), or use a template"),
				arguments(PLAIN, NumberKey.class,
						"property 'userId' of type long is stored as N, but the partition key 'userId' is declared "
								+ "as S; change the property's type, or the declaration to 'userId:N'"),
				arguments(PLAIN.withPartitionKey("userId:B"), Plain.class,
						"property 'userId' of type String is stored as S, but the partition key 'userId' is declared "
								+ "as B; change the property's type, or the declaration to 'userId'"),
				arguments(PLAIN, ListKey.class,
						"property 'userId' of type List cannot be the partition key 'userId', which is a string, "
								+ "a number or binary; change its type, or register a conversion to one of them"),
				arguments(PLAIN, BooleanKey.class,
						"property 'userId' of type boolean cannot be the partition key 'userId', which is a string, "
								+ "a number or binary; change its type, or register a conversion to one of them"),
				arguments(SHOP.withPartitionKey("pk:N"), Composed.class,
						"composes its partition key by the template 'A#{id}', but 'pk' is declared as N; "
								+ "templates are strings: declare it as S, or use a property as it is"),
				arguments(SHOP, UnknownProperty.class,
						"template 'A#{customer}' names 'customer', which is no property of UnknownProperty; "
								+ "use one of customerId, total"),
				arguments(SHOP, NestedProperty.class,
						"template 'A#{address.city}' names 'address.city', a property of a value inside the item; "
								+ "keys are composed of the item's own properties: add one for it"),
				arguments(SHOP, EmptySegment.class,
						"Key template 'A##{id}', position 3: a segment is empty; write a literal or a property, "
								+ "or leave out the separator"),
				arguments(SHOP, OpenBrace.class,
						"Key template 'A#{id', position 3: '{' is not closed; write '{property}'"),
				arguments(SHOP, ListInTemplate.class,
						"template 'A#{tags}': Property 'tags' of type List cannot be part of a key; supported are "
								+ "String, UUID, Byte, Short, Integer, Long, BigInteger, BigDecimal, Boolean, "
								+ "Character, Instant, OffsetDateTime, LocalDateTime, LocalDate, LocalTime, YearMonth, "
								+ "Year, Duration and enums. Use one of these, or register a converter to and from "
								+ "one of them"),
				arguments(SHOP, WithoutScale.class,
						"template 'A#{total}': Property 'total' of type BigDecimal is part of a key and declares no "
								+ "scale, so its values would not sort; declare it, such as @Attribute(scale = 2)"),
				arguments(SHOP, WithoutProperties.class,
						"template 'A#{id}' names 'id', which is no property of WithoutProperties; "
								+ "it has none: add it"));
	}

	@Test
	void reportsEveryPartOfATemplate() {
		assertThat(Mappings.faults(SHOP, UnknownProperties.class)).extracting(MappingFault::text)
			.containsExactly("template 'A#{a}#{b}' names 'a', which is no property of UnknownProperties; use one of id",
					"template 'A#{a}#{b}' names 'b', which is no property of UnknownProperties; use one of id",
					"template 'C#{c}' names 'c', which is no property of UnknownProperties; use one of id");
	}

	@Test
	void composesKeys() {
		KeyModel key = Mappings.entity(SHOP, Composed.class).getRequiredKey();
		assertThat(key.components()).hasSize(2).allSatisfy((component) -> {
			assertThat(component).isInstanceOf(KeyComponent.Composed.class);
			assertThat(Mappings.names(component.properties())).containsExactly("id");
		});
		assertThat(Mappings.names(key.properties())).containsExactly("id");
	}

	@Test
	void separatesByTheCharacterOfTheTable() {
		assertThat(Mappings.faults(SHOP.withKeySeparator('|'), Piped.class)).isEmpty();
		assertThat(Mappings.faults(SHOP, Piped.class)).extracting(MappingFault::text)
			.containsExactly("Key template 'A|{a}|{b}', position 6: a property ends its segment; "
					+ "put the text before it, or '#' between the two");
	}

	@Test
	void limitsAKeyThatIsSortedByAnywhere() {
		TableDefinition inverted = SHOP
			.withIndex(IndexDefinition.global("inverted").withPartitionKey("sk").withSortKey("pk"));
		String longId = "x".repeat(1500);
		assertThat(partitionKey(SHOP).format(longId)).hasSize(1502);
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> partitionKey(inverted).format(longId))
			.withMessageStartingWith("Composed: ");
	}

	private static KeyFormat partitionKey(TableDefinition table) {
		KeyComponent key = Mappings.entity(table, Composed.class).getRequiredKey().partitionKey();
		return ((KeyComponent.Composed) key).format();
	}

	@Test
	void acceptsAConstantPartition() {
		DynamoPersistentEntity<?> entity = Mappings.entity(SHOP, ConstantPartition.class);
		assertThat(entity.getRequiredKey().partitionKey().properties()).isEmpty();
		assertThat(Mappings.names(entity.getRequiredKey().properties())).containsExactly("id");
	}

	@Test
	void takesPropertiesAsTheyAre() {
		DynamoPersistentEntity<?> entity = Mappings.entity(Mappings.ORDERS, PlainOrder.class);
		KeyModel key = entity.getRequiredKey();
		assertThat(key.partitionKey()).isEqualTo(
				new KeyComponent.Plain(KeyAttribute.parse("userId"), entity.getRequiredPersistentProperty("userId")));
		assertThat(key.sortKey()).isEqualTo(
				new KeyComponent.Plain(KeyAttribute.parse("orderId"), entity.getRequiredPersistentProperty("order")));
		assertThat(entity.getRequiredPersistentProperty("userId").isPartitionKey()).isTrue();
		assertThat(entity.getRequiredPersistentProperty("order").isSortKey()).isTrue();
		assertThat(entity.getComposedKeys()).isEmpty();
	}

	@Test
	void takesTheIdForThePartitionKey() {
		DynamoPersistentEntity<?> entity = Mappings.entity(PLAIN, IdKey.class);
		assertThat(Mappings.names(entity.getRequiredKey().properties())).containsExactly("userId");
		assertThat(entity.getRequiredKey().sortKey()).isNull();
		assertThat(entity.getRequiredKey().components()).hasSize(1);
		assertThat(entity.getRequiredPersistentProperty("userId").isPartitionKey()).isTrue();
	}

	@Test
	void takesTheIdForNoKeyIfThereIsOne() {
		DynamoPersistentEntity<?> entity = Mappings.entity(SHOP, IdInTemplate.class);
		assertThat(entity.getRequiredPersistentProperty("id").isPartitionKey()).isFalse();
		DynamoPersistentEntity<?> plain = Mappings.entity(PLAIN, IdBesideKey.class);
		assertThat(Mappings.names(plain.getRequiredKey().properties())).containsExactly("userId");
		assertThat(plain.getRequiredPersistentProperty("id").isPartitionKey()).isFalse();
	}

	@Test
	void mixesTemplatesAndProperties() {
		KeyModel key = Mappings.entity(SHOP.withSortKey("at:N"), Mixed.class).getRequiredKey();
		assertThat(key.partitionKey()).isInstanceOf(KeyComponent.Composed.class);
		assertThat(key.sortKey()).isInstanceOf(KeyComponent.Plain.class);
		assertThat(Mappings.names(key.properties())).containsExactly("customerId", "at");
	}

	@ParameterizedTest
	@MethodSource
	void takesKeysOfAllTypes(String partitionKey, Class<?> type) {
		TableDefinition table = PLAIN.withPartitionKey(partitionKey);
		assertThat(Mappings.entity(table, type).getRequiredKey().partitionKey().attribute()).hasToString(partitionKey);
	}

	static Stream<Arguments> takesKeysOfAllTypes() {
		return Stream.of(arguments("userId", Plain.class), arguments("userId", EnumKey.class),
				arguments("userId:N", NumberKey.class), arguments("userId:N", DecimalKey.class),
				arguments("userId:B", BytesKey.class), arguments("userId:B", BufferKey.class),
				arguments("userId", InstantKey.class));
	}

	@Item
	record WithoutPartitionKey(@SortKey String sk) {
	}

	@Item(pk = "A#{id}")
	record WithoutSortKey(String id) {
	}

	@Item(pk = "A#{id}", sk = "B#{id}")
	record PartitionKeyTwice(String id, @PartitionKey String pk) {
	}

	@Item(pk = "A#{id}", sk = "B#{id}")
	record SortKeyTwice(String id, @SortKey String sk) {
	}

	@Item(pk = "A#{id}", sk = "B#{id}")
	record Composed(String id) {
	}

	@Item(pk = "A|{a}|{b}", sk = "C")
	record Piped(String a, String b) {
	}

	@Item(pk = "ORDER", sk = "{id}")
	record ConstantPartition(String id) {
	}

	@Item(table = "plain")
	record PlainSorted(@PartitionKey String userId, @SortKey String at) {
	}

	@Item(table = "plain")
	record StoredElsewhere(@PartitionKey String user) {
	}

	@Item(table = "plain")
	record IdStoredElsewhere(@Id String id) {
	}

	@Item(table = "plain")
	record Plain(@PartitionKey String userId) {
	}

	@Item(table = "plain")
	record NumberKey(@PartitionKey long userId) {
	}

	@Item(table = "plain")
	record DecimalKey(@PartitionKey BigDecimal userId) {
	}

	@Item(table = "plain")
	record ListKey(@PartitionKey List<String> userId) {
	}

	@Item(table = "plain")
	record BooleanKey(@PartitionKey boolean userId) {
	}

	@Item(table = "plain")
	static class BytesKey {

		@PartitionKey
		byte[] userId;

	}

	@Item(table = "plain")
	record BufferKey(@PartitionKey ByteBuffer userId) {
	}

	@Item(table = "plain")
	record InstantKey(@PartitionKey Instant userId) {
	}

	@Item(table = "plain")
	record EnumKey(@PartitionKey Thread.State userId) {
	}

	@Item(table = "plain")
	record IdKey(@Id String userId) {
	}

	@Item(table = "plain")
	record IdBesideKey(@Id String id, @PartitionKey String userId) {
	}

	@Item(pk = "A#{id}", sk = "B")
	record IdInTemplate(@Id String id) {
	}

	@Item(pk = "A#{customer}", sk = "B")
	record UnknownProperty(String customerId, int total) {
	}

	@Item(pk = "A#{address.city}", sk = "B")
	record NestedProperty(Address address) {
	}

	record Address(String city) {
	}

	@Item(pk = "A##{id}", sk = "B")
	record EmptySegment(String id) {
	}

	@Item(pk = "A#{id", sk = "B")
	record OpenBrace(String id) {
	}

	@Item(pk = "A#{tags}", sk = "B")
	record ListInTemplate(List<String> tags) {
	}

	@Item(pk = "A#{total}", sk = "B")
	record WithoutScale(BigDecimal total) {
	}

	@Item(pk = "A#{a}#{b}", sk = "C#{c}")
	record UnknownProperties(String id) {
	}

	@Item(pk = "A#{id}", sk = "B")
	record WithoutProperties() {
	}

	@Item(pk = "CUSTOMER#{customerId}")
	record Mixed(String customerId, @SortKey long at) {
	}

	@Item(table = "orders")
	record PlainOrder(@PartitionKey String userId, @SortKey @Attribute("orderId") String order) {
	}

}
