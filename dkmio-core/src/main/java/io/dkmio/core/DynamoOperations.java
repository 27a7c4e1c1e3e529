package io.dkmio.core;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.Patch;

/**
 * Operations on items. Every verb acts at once, in one request unless it says otherwise;
 * failures are {@link org.springframework.dao.DataAccessException}s.
 * <p>
 * An id is the value of the property the primary key is made of, or, where several make
 * it up, an object with properties of the same names, such as a record.
 *
 * @since 1.0
 */
public interface DynamoOperations
		extends ItemReadOperations, ItemWriteOperations, ItemBatchOperations, TableOperations {

	/**
	 * Converts items, and knows their types.
	 * @return the converter
	 */
	DynamoConverter getConverter();

	/**
	 * Changes the properties an object names, such as the body of an HTTP PATCH, of an
	 * item that must exist. See {@link Patch} for what is set, removed and left alone. If
	 * nothing is changed, the item is read.
	 * @param type the type of the item
	 * @param id the id
	 * @param changes a map, a record, or an object with getters
	 * @param <T> the type of the item
	 * @return the changed item
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if the object
	 * names what is no property of the type
	 */
	<T> T patchWith(Class<T> type, Object id, Object changes);

	/**
	 * The items of a type as a map, which keeps nothing itself.
	 * @param type the type of the items
	 * @param idType the type of the ids
	 * @param <K> the type of the ids
	 * @param <T> the type of the items
	 * @return the map
	 */
	<K, T> ItemMap<K, T> asMap(Class<T> type, Class<K> idType);

}
