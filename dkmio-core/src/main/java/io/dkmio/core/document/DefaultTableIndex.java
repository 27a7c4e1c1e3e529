package io.dkmio.core.document;

import io.dkmio.core.mapping.IndexDefinition;

/**
 * An index of a table.
 */
final class DefaultTableIndex implements TableIndex {

	private final TableAccess access;

	private final ReadSource source;

	private final IndexDefinition definition;

	DefaultTableIndex(TableAccess access, ReadSource source, IndexDefinition definition) {
		this.access = access;
		this.source = source;
		this.definition = definition;
	}

	@Override
	public IndexDefinition definition() {
		return this.definition;
	}

	@Override
	public DocumentQuery query(Object... partitionKey) {
		return new DefaultDocumentQuery(this.access,
				ReadSpec.query(this.source, this.source.condition(this.source.partition(partitionKey))));
	}

	@Override
	public DocumentScan scan() {
		return new DefaultDocumentScan(this.access, ReadSpec.scan(this.source));
	}

	@Override
	public String toString() {
		return this.source.toString();
	}

}
