package io.dkmio.core;

/**
 * Names the reads of a transaction, up to 100.
 *
 * @since 1.0
 */
public interface TransactionReads {

	/**
	 * Reads an item by its id.
	 * @param type the type of the item
	 * @param id the id
	 * @param <T> the type of the item
	 * @return what has the item once the transaction is done
	 */
	<T> ReadHandle<T> get(Class<T> type, Object id);

}
