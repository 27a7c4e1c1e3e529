package io.dkmio.core.convert;

import java.util.Map;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.data.core.TypeInformation;

/**
 * Converts between objects and items, and between values and attributes.
 *
 * @since 1.0
 */
public interface DynamoConverter {

	/**
	 * The types and how they are stored.
	 * @return the mapping context
	 */
	DynamoMappingContext getMappingContext();

	/**
	 * Writes an item: its properties, its keys, the keys of the indexes it is in, and its
	 * type where the table has an attribute for it. Nulls, empty sets and empty optionals
	 * are left out.
	 * @param item the item
	 * @param sink takes the attributes as one map
	 * @throws io.dkmio.DynamoConversionException if a value cannot be stored
	 * @throws io.dkmio.MissingKeyException if a property of the primary key is null
	 */
	void write(Object item, AttributeSink sink);

	/**
	 * Reads an item.
	 * @param type the type, or a supertype of the types it can be; {@code Map} reads any
	 * item
	 * @param source the attributes, whose current value is a map
	 * @param <T> the type
	 * @return the item
	 * @throws io.dkmio.DynamoConversionException if an attribute cannot be read
	 * @throws io.dkmio.UnknownTypeException if the item is of another type
	 */
	<T> T read(Class<T> type, AttributeSource source);

	/**
	 * Tells the type of an item without reading it.
	 * @param type the type, or a supertype of the types it can be
	 * @param source the attributes, whose current value is a map
	 * @return the type, or {@code null} if it is not known
	 */
	@Nullable DynamoPersistentEntity<?> resolveType(Class<?> type, AttributeSource source);

	/**
	 * The keys of the items of a type.
	 * @param type the type
	 * @return the keys
	 */
	ItemKeys keys(Class<?> type);

	/**
	 * Writes a value of a property. A value of another type is written as what it is, and
	 * an element of a collection as the collection's elements are.
	 * @param property the property
	 * @param value the value
	 * @return the attribute
	 */
	AttributeValue toAttributeValue(DynamoPersistentProperty property, @Nullable Object value);

	/**
	 * Writes a value of a type.
	 * @param type the type
	 * @param value the value
	 * @return the attribute
	 */
	AttributeValue toAttributeValue(TypeInformation<?> type, @Nullable Object value);

	/**
	 * Writes a value whose type is not declared.
	 * @param value the value
	 * @return the attribute
	 */
	AttributeValue toAttributeValue(@Nullable Object value);

	/**
	 * Reads a value of a property.
	 * @param property the property
	 * @param value the attribute
	 * @return the value
	 */
	@Nullable Object fromAttributeValue(DynamoPersistentProperty property, AttributeValue value);

	/**
	 * Reads a value whose type is not declared: a string, a {@code BigDecimal}, a
	 * boolean, a byte array, a set, a list, or a map.
	 * @param value the attribute
	 * @return the value
	 */
	@Nullable Object fromAttributeValue(AttributeValue value);

	/**
	 * Writes an item.
	 * @param item the item
	 * @return its attributes by name, a map of the caller's own
	 */
	default Map<String, AttributeValue> toItem(Object item) {
		AttributeValueSink sink = new AttributeValueSink();
		write(item, sink);
		return sink.item();
	}

	/**
	 * Reads an item.
	 * @param type the type, or a supertype of the types it can be
	 * @param item the attributes by name
	 * @param <T> the type
	 * @return the item
	 */
	default <T> T fromItem(Class<T> type, Map<String, AttributeValue> item) {
		return (item instanceof JsonItem json) ? json.read(this, type) : read(type, new AttributeValueSource(item));
	}

}
