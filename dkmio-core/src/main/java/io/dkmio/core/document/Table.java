package io.dkmio.core.document;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Patch;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.mapping.TableDefinition;

/**
 * A table whose documents have any shape: only its keys and indexes are declared. Verbs
 * act at once, in one request; queries, scans, lookups and updates are put together word
 * by word and act with the last one.
 *
 * <pre class="code">
 * Table orders = dynamo.table("orders");
 * orders.put(Document.of("user_id", "usr_123", "order_id", "ord_456", "status", "NEW"));
 * Optional&lt;Document&gt; order = orders.get("usr_123", "ord_456");
 * for (Document each : orders.query("usr_123").where(gte("ord_100"))) { … }
 * </pre>
 *
 * What can be seen to be wrong with a key, a condition or a selection is refused before
 * anything is sent. Tables are safe for use by several threads.
 *
 * @since 1.0
 */
public interface Table {

	/**
	 * Keys and indexes of the table.
	 * @return the definition
	 */
	TableDefinition definition();

	/**
	 * Reads a document.
	 * @param key its key
	 * @return the document, if it exists
	 */
	default Optional<Document> get(Key key) {
		return lookup(key).optional();
	}

	/**
	 * Reads a document of a table without a sort key.
	 * @param partitionKey its key
	 * @return the document, if it exists
	 */
	default Optional<Document> get(Object partitionKey) {
		return get(Key.of(partitionKey));
	}

	/**
	 * Reads a document of a table with a sort key.
	 * @param partitionKey its partition key
	 * @param sortKey its sort key
	 * @return the document, if it exists
	 */
	default Optional<Document> get(Object partitionKey, Object sortKey) {
		return get(Key.of(partitionKey, sortKey));
	}

	/**
	 * Begins to read a document, consistently or in part.
	 * @param key its key
	 * @return the read
	 */
	DocumentLookup lookup(Key key);

	/**
	 * Begins to read a document of a table without a sort key, consistently or in part.
	 * @param partitionKey its key
	 * @return the read
	 */
	default DocumentLookup lookup(Object partitionKey) {
		return lookup(Key.of(partitionKey));
	}

	/**
	 * Begins to read a document of a table with a sort key, consistently or in part.
	 * @param partitionKey its partition key
	 * @param sortKey its sort key
	 * @return the read
	 */
	default DocumentLookup lookup(Object partitionKey, Object sortKey) {
		return lookup(Key.of(partitionKey, sortKey));
	}

	/**
	 * Whether a document exists. Reads no more than its key.
	 * @param key its key
	 * @return {@code true} if it does
	 */
	boolean exists(Key key);

	/**
	 * Whether a document of a table without a sort key exists.
	 * @param partitionKey its key
	 * @return {@code true} if it does
	 */
	default boolean exists(Object partitionKey) {
		return exists(Key.of(partitionKey));
	}

	/**
	 * Whether a document of a table with a sort key exists.
	 * @param partitionKey its partition key
	 * @param sortKey its sort key
	 * @return {@code true} if it does
	 */
	default boolean exists(Object partitionKey, Object sortKey) {
		return exists(Key.of(partitionKey, sortKey));
	}

	/**
	 * Begins to read the documents of a partition.
	 * @param partitionKey the partition key
	 * @return the query
	 */
	DocumentQuery query(Object partitionKey);

	/**
	 * An index, to query or scan.
	 * @param name its name as declared
	 * @return the index
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if there is no
	 * such index
	 */
	TableIndex index(String name);

	/**
	 * Begins to read the whole table.
	 * @return the scan
	 */
	DocumentScan scan();

	/**
	 * Stores a document, and replaces the one with its key.
	 * @param document the document
	 * @throws io.dkmio.MissingKeyException if it has no key
	 * @throws io.dkmio.InvalidKeyException if its key, or that of an index, is empty, too
	 * long or has another type
	 */
	void put(Document document);

	/**
	 * Stores a document if the one with its key meets a condition.
	 * @param document the document
	 * @param condition the condition; what compares is false if there is no document
	 * @throws io.dkmio.ConditionFailedException if it does not
	 */
	void put(Document document, Condition condition);

	/**
	 * Stores a document that must not exist yet.
	 * @param document the document
	 * @throws org.springframework.dao.DuplicateKeyException if there is one with its key
	 */
	void insert(Document document);

