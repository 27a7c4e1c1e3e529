package io.dkmio.core;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.StoredType;
import io.dkmio.core.mapping.TableDefinition;

/**
 * Names what the application asked for.
 */
final class Operations {

	private Operations() {
	}

	static DynamoOperation of(String name, StoredType type) {
		TableDefinition table = type.getRequiredTable();
		DynamoOperation operation = DynamoOperation.of(name).withTable(table.name(), table.logicalName());
		return (type instanceof DynamoPersistentEntity) ? operation.withItemType(type.getType().getSimpleName())
				: operation;
	}

}
