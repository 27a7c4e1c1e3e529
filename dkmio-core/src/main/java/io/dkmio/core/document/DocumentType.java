package io.dkmio.core.document;

import io.dkmio.core.mapping.StoredType;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a table. Two are equal if they are of the same table, whether its
 * definition was declared or discovered.
 *
 * @param table the table
 */
record DocumentType(TableDefinition table) implements StoredType {

	@Override
	public Class<?> getType() {
		return Document.class;
	}

	@Override
	public TableDefinition getRequiredTable() {
		return this.table;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof DocumentType type && this.table.name().equals(type.table.name());
	}

	@Override
	public int hashCode() {
		return this.table.name().hashCode();
	}

}
