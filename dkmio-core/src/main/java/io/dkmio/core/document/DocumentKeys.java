package io.dkmio.core.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.core.client.BatchKey;
import io.dkmio.core.client.TableRead;

/**
 * Names the documents of a batch of reads, of any tables.
 *
 * @since 1.0
 */
public final class DocumentKeys {

	private final List<BatchKey> keys = new ArrayList<>();

	private final Map<String, TableRead> tables = new HashMap<>();

	DocumentKeys() {
	}

	/**
	 * Reads a document.
	 * @param table the table
	 * @param key the document's key
	 * @return this
	 */
	public DocumentKeys get(Table table, Key key) {
		DocumentActions actions = DocumentActions.of(table);
		TableRead read = this.tables.computeIfAbsent(actions.tableName(), TableRead::of);
		this.keys.add(read.key(actions.key("batchGet", key), key));
		return this;
	}

	List<BatchKey> keys() {
		return this.keys;
	}

}
