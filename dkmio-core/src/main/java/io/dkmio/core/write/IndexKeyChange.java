package io.dkmio.core.write;

import java.util.List;
import java.util.Map;

import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * What an update does to one composed index key.
 *
 * @param key the key
 * @param parts the values of its properties, in order; empty if the key is removed
 * @param removed whether the key is removed, since a property it is composed of is
 */
record IndexKeyChange(KeyComponent.Composed key, List<PartValue> parts, boolean removed) {

	String attribute() {
		return this.key.attribute().name();
	}

	/**
	 * The key of a call.
	 */
	AttributeValue bind(UpdateType type, Map<String, Object> id, List<? extends @Nullable Object> arguments) {
		@Nullable Object[] values = new @Nullable Object[this.parts.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.parts.get(i).bind(type, id, arguments);
			if (values[i] == null) {
				throw new InvalidDataAccessApiUsageException(
						"An update of " + type.name() + " got null for '" + this.key.properties().get(i).getName()
								+ "', a part of the index key '" + this.key.format().template()
								+ "'. Pass a value; to take the item out of the index, remove the property");
			}
		}
		return AttributeValue.fromS(this.key.format().format(values));
	}

}
