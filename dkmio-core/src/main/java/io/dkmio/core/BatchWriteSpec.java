package io.dkmio.core;

import io.dkmio.core.document.Document;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;

/**
 * Names the writes of a batch: items of any types, and documents of any tables.
 *
 * @since 1.0
 */
public interface BatchWriteSpec {

	/**
	 * Stores an item, and replaces the one that is there.
	 * @param item the item
	 * @return this
	 */
	BatchWriteSpec put(Object item);

	/**
	 * Stores an item that must not exist yet: a write by itself, under this condition.
	 * @param item the item
	 * @return this
	 */
	BatchWriteSpec insert(Object item);

	/**
	 * Deletes an item.
	 * @param item the item
	 * @return this
	 */
	BatchWriteSpec delete(Object item);

	/**
	 * Deletes an item by its id, whatever its version.
	 * @param type the type of the item
	 * @param id the id
	 * @return this
	 */
	BatchWriteSpec delete(Class<?> type, Object id);

	/**
	 * Stores a document, and replaces the one with its key.
	 * @param table the table
	 * @param document the document
	 * @return this
	 */
	BatchWriteSpec put(Table table, Document document);

	/**
	 * Deletes a document.
	 * @param table the table
	 * @param key the document's key
	 * @return this
	 */
	BatchWriteSpec delete(Table table, Key key);

}
