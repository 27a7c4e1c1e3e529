package io.dkmio.core.document;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.client.BatchWrite;

import org.springframework.util.Assert;

/**
 * Gathers the writes of a batch. Each is checked as it is named, and nothing is sent
 * before all are.
 *
 * @since 1.0
 */
public final class DocumentBatch {

	private final DocumentWriter writer;

	private final List<BatchWrite> writes = new ArrayList<>();

	DocumentBatch(DocumentWriter writer) {
		this.writer = writer;
	}

	/**
	 * Stores a document, and replaces the one with its key.
	 * @param document the document
	 * @return this
	 */
	public DocumentBatch put(Document document) {
		Assert.notNull(document, "Document must not be null");
		this.writes.add(BatchWrite.put(table(), this.writer.keys().names(), this.writer.item(document), document));
		return this;
	}

	/**
	 * Deletes a document.
	 * @param key its key
	 * @return this
	 */
	public DocumentBatch delete(Key key) {
		Assert.notNull(key, "Key must not be null");
		this.writes.add(BatchWrite.delete(table(), this.writer.keys().attributes("delete", key), key));
		return this;
	}

	/**
	 * Deletes a document of a table without a sort key.
	 * @param partitionKey its key
	 * @return this
	 */
	public DocumentBatch delete(Object partitionKey) {
		return delete(Key.of(partitionKey));
	}

	/**
	 * Deletes a document of a table with a sort key.
	 * @param partitionKey its partition key
	 * @param sortKey its sort key
	 * @return this
	 */
	public DocumentBatch delete(Object partitionKey, Object sortKey) {
		return delete(Key.of(partitionKey, sortKey));
	}

	private String table() {
		return this.writer.keys().table().name();
	}

	List<BatchWrite> writes() {
		return this.writes;
	}

}
