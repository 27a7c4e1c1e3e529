package io.dkmio.core;

/**
 * Names the writes of a batch.
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

}