	/**
	 * Stores a document unless there is one with its key.
	 * @param document the document
	 * @return whether it was stored
	 */
	boolean putIfAbsent(Document document);

	/**
	 * Stores a document, and returns the one it replaces.
	 * @param document the document
	 * @return the replaced document, if there was one
	 */
	Optional<Document> putAndReturnOld(Document document);

	/**
	 * Begins to update a document.
	 * @param key its key
	 * @return the update, done by its last call
	 */
	DocumentUpdate update(Key key);

	/**
	 * Begins to update a document of a table without a sort key.
	 * @param partitionKey its key
	 * @return the update, done by its last call
	 */
	default DocumentUpdate update(Object partitionKey) {
		return update(Key.of(partitionKey));
	}

	/**
	 * Begins to update a document of a table with a sort key.
	 * @param partitionKey its partition key
	 * @param sortKey its sort key
	 * @return the update, done by its last call
	 */
	default DocumentUpdate update(Object partitionKey, Object sortKey) {
		return update(Key.of(partitionKey, sortKey));
	}

	/**
	 * Deletes a document. One that does not exist is none to worry about.
	 * @param key its key
	 */
	void delete(Key key);

	/**
	 * Deletes a document of a table without a sort key. One that does not exist is none
	 * to worry about.
	 * @param partitionKey its key
	 */
	default void delete(Object partitionKey) {
		delete(Key.of(partitionKey));
	}

	/**
	 * Deletes a document of a table with a sort key. One that does not exist is none to
	 * worry about.
	 * @param partitionKey its partition key
	 * @param sortKey its sort key
	 */
	default void delete(Object partitionKey, Object sortKey) {
		delete(Key.of(partitionKey, sortKey));
	}

	/**
	 * Deletes a document if it meets a condition.
	 * @param key its key
	 * @param condition the condition
	 * @throws io.dkmio.ConditionFailedException if it does not, or does not exist
	 */
	void delete(Key key, Condition condition);

	/**
	 * Deletes a document, and returns it.
	 * @param key its key
	 * @return the deleted document, if there was one
	 */
	Optional<Document> deleteAndReturnOld(Key key);

	/**
	 * Begins to read documents by their keys, with one BatchGetItem for each 100.
	 * @param keys the keys; where there is no sort key, partition keys will do. One may
	 * occur several times.
	 * @return the read, done by its last call
	 */
	DocumentBatchGet batchGet(Iterable<?> keys);

	/**
	 * Puts and deletes documents, with one BatchWriteItem for each 25. Of several writes
	 * of one document the last one counts. Nothing is sent if one of the writes is
	 * refused, or the given code throws.
	 * @param writes names the writes
	 * @throws io.dkmio.BatchIncompleteException if some were done, and others were not
	 */
	void batchWrite(Consumer<DocumentBatch> writes);

	/**
	 * Stores documents, and replaces those with their keys, with one BatchWriteItem for
	 * each 25.
	 * @param documents the documents
	 * @throws io.dkmio.BatchIncompleteException if some were stored, and others were not
	 */
	default void putAll(Iterable<Document> documents) {
		batchWrite((batch) -> documents.forEach(batch::put));
	}

	/**
	 * Changes the attributes a map names, of a document that must exist: a value is set,
	 * {@code null} or {@link io.dkmio.core.expression.Patch#DELETE} removes, and what is
	 * not named stays as it is. An empty map sends nothing.
	 * @param key the document's key
	 * @param changes the values by the names of attributes, which are taken as they are
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * document
	 */
	default void patch(Key key, Map<String, ?> changes) {
		Update update = Patch.of(changes);
		if (update.isEmpty()) {
			return;
		}
		DocumentUpdate patch = update(key);
		for (UpdateAction action : update.actions()) {
			patch = patch.with(action);
		}
		patch.execute();
	}

	/**
	 * Reads the table from its beginning, to look at it: no more than so many pages of 1
	 * MB.
	 * @param maxPages the number of requests, at least one
	 * @return the documents; {@link DocumentResult#completed()} says whether they are all
	 */
	default DocumentResult readEntireTable(int maxPages) {
		return scan().maxPages(maxPages).result();
	}

	/**
	 * The table as a map from keys to documents, which keeps nothing itself.
	 * @return the map
	 */
	DocumentMap asMap();

}
