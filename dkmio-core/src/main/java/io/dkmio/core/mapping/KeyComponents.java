package io.dkmio.core.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Makes the key components of one item type. An attribute has one component, whichever
 * keys it is part of: two templates for it would overwrite each other.
 */
final class KeyComponents {

	private final BasicDynamoPersistentEntity<?> entity;

	private final TableDefinition table;

	private final KeyTypes types;

	private final Faults.Of faults;

	private final Map<String, DynamoPersistentProperty> properties = new LinkedHashMap<>();

	private final Map<String, String> templates = new LinkedHashMap<>();

	private final Map<String, KeyComponent.Composed> composed = new LinkedHashMap<>();

	KeyComponents(BasicDynamoPersistentEntity<?> entity, TableDefinition table, KeyTypes types, Faults.Of faults) {
		this.entity = entity;
		this.table = table;
		this.types = types;
		this.faults = faults;
		entity.forEach((property) -> this.properties.put(property.getAttributeName(), property));
	}

	/**
	 * A key attribute composed by a template.
	 * @return the component, {@code null} if the template has faults
	 */
	@Nullable KeyComponent composed(String text, KeyAttribute attribute, String role) {
		if (attribute.type() != AttributeType.S) {
			this.faults.add("composes its " + role + " by the template '" + text + "', but '" + attribute.name()
					+ "' is declared as " + attribute.type()
					+ "; templates are strings: declare it as S, or use a property as it is");
			return null;
		}
		String other = this.templates.putIfAbsent(attribute.name(), text);
		if (other != null) {
			if (!other.equals(text)) {
				this.faults.add("composes '" + attribute.name() + "' by two templates, '" + other + "' and '" + text
						+ "'; give the " + role + " an attribute of its own, or write the same template");
			}
			return this.composed.get(attribute.name());
		}
		KeyComponent.Composed component = compose(text, attribute);
		if (component != null) {
			this.composed.put(attribute.name(), component);
		}
		return component;
	}

	/**
	 * The partition key of an item that stands for a unique value.
	 * @return the component, {@code null} if the template has faults
	 */
	KeyComponent.@Nullable Composed unique(String text) {
		return compose(text, this.table.partitionKey());
	}

	private KeyComponent.@Nullable Composed compose(String text, KeyAttribute attribute) {
		try {
			KeyTemplate template = KeyTemplate.parse(text, this.table.keySeparator());
			List<DynamoPersistentProperty> parts = new ArrayList<>();
			List<KeyEncoding<?>> encodings = new ArrayList<>();
			for (String name : template.properties()) {
				DynamoPersistentProperty property = this.entity.getPersistentProperty(name);
				KeyEncoding<?> encoding = (property != null) ? encoding(text, property) : unknownProperty(text, name);
				if (property != null && encoding != null) {
					parts.add(property);
					encodings.add(encoding);
				}
			}
			return (parts.size() == template.properties().size())
					? new KeyComponent.Composed(attribute, KeyFormat.of(template, encodings, role(attribute.name()))
						.forEntity(this.entity.getType().getSimpleName()), parts)
					: null;
		}
		catch (IllegalArgumentException ex) {
			this.faults.add(String.valueOf(ex.getMessage()));
			return null;
		}
	}

	private @Nullable KeyEncoding<?> encoding(String template, DynamoPersistentProperty property) {
		try {
			return this.types.encoding(property);
		}
		catch (IllegalArgumentException ex) {
			this.faults.add("template '" + template + "': " + ex.getMessage());
			return null;
		}
	}

	private @Nullable KeyEncoding<?> unknownProperty(String template, String name) {
		if (name.indexOf('.') > 0) {
			this.faults.add("template '" + template + "' names '" + name + "', a property of a value inside the item; "
					+ "keys are composed of the item's own properties: add one for it");
			return null;
		}
		String known = this.properties.values()
			.stream()
			.map(DynamoPersistentProperty::getName)
			.collect(Collectors.joining(", "));
		this.faults.add("template '" + template + "' names '" + name + "', which is no property of "
				+ this.entity.getType().getSimpleName()
				+ (known.isEmpty() ? "; it has none: add it" : "; use one of " + known));
		return null;
	}

	/**
	 * A property that is a key attribute as it is.
	 * @return the component, {@code null} if its type does not fit
	 */
	@Nullable KeyComponent plain(DynamoPersistentProperty property, KeyAttribute attribute, String role) {
		AttributeType stored = this.types.storedType(property);
		if (stored == attribute.type()) {
			return new KeyComponent.Plain(attribute, property);
		}
		String found = "property '" + property.getName() + "' of type " + property.getType().getSimpleName();
		if (stored == null) {
			this.faults.add(found + " cannot be the " + role + " '" + attribute.name()
					+ "', which is a string, a number or binary; change its type, or register a conversion to one of them");
		}
		else {
			this.faults.add(found + " is stored as " + stored + ", but the " + role + " '" + attribute.name()
					+ "' is declared as " + attribute.type() + "; change the property's type, or the declaration to '"
					+ new KeyAttribute(attribute.name(), stored) + "'");
		}
		return null;
	}

	/**
	 * A key attribute that is there anyway: composed for another key, or a property.
	 * @return the component, {@code null} if the item has no such attribute, or one of
	 * another type
	 */
	@Nullable KeyComponent present(KeyAttribute attribute, String role) {
		KeyComponent.Composed component = this.composed.get(attribute.name());
		if (component != null) {
			return component;
		}
		DynamoPersistentProperty property = this.properties.get(attribute.name());
		return (property != null) ? plain(property, attribute, role) : null;
	}

	/**
	 * Whether items have an attribute, so far.
	 */
	boolean has(KeyAttribute attribute) {
		return this.composed.containsKey(attribute.name()) || this.properties.containsKey(attribute.name());
	}

	List<KeyComponent.Composed> composed() {
		return List.copyOf(this.composed.values());
	}

	/**
	 * What a key attribute is used as: a sort key, of the table or of any index, must be
	 * shorter than a partition key.
	 */
	private KeyRole role(String attribute) {
		Stream<KeyAttribute> sortKeys = this.table.indexes().stream().flatMap((index) -> index.sortKey().stream());
		return Stream.concat(Stream.ofNullable(this.table.sortKey()), sortKeys)
			.anyMatch((key) -> key.name().equals(attribute)) ? KeyRole.SORT_KEY : KeyRole.PARTITION_KEY;
	}

}
