package io.dkmio.core;

import io.dkmio.core.convert.DynamoConverter;

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

}
