package io.dkmio.core;

import java.util.LinkedHashMap;
import java.util.Map;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.query.QueryShape;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads selected properties as a map of their values by their names, for projections.
 */
final class PropertyRow {

	private final DynamoConverter converter;

	private final Map<String, DynamoPersistentProperty> properties = new LinkedHashMap<>();

	private PropertyRow(DynamoConverter converter) {
		this.converter = converter;
	}

	/**
	 * Reads what a shape selects.
	 * @return the reader, or {@code null} if the shape selects anything but properties
	 */
	static @Nullable PropertyRow of(QueryShape shape, DynamoConverter converter) {
		PropertyRow row = new PropertyRow(converter);
		for (AttributePath path : shape.select()) {
			DynamoPersistentProperty property = path.isTopLevel() ? shape.type().getPersistentProperty(path.root())
					: null;
			if (property == null) {
				return null;
			}
			row.properties.put(property.getAttributeName(), property);
		}
		return shape.select().isEmpty() ? null : row;
	}

	Map<String, Object> read(Map<String, AttributeValue> item) {
		Map<String, Object> values = new LinkedHashMap<>();
		this.properties.forEach((attribute, property) -> {
			AttributeValue stored = item.get(attribute);
			Object value = (stored != null) ? this.converter.fromAttributeValue(property, stored) : null;
			if (value != null) {
				values.put(property.getName(), value);
			}
		});
		return values;
	}

}
