package io.dkmio.core;

import java.util.StringJoiner;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Update;
import io.dkmio.core.mapping.DynamoPersistentEntity;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Refuses patches of what a type does not have: they may come from outside.
 */
final class PatchedProperties {

	private PatchedProperties() {
	}

	static void check(DynamoPersistentEntity<?> type, Update update) {
		if (type.getOtherAttributesProperty() != null) {
			return;
		}
		for (AttributePath path : update.paths()) {
			if (type.getPersistentProperty(path.root()) == null) {
				StringJoiner properties = new StringJoiner(", ");
				type.forEach((property) -> properties.add(property.getName()));
				throw new InvalidDataAccessApiUsageException("A patch of " + type.getType().getSimpleName() + " names '"
						+ path.root() + "', which is no property of it; it has " + properties + ". Nothing was sent");
			}
		}
	}

}
