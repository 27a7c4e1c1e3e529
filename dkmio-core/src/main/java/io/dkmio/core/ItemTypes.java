package io.dkmio.core;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Tells the types of a table's items apart: by the type attribute, and by the keys of
 * items that have none.
 */
final class ItemTypes {

	private final @Nullable String typeAttribute;

	private final Map<String, Class<?>> byAlias = new HashMap<>();

	private final Map<Class<?>, List<KeyComponent>> keys = new LinkedHashMap<>();

	ItemTypes(List<DynamoPersistentEntity<?>> types) {
		this.typeAttribute = types.get(0).getRequiredTable().typeAttribute();
		for (DynamoPersistentEntity<?> type : types) {
			type.getAliases().forEach((alias) -> this.byAlias.putIfAbsent(alias, type.getType()));
			this.keys.put(type.getType(), type.getRequiredKey().components());
		}
	}

	/**
	 * The type of an item.
	 * @return the type, or {@code null} if it is none of these
	 */
	@Nullable Class<?> find(Map<String, AttributeValue> item) {
		String alias = alias(item);
		if (alias != null) {
			return this.byAlias.get(alias);
		}
		Class<?> found = null;
		for (Map.Entry<Class<?>, List<KeyComponent>> type : this.keys.entrySet()) {
			if (matches(type.getValue(), item)) {
				if (found != null) {
					return null;
				}
				found = type.getKey();
			}
		}
		return found;
	}

	private static boolean matches(List<KeyComponent> key, Map<String, AttributeValue> item) {
		boolean composed = false;
		for (KeyComponent component : key) {
			if (component instanceof KeyComponent.Composed each) {
				AttributeValue value = item.get(each.attribute().name());
				if (value == null || value.s() == null || !each.format().matches(value.s())) {
					return false;
				}
				composed = true;
			}
		}
		return composed;
	}

	@Nullable String alias(Map<String, AttributeValue> item) {
		AttributeValue alias = (this.typeAttribute != null) ? item.get(this.typeAttribute) : null;
		return (alias != null) ? alias.s() : null;
	}

	Set<String> aliases() {
		return this.byAlias.keySet();
	}

}
