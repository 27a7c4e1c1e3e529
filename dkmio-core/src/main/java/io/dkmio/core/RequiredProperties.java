package io.dkmio.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;

/**
 * Whether an object can be made of a part of its item: a constructor that takes a
 * primitive needs its value.
 */
final class RequiredProperties {

	private RequiredProperties() {
	}

	static void check(DynamoPersistentEntity<?> type, List<AttributePath> select) {
		Set<String> selected = new HashSet<>();
		select.forEach((path) -> selected.add(path.root()));
		for (DynamoPersistentProperty property : type) {
			boolean given = selected.contains(property.getName()) || selected.contains(property.getAttributeName())
					|| type.getRequiredKey().properties().contains(property);
			if (property.getType().isPrimitive() && type.isCreatorArgument(property) && !given) {
				throw new UnservableQueryException(
						type.getType().getSimpleName() + " by " + select.stream().map(AttributePath::toString).toList(),
						"the constructor of " + type.getType().getSimpleName() + " takes '" + property.getName()
								+ "' as " + property.getType() + ", which cannot be absent",
						"Select '" + property.getName() + "' too, or give it a type that can be null");
			}
		}
	}

}
