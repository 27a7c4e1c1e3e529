package io.dkmio.core.mapping;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.convert.CustomConversions.StoreConversions;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link KeyTypes}: types the application converts, as keys.
 */
class KeyTypesUnitTests {

	@Test
	void composesKeysOfConvertedTypes() {
		KeyComponent.Composed key = composed(Order.class, new OrderIdToString(), new StringToOrderId());
		assertThat(key.format().format(new OrderId("7"))).isEqualTo("ORDER#7");
		assertThat(key.format().parse("ORDER#7")).containsExactly(new OrderId("7"));
	}

	@Test
	void takesConvertedTypesAsKeys() {
		DynamoMappingContext context = context(
				TableDefinition.of("shop").withPartitionKey("orderId").withSortKey("number:N"), PlainOrder.class,
				new OrderIdToString(), new StringToOrderId(), new OrderNumberToLong(), new LongToOrderNumber());
		assertThat(Mappings.names(context.getRequiredPersistentEntity(PlainOrder.class).getRequiredKey().properties()))
			.containsExactly("orderId", "number");
		assertThat(context.getPersistentEntity(OrderId.class)).isNull();
	}

	@Test
	void refusesATypeThatIsNotConvertedBack() {
		assertThatExceptionOfType(InvalidMappingException.class)
			.isThrownBy(() -> composed(OneWayOrder.class, new OneWayToString()))
			.satisfies((ex) -> assertThat(ex.getFaults()).extracting(MappingFault::text)
				.containsExactly("template 'ORDER#{id}': Property 'id' of type OneWay is converted to String, "
						+ "but nothing converts it back; register a reading converter as well"));
	}

	@Test
	void neverShowsAValueThatCannotBeConverted() {
		KeyComponent.Composed key = composed(Order.class, new FailingToString(), new StringToOrderId());
		assertThatIllegalArgumentException().isThrownBy(() -> key.format().format(new OrderId("secret")))
			.withMessage("Property 'id' of type OrderId cannot be converted to String")
			.withCauseInstanceOf(UnsupportedOperationException.class);
		assertThatIllegalArgumentException().isThrownBy(() -> key.format().parse("ORDER#bad"))
			.withMessage("Property 'id' of type OrderId cannot be converted from String")
			.withCauseInstanceOf(UnsupportedOperationException.class);
	}

	@Test
	void refusesAConversionToNothing() {
		KeyComponent.Composed key = composed(Order.class, new NullToString(), new StringToOrderId());
		assertThatIllegalArgumentException().isThrownBy(() -> key.format().format(new OrderId("7")))
			.withMessage("Property 'id' of type OrderId is converted to null; a key needs a value");
	}

	private static KeyComponent.Composed composed(Class<?> type, Object... converters) {
		DynamoMappingContext context = context(TableDefinition.of("shop").withoutSortKey(), type, converters);
		return (KeyComponent.Composed) context.getRequiredPersistentEntity(type).getRequiredKey().partitionKey();
	}

	private static DynamoMappingContext context(TableDefinition table, Class<?> type, Object... converters) {
		DynamoMappingContext context = new DynamoMappingContext(List.of(table));
		context.setCustomConversions(new ApplicationConversions(List.of(converters)));
		context.setInitialEntitySet(Set.of(type));
		context.initialize();
		return context;
	}

	@Item(pk = "ORDER#{id}")
	record Order(OrderId id) {
	}

	@Item
	record PlainOrder(@PartitionKey OrderId orderId, @SortKey OrderNumber number) {
	}

	@Item(pk = "ORDER#{id}")
	record OneWayOrder(OneWay id) {
	}

	record OrderId(String value) {
	}

	record OrderNumber(long value) {
	}

	record OneWay(String value, int more) {
	}

	@WritingConverter
	static class OrderIdToString implements Converter<OrderId, String> {

		@Override
		public String convert(OrderId source) {
			return source.value();
		}

	}

	@ReadingConverter
	static class StringToOrderId implements Converter<String, OrderId> {

		@Override
		public OrderId convert(String source) {
			if (source.equals("bad")) {
				throw new UnsupportedOperationException();
			}
			return new OrderId(source);
		}

	}

	@WritingConverter
	static class FailingToString implements Converter<OrderId, String> {

		@Override
		public String convert(OrderId source) {
			throw new UnsupportedOperationException();
		}

	}

	@WritingConverter
	static class NullToString implements Converter<OrderId, String> {

		@Override
		public String convert(OrderId source) {
			return null;
		}

	}

	@WritingConverter
	static class OrderNumberToLong implements Converter<OrderNumber, Long> {

		@Override
		public Long convert(OrderNumber source) {
			return source.value();
		}

	}

	@ReadingConverter
	static class LongToOrderNumber implements Converter<Long, OrderNumber> {

		@Override
		public OrderNumber convert(Long source) {
			return new OrderNumber(source);
		}

	}

	@WritingConverter
	static class OneWayToString implements Converter<OneWay, String> {

		@Override
		public String convert(OneWay source) {
			return source.value();
		}

	}

	/**
	 * The converters of the application, without those Spring Data has for all stores.
	 */
	static class ApplicationConversions extends CustomConversions {

		ApplicationConversions(List<?> converters) {
			super(new ConverterConfiguration(StoreConversions.NONE, converters, (pair) -> false));
		}

	}

}
