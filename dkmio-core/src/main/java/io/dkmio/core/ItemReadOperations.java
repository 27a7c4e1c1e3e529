package io.dkmio.core;

/**
 * Reads of items. A part of {@link DynamoOperations}.
 *
 * @since 1.0
 */
public interface ItemReadOperations {

	/**
	 * Begins to read an item by its id, with one GetItem.
	 * @param type the type of the item
	 * @param id the id
	 * @param <T> the type of the item
	 * @return the read, done by its last call
	 */
	<T> GetOperation<T> get(Class<T> type, Object id);

	/**
	 * Begins to read several items by the keys of the table or of an index. The type may
	 * be one that several items extend, such as a sealed interface, or a record whose
	 * components are the items of one partition: one item, an {@code Optional} of one, a
	 * {@code List} or {@code Set} of several. Of such a record there is one for each
	 * partition whose first single item exists.
	 * @param type the type of the items
	 * @param <T> the type of the items
	 * @return the query, done by its last call
	 */
	<T> QueryOperation<T> query(Class<T> type);

	/**
	 * Begins to read everything in a partition, of whatever types. There is one result
	 * for each partition that has items.
	 * @param type a type that has the partition key
	 * @return the query, done by its last call
	 */
	QueryOperation<ItemCollection> collection(Class<?> type);

	/**
	 * Begins to read the whole table a type is in, for what keys do not serve.
	 * @param type the type of the items
	 * @param <T> the type of the items
	 * @return the scan, done by its last call
	 */
	<T> ScanOperation<T> scan(Class<T> type);

	/**
	 * Plans a read, once, to be called often: a call only fills in its values.
	 * @param definition what is asked
	 * @param <T> the type of the results
	 * @return the read
	 * @throws io.dkmio.UnservableQueryException if no key or index can serve it
	 */
	<T> PreparedRead<T> prepare(ReadDefinition<T> definition);

	/**
	 * Whether an item exists. Reads its key alone.
	 * @param type the type of the item
	 * @param id the id
	 * @return {@code true} if it does
	 */
	boolean exists(Class<?> type, Object id);

}
