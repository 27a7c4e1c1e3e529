package io.dkmio.core;

/**
 * Operations on items. Every verb acts at once, in one request unless it says otherwise;
 * failures are {@link org.springframework.dao.DataAccessException}s.
 * <p>
 * An id is the value of the property the primary key is made of, or, where several make
 * it up, an object with properties of the same names, such as a record.
 *
 * @since 1.0
 */
public interface DynamoOperations {

	/**
	 * Begins to read an item by its id, with one GetItem.
	 * @param type the type of the item
	 * @param id the id
	 * @param <T> the type of the item
	 * @return the read, done by its last call
	 */
	<T> GetOperation<T> get(Class<T> type, Object id);

	/**
	 * Begins to read several items by the keys of the table or of an index.
	 * @param type the type of the items
	 * @param <T> the type of the items
	 * @return the query, done by its last call
	 */
	<T> QueryOperation<T> query(Class<T> type);

	/**
	 * Whether an item exists. Reads its key alone.
	 * @param type the type of the item
	 * @param id the id
	 * @return {@code true} if it does
	 */
	boolean exists(Class<?> type, Object id);

	/**
	 * Stores an item that must not exist yet.
	 * @param item the item
	 * @param <T> the type of the item
	 * @return the item as stored: version, auditing and time to live are set. An
	 * immutable one is another object than the given one.
	 * @throws org.springframework.dao.DuplicateKeyException if an item with this key
	 * exists
	 */
	<T> T insert(T item);

	/**
	 * Stores an item, and replaces the one that is there.
	 * @param item the item
	 * @param <T> the type of the item
	 * @return the item as stored: version, auditing and time to live are set. An
	 * immutable one is another object than the given one.
	 * @throws org.springframework.dao.OptimisticLockingFailureException if the item has a
	 * version, and the stored one was changed or deleted since it was read
	 * @throws org.springframework.dao.DuplicateKeyException if the item has a version
	 * property without a value, and an item with this key exists
	 */
	<T> T put(T item);

	/**
	 * Deletes an item. One that does not exist is none to worry about, unless a version
	 * is expected.
	 * @param item the item
	 * @throws org.springframework.dao.OptimisticLockingFailureException if the item has a
	 * version, and the stored one was changed or deleted since it was read
	 */
	void delete(Object item);

	/**
	 * Deletes an item by its id, whatever its version. One that does not exist is none to
	 * worry about.
	 * @param type the type of the item
	 * @param id the id
	 */
	void delete(Class<?> type, Object id);

}
