package io.dkmio.core.write;

import java.util.Map;

import io.dkmio.core.mapping.DynamoPersistentEntity;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads an item as it is stored, for the few plans that depend on it: those that change
 * or free a unique value.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface FormerItems {

	/**
	 * Reads an item, as it was written last.
	 * @param type the type of the item
	 * @param key the primary key
	 * @return the attributes, empty if there is no item
	 */
	Map<String, AttributeValue> read(DynamoPersistentEntity<?> type, Map<String, AttributeValue> key);

}
