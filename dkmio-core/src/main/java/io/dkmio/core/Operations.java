package io.dkmio.core;

import java.util.List;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.StoredType;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Names what the application asked for.
 */
final class Operations {

	private Operations() {
	}

	static DynamoOperation of(String name, StoredType type) {
		return of(name, type, null);
	}

	static DynamoOperation of(String name, StoredType type, @Nullable String method) {
		TableDefinition table = type.getRequiredTable();
		String itemType = (type instanceof DynamoPersistentEntity) ? type.getType().getSimpleName() : null;
		return new DynamoOperation(name, table.name(), table.logicalName(), null, itemType, method, List.of(),
				List.of());
	}

}
