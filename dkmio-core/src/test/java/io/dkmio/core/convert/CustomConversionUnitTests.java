package io.dkmio.core.convert;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.DynamoConversionException;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.PropertyValueConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.ValueConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mapping.MappingException;

import static io.dkmio.core.convert.AbstractConversionTests.n;
import static io.dkmio.core.convert.AbstractConversionTests.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The application's own conversions.
 */
class CustomConversionUnitTests {

	private static final TableDefinition TABLE = TableDefinition.of("test", "test", "id");

	record Money(BigDecimal amount, String currency) {
	}

	record Percent(int value) {
	}

	record Point(int x, int y) {
	}

	record Opaque(String token) {
	}

	@WritingConverter
	enum MoneyToText implements Converter<Money, String> {

		INSTANCE;

		@Override
		public String convert(Money source) {
			return source.currency() + " " + source.amount();
		}

	}

	@ReadingConverter
	enum TextToMoney implements Converter<String, Money> {

		INSTANCE;

		@Override
		public Money convert(String source) {
			return new Money(new BigDecimal(source.substring(4)), source.substring(0, 3));
		}

	}

	@WritingConverter
	enum PercentToNumber implements Converter<Percent, Integer> {

		INSTANCE;

		@Override
		public Integer convert(Percent source) {
			return source.value();
		}

	}

	@ReadingConverter
	enum NumberToPercent implements Converter<Integer, Percent> {

		INSTANCE;

		@Override
		public Percent convert(Integer source) {
			return new Percent(source);
		}

	}

	@WritingConverter
	static final class PointToMap implements Converter<Point, Map<String, Object>> {

		@Override
		public Map<String, Object> convert(Point source) {
			return Map.of("x", source.x(), "y", source.y());
		}

	}

	@ReadingConverter
	static final class MapToPoint implements Converter<Map<String, Object>, Point> {

		@Override
		public Point convert(Map<String, Object> source) {
			return new Point(((BigDecimal) source.get("x")).intValue(), ((BigDecimal) source.get("y")).intValue());
		}

	}

	@WritingConverter
	static final class OpaqueToAttribute implements Converter<Opaque, AttributeValue> {

		@Override
		public AttributeValue convert(Opaque source) {
			return AttributeValue.fromS("<" + source.token() + ">");
		}

	}

	@ReadingConverter
	static final class AttributeToOpaque implements Converter<AttributeValue, Opaque> {

		@Override
		public Opaque convert(AttributeValue source) {
			return new Opaque(source.s().substring(1, source.s().length() - 1));
		}

	}

	static final class Reversed implements PropertyValueConverter<String, String, DynamoConversionContext> {

		@Override
		public String read(String value, DynamoConversionContext context) {
			return new StringBuilder(value).reverse().toString();
		}

		@Override
		public String write(String value, DynamoConversionContext context) {
			return new StringBuilder(value).reverse().toString();
		}

		@Override
		public String writeNull(DynamoConversionContext context) {
			return "none of " + context.getProperty().getName();
		}

	}

	@Item(table = "test")
	record Priced(@PartitionKey String id, @Nullable Money price, @Nullable List<Money> prices,
			@Nullable Set<Money> priceSet, @Nullable Map<Money, Percent> shares, @Nullable Set<Percent> percents,
			@Nullable Point point, @Nullable Opaque opaque, @ValueConverter(Reversed.class) @Nullable String reversed,
			@Nullable String registered) {

	}

	private static MappingDynamoConverter converter(Object... converters) {
		DynamoCustomConversions conversions = DynamoCustomConversions.of(List.of(converters),
				(registrar) -> registrar.registerConverter(Priced.class, "registered", String.class)
					.writing((value, context) -> (value != null) ? value + "!" : null)
					.reading((value, context) -> value.substring(0, value.length() - 1)));
		DynamoMappingContext context = new DynamoMappingContext(List.of(TABLE));
		context.setCustomConversions(conversions);
		context.setInitialEntitySet(Set.of(Priced.class));
		context.initialize();
		return new MappingDynamoConverter(context, conversions);
	}

