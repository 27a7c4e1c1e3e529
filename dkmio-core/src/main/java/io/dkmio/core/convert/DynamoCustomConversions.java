package io.dkmio.core.convert;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.convert.PropertyValueConversions;
import org.springframework.data.convert.PropertyValueConverterRegistrar;
import org.springframework.data.mapping.model.SimpleTypeHolder;

/**
 * The application's own conversions: {@link Converter}s for types, and converters for
 * single properties. They are looked up at start-up, when codecs are made.
 * <p>
 * A writing converter may give a string, a number, a boolean, bytes, a {@code Map}, a
 * {@code Collection}, or an {@link AttributeValue}; the reading one takes the same type.
 *
 * @since 1.0
 */
public class DynamoCustomConversions extends CustomConversions {

	private static final SimpleTypeHolder STORE_TYPES = new SimpleTypeHolder(
			java.util.Set.of(AttributeValue.class, SdkBytes.class, java.nio.ByteBuffer.class, java.net.URI.class,
					java.util.Currency.class, java.util.Map.class, Collection.class, List.class, java.util.Set.class),
			true);

	private final boolean empty;

	/**
	 * Creates conversions.
	 * @param converters the converters of the application
	 */
	public DynamoCustomConversions(Collection<?> converters) {
		this(converters, PropertyValueConversions.simple((registrar) -> {
		}), converters.isEmpty());
	}

	/**
	 * Creates conversions.
	 * @param converters the converters of the application
	 * @param propertyConversions the converters of single properties
	 */
	public DynamoCustomConversions(Collection<?> converters, PropertyValueConversions propertyConversions) {
		this(converters, propertyConversions, false);
	}

	private DynamoCustomConversions(Collection<?> converters, PropertyValueConversions propertyConversions,
			boolean empty) {
		super(new ConverterConfiguration(StoreConversions.of(STORE_TYPES), List.copyOf(converters), (pair) -> false,
				propertyConversions));
		this.empty = empty;
	}

	/**
	 * Whether it is known that there are none.
	 */
	boolean isEmpty() {
		return this.empty;
	}

	/**
	 * Conversions of types.
	 * @param converters the converters
	 * @return the conversions
	 */
	public static DynamoCustomConversions of(Object... converters) {
		return new DynamoCustomConversions(Arrays.asList(converters));
	}

	/**
	 * Conversions of types and of single properties.
	 * @param converters the converters of types
	 * @param properties registers the converters of properties
	 * @return the conversions
	 */
	public static DynamoCustomConversions of(Collection<?> converters,
			Consumer<PropertyValueConverterRegistrar<?>> properties) {
		return new DynamoCustomConversions(converters, PropertyValueConversions.simple(properties::accept));
	}

}
