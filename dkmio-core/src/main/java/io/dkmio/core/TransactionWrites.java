package io.dkmio.core;

import io.dkmio.core.document.Document;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;
import io.dkmio.core.expression.Update;

/**
 * Names the writes of a transaction, up to 100, of up to 100 items and documents of any
 * tables. None is done before all are named, and then all are done or none is.
 * <p>
 * DynamoDB takes one write for an item. Two puts or deletions of one item are made one,
 * and so is a check and what follows it; where that cannot be, the second is refused.
 *
 * @since 1.0
 */
public interface TransactionWrites {

	/**
	 * Stores an item that must not exist yet.
	 * @param item the item
	 * @param <T> the type of the item
	 * @return the item as it will be stored: version, auditing and time to live are set
	 */
	<T> T insert(T item);

	/**
	 * Stores an item, and replaces the one that is there; one with a version only if the
	 * stored one still has it.
	 * @param item the item
	 * @param <T> the type of the item
	 * @return the item as it will be stored: version, auditing and time to live are set
	 */
	<T> T put(T item);

	/**
	 * Stores an item on terms.
	 * @param item the item
	 * @param write the terms, such as {@code Write.when(…)}
	 * @param <T> the type of the item
	 * @return the item as it will be stored: version, auditing and time to live are set
	 */
	<T> T put(T item, Write write);

	/**
	 * Replaces an item that must exist; one with a version only if the stored one still
	 * has it.
	 * @param item the item
	 * @param <T> the type of the item
	 * @return the item as it will be stored: version, auditing and time to live are set
	 */
	<T> T update(T item);

	/**
	 * Changes attributes of an item that must exist.
	 * @param type the type of the item
	 * @param id the id
	 * @return the update, to say what is changed
	 */
	TransactionUpdate update(Class<?> type, Object id);

	/**
	 * Changes attributes of an item that must exist.
	 * @param type the type of the item
	 * @param id the id
	 * @param update the changes
	 */
	void patch(Class<?> type, Object id, Update update);

	/**
	 * Deletes an item; one with a version only if the stored one still has it.
	 * @param item the item
	 */
	void delete(Object item);

	/**
	 * Deletes an item by its id, whatever its version.
	 * @param type the type of the item
	 * @param id the id
	 * @return the deletion, to say under which condition
	 */
	TransactionCondition delete(Class<?> type, Object id);

	/**
	 * Demands that an item exists, and what it is like; writes nothing to it.
	 * @param type the type of the item
	 * @param id the id
	 * @return the check, to say what the item must be like
	 */
	TransactionCondition check(Class<?> type, Object id);

	/**
	 * Stores a document that must not exist yet.
	 * @param table the table
	 * @param document the document
	 */
	void insert(Table table, Document document);

	/**
	 * Stores a document, and replaces the one with its key.
	 * @param table the table
	 * @param document the document
	 */
	void put(Table table, Document document);

	/**
	 * Stores a document on terms.
	 * @param table the table
	 * @param document the document
	 * @param write the terms, such as {@code Write.when(…)}
	 */
	void put(Table table, Document document, Write write);

	/**
	 * Changes attributes of a document that must exist.
	 * @param table the table
	 * @param key the document's key
	 * @return the update, to say what is changed
	 */
	TransactionDocumentUpdate update(Table table, Key key);

	/**
	 * Deletes a document.
	 * @param table the table
	 * @param key the document's key
	 * @return the deletion, to say under which condition
	 */
	TransactionCondition delete(Table table, Key key);

	/**
	 * Demands that a document exists, and what it is like; writes nothing to it.
	 * @param table the table
	 * @param key the document's key
	 * @return the check, to say what the document must be like
	 */
	TransactionCondition check(Table table, Key key);

}
