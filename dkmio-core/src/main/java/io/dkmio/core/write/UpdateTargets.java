package io.dkmio.core.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.expression.UpdateValue;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.KeyComponent;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Which attributes of a type an update may change.
 */
final class UpdateTargets {

	private static final String KEY_ADVICE = "the key of an item never changes: delete the item and insert another one";

	private final String type;

	/** Why attributes cannot be changed, and what to do. */
	private final Map<String, String> refused = new HashMap<>();

	private final Map<String, String> writtenOnce = new HashMap<>();

	/** The attributes of the type itself, and those of its table. */
	private final Set<String> known;

	private final DynamoPersistentEntity<?> entity;

	private final DynamoMappingContext context;

	UpdateTargets(DynamoPersistentEntity<?> entity, List<KeyComponent.Composed> indexKeys,
			DynamoMappingContext context) {
		this.type = entity.getType().getSimpleName();
		this.entity = entity;
		this.context = context;
		TableDefinition table = entity.getRequiredTable();
		this.known = attributes(entity);
		this.known.addAll(table.keyAttributeNames());
		if (table.timeToLiveAttribute() != null) {
			this.known.add(table.timeToLiveAttribute());
		}
		for (DynamoPersistentProperty property : entity) {
			String attribute = property.getAttributeName();
			String refusal = refusal(property);
			if (refusal != null) {
				this.refused.put(attribute, refusal);
			}
			if (property.isWriteOnce()) {
				this.writtenOnce.put(attribute, property.getName());
			}
		}
		for (KeyComponent.Composed key : indexKeys) {
			this.refused.put(key.attribute().name(),
					"is an index key, composed of "
							+ (key.properties().isEmpty() ? "no property" : names(key.properties()))
							+ ": update those instead");
		}
		if (table.typeAttribute() != null) {
			this.refused.put(table.typeAttribute(), "holds the type of the item, which never changes");
		}
		entity.getRequiredKey()
			.properties()
			.forEach((property) -> this.refused.put(property.getAttributeName(),
					"is part of the primary key; " + KEY_ADVICE));
		table.primaryKeyNames().forEach((name) -> this.refused.put(name, "is the primary key; " + KEY_ADVICE));
	}

	private static @Nullable String refusal(DynamoPersistentProperty property) {
		if (property.isVersionProperty()) {
			return "is the version, which every update counts up by itself; use expectVersion(…) for a condition on it";
		}
		if (property.isComputed()) {
			return "is computed by the type; put the whole item instead";
		}
		return property.isWritable() ? null : "is read-only; remove @ReadOnlyProperty if it is to be written";
	}

	/**
	 * Refuses a change that must not be made.
	 * @param action the change
	 * @param attribute the path in the names of attributes
	 * @param upsert whether the item may be created by it
	 */
	void check(UpdateAction action, AttributePath attribute, boolean upsert) {
		String refusal = this.refused.get(attribute.root());
		if (refusal != null) {
			throw refused(action, refusal);
		}
		if (this.writtenOnce.containsKey(attribute.root()) && !(upsert && isWholeValue(action, attribute))) {
			throw refused(action, "is written once, when the item is inserted");
		}
		if (!isKnown(attribute.root())) {
			StringJoiner properties = new StringJoiner(", ");
			this.entity.forEach((property) -> properties.add(property.getName()));
			throw refused(action, "is no property of it, which has " + properties
					+ ". Correct the name; attributes that no property names are changed by table(…).update(…)");
		}
	}

	/**
	 * Whether items of the type can have an attribute: a misspelt one would be written,
	 * and never be read. An item may be of a subtype, and keys may be those of any index.
	 */
	private boolean isKnown(String attribute) {
		return this.entity.getOtherAttributesProperty() != null || this.known.contains(attribute) || this.context
			.getConcreteTypes(this.entity.getType())
			.stream()
			.anyMatch((type) -> type.getOtherAttributesProperty() != null || attributes(type).contains(attribute));
	}

	private static Set<String> attributes(DynamoPersistentEntity<?> type) {
		Set<String> attributes = new HashSet<>();
		type.forEach((property) -> attributes.add(property.getAttributeName()));
		return attributes;
	}

	/**
	 * Refuses a change of a property that is written once. What else differs between two
	 * states of an item may be changed.
	 */
	void checkDifference(UpdateAction action) {
		String property = this.writtenOnce.get(action.path().root());
		if (property != null) {
			throw new InvalidDataAccessApiUsageException("The two states of " + this.type + " differ in '" + property
					+ "', which is written once, when the item is inserted. Keep its value");
		}
	}

	boolean isWrittenOnce(String attribute) {
		return this.writtenOnce.containsKey(attribute);
	}

	private static boolean isWholeValue(UpdateAction action, AttributePath attribute) {
		return attribute.isTopLevel() && action instanceof UpdateAction.Set set
				&& !(set.value() instanceof UpdateValue.Arithmetic);
	}

	private InvalidDataAccessApiUsageException refused(UpdateAction action, String refusal) {
		return new InvalidDataAccessApiUsageException(
				"An update of " + this.type + " cannot change '" + action.path() + "': it " + refusal);
	}

	private static String names(List<DynamoPersistentProperty> properties) {
		return properties.stream().map(DynamoPersistentProperty::getName).collect(Collectors.joining("', '", "'", "'"));
	}

}
