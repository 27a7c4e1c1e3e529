package io.dkmio.core;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.TableDefinition;

/**
 * Names what the application asked for.
 */
final class Operations {

	private Operations() {
	}

	static DynamoOperation of(String name, DynamoPersistentEntity<?> type) {
		TableDefinition table = type.getRequiredTable();
		return DynamoOperation.of(name)
			.withTable(table.name(), table.logicalName())
			.withItemType(type.getType().getSimpleName());
	}

}
