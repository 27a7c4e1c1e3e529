package io.dkmio.core;

import io.dkmio.core.document.Document;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;

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

	/**
	 * Reads a document by its key.
	 * @param table the table
	 * @param key the document's key
	 * @return what has the document once the transaction is done
	 */
	ReadHandle<Document> get(Table table, Key key);

}