	private static MappingDynamoConverter converter() {
		return converter(MoneyToText.INSTANCE, TextToMoney.INSTANCE, PercentToNumber.INSTANCE, NumberToPercent.INSTANCE,
				new PointToMap(), new MapToPoint(), new OpaqueToAttribute(), new AttributeToOpaque());
	}

	@Test
	void takesTheConversionsOfTheContext() {
		DynamoMappingContext context = converter().getMappingContext();
		assertThat(new MappingDynamoConverter(context).toAttributeValue(new Percent(7))).isEqualTo(n("7"));
		assertThat(new MappingDynamoConverter(context, DynamoCustomConversions.of()).toAttributeValue(new Percent(7)))
			.isEqualTo(n("7"));
	}

	@Test
	void refusesConversionsTheContextDoesNotHave() {
		DynamoMappingContext without = new DynamoMappingContext(List.of(TABLE));
		DynamoCustomConversions conversions = DynamoCustomConversions.of(MoneyToText.INSTANCE, TextToMoney.INSTANCE);
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> new MappingDynamoConverter(without, conversions))
			.withMessage("The conversions of the converter are not those of its mapping context, which has none: keys"
					+ " and queries would not follow them. Give both the same DynamoCustomConversions, the context by"
					+ " setCustomConversions(…) before its types are added");
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> new MappingDynamoConverter(converter().getMappingContext(), conversions))
			.withMessageStartingWith(
					"The conversions of the converter are not those of its mapping context, which has others: keys");
		assertThat(new MappingDynamoConverter(without, DynamoCustomConversions.of()).getMappingContext())
			.isSameAs(without);
	}

	@Test
	void appliesConvertersEverywhereAValueCanBe() {
		Money money = new Money(new BigDecimal("1.5"), "CHF");
		Priced item = new Priced("a", money, List.of(money), Set.of(money), Map.of(money, new Percent(3)),
				Set.of(new Percent(4)), new Point(1, 2), new Opaque("t"), "abc", "def");
		MappingDynamoConverter converter = converter();
		Map<String, AttributeValue> stored = converter.toItem(item);
		assertThat(stored).containsEntry("price", s("CHF 1.5"))
			.containsEntry("priceSet", AttributeValue.fromSs(List.of("CHF 1.5")))
			.containsEntry("shares", AttributeValue.fromM(Map.of("CHF 1.5", n("3"))))
			.containsEntry("percents", AttributeValue.fromNs(List.of("4")))
			.containsEntry("point", AttributeValue.fromM(Map.of("x", n("1"), "y", n("2"))))
			.containsEntry("opaque", s("<t>"))
			.containsEntry("reversed", s("cba"))
			.containsEntry("registered", s("def!"));
		assertThat(converter.fromItem(Priced.class, stored)).isEqualTo(item);
	}

	@Test
	void letsTheConverterOfAPropertySayWhatNullIs() {
		Priced item = new Priced("a", null, null, Set.of(), null, Set.of(), null, null, null, null);
		Map<String, AttributeValue> stored = converter().toItem(item);
		assertThat(stored).containsEntry("reversed", s("none of reversed")).containsOnlyKeys("id", "reversed");
	}

	@Test
	void namesTheExceptionOfAConverterAndKeepsIt() {
		Map<String, AttributeValue> item = Map.of("id", s("a"), "price", s("secret is no price"));
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> converter().fromItem(Priced.class, item))
			.withMessage("Cannot read Priced.price from attribute 'price': the converter threw "
					+ "java.lang.NumberFormatException")
			.withCauseInstanceOf(NumberFormatException.class);
	}

	@Test
	void saysWhichConverterIsMissing() {
		MappingDynamoConverter converter = converter(MoneyToText.INSTANCE);
		Map<String, AttributeValue> item = Map.of("id", s("a"), "price", s("CHF 1.5"));
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> converter.fromItem(Priced.class, item))
			.withMessage("Cannot read Priced.price from attribute 'price': no converter from String to Money is "
					+ "registered, but one for the other way is; register a @ReadingConverter too");
	}

	@Test
	void convertsUndeclaredValues() {
		assertThat(converter().toAttributeValue(new Money(BigDecimal.ONE, "CHF"))).isEqualTo(s("CHF 1"));
	}

}
