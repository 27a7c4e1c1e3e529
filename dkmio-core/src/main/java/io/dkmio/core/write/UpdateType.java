package io.dkmio.core.write;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.ItemKeys;
import io.dkmio.core.convert.ItemPaths;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.IndexModel;
import io.dkmio.core.mapping.KeyComponent;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a type for all updates of its items.
 */
final class UpdateType {

	private final DynamoPersistentEntity<?> entity;

	private final DynamoConverter converter;

	private final ItemPaths paths;

	private final ItemKeys keys;

	private final AttributePath partitionKey;

	private final List<KeyComponent.Composed> indexKeys;

	private final Map<String, DynamoPersistentProperty> plainIndexKeys;

	private final Map<String, DynamoPersistentProperty> idAttributes;

	private final List<StampedProperty> stamped;

	private final UpdateTargets targets;

	private final Versions versions;

	private final UniqueValues uniques;

	UpdateType(DynamoPersistentEntity<?> entity, DynamoConverter converter, Clock clock) {
		this.entity = entity;
		this.converter = converter;
		this.paths = new ItemPaths(entity, converter);
		this.keys = converter.keys(entity.getType());
		TableDefinition table = entity.getRequiredTable();
		this.partitionKey = AttributePath.of(table.partitionKey().name());
		List<String> primary = table.primaryKeyNames();
		this.indexKeys = entity.getComposedKeys()
			.stream()
			.filter((composed) -> !primary.contains(composed.attribute().name()))
			.toList();
		this.plainIndexKeys = plainIndexKeys(entity);
		this.idAttributes = idAttributes(entity);
		this.stamped = StampedProperty.of(entity, clock);
		this.targets = new UpdateTargets(entity, this.indexKeys, converter.getMappingContext());
		this.versions = new Versions(entity);
		this.uniques = new UniqueValues(entity, converter);
	}

	private static Map<String, DynamoPersistentProperty> plainIndexKeys(DynamoPersistentEntity<?> entity) {
		Map<String, DynamoPersistentProperty> plain = new LinkedHashMap<>();
		for (IndexModel index : entity.getIndexes()) {
			for (KeyComponent component : index.components()) {
				if (component instanceof KeyComponent.Plain key) {
					plain.put(key.attribute().name(), key.property());
				}
			}
		}
		return plain;
	}

	private static Map<String, DynamoPersistentProperty> idAttributes(DynamoPersistentEntity<?> entity) {
		Map<String, DynamoPersistentProperty> attributes = new LinkedHashMap<>();
		for (DynamoPersistentProperty property : entity.getRequiredKey().properties()) {
			attributes.put(property.getAttributeName(), property);
		}
		return attributes;
	}

	DynamoPersistentEntity<?> entity() {
		return this.entity;
	}

	String name() {
		return this.entity.getType().getSimpleName();
	}

	DynamoConverter converter() {
		return this.converter;
	}

	ItemPaths paths() {
		return this.paths;
	}

	ItemKeys keys() {
		return this.keys;
	}

	AttributePath partitionKey() {
		return this.partitionKey;
	}

	/**
	 * The composed keys that are no part of the primary key.
	 */
	List<KeyComponent.Composed> indexKeys() {
		return this.indexKeys;
	}

	boolean isPlainIndexKey(String attribute) {
		return this.plainIndexKeys.containsKey(attribute);
	}

	/**
	 * The properties of the primary key, by the attributes they are stored in.
	 */
	Map<String, DynamoPersistentProperty> idAttributes() {
		return this.idAttributes;
	}

	/**
	 * The properties of the primary key that are stored beside it.
	 */
	List<DynamoPersistentProperty> storedIdProperties() {
		List<DynamoPersistentProperty> stored = new ArrayList<>(this.idAttributes.values());
		stored.removeIf(DynamoPersistentProperty::isInKeyAlone);
		List<String> primary = this.entity.getRequiredTable().primaryKeyNames();
		stored.removeIf((property) -> primary.contains(property.getAttributeName()));
		return stored;
	}

	@Nullable DynamoPersistentProperty version() {
		return this.entity.getVersionProperty();
	}

	UniqueValues uniques() {
		return this.uniques;
	}

	Versions versions() {
		return this.versions;
	}

	List<StampedProperty> stamped() {
		return this.stamped;
	}

	UpdateTargets targets() {
		return this.targets;
	}

}
