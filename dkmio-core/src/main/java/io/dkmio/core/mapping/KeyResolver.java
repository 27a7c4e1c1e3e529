package io.dkmio.core.mapping;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Works out how the primary key of one item type comes about, from its annotations and
 * its table.
 */
final class KeyResolver {

	private final BasicDynamoPersistentEntity<?> entity;

	private final Item item;

	private final TableDefinition table;

	private final KeyComponents components;

	private final Faults.Of faults;

	KeyResolver(BasicDynamoPersistentEntity<?> entity, Item item, TableDefinition table, KeyComponents components,
			Faults.Of faults) {
		this.entity = entity;
		this.item = item;
		this.table = table;
		this.components = components;
		this.faults = faults;
	}

	/**
	 * The primary key.
	 * @return the key, {@code null} if it has faults
	 */
	@Nullable KeyModel resolve() {
		KeyComponent partitionKey = partitionKey();
		KeyAttribute sortAttribute = this.table.sortKey();
		KeyComponent sortKey = sortKey(sortAttribute);
		return (partitionKey != null && (sortKey != null || sortAttribute == null))
				? new KeyModel(partitionKey, sortKey) : null;
	}

	private @Nullable KeyComponent partitionKey() {
		DynamoPersistentProperty property = this.entity.getPersistentProperty(PartitionKey.class);
		DynamoPersistentProperty id = this.entity.getIdProperty();
		if (property == null && id != null && id.isPartitionKey()) {
			property = id;
		}
		return component(new Declared("partition key", "pk", this.item.pk(), "@PartitionKey", property),
				this.table.partitionKey());
	}

	private @Nullable KeyComponent sortKey(@Nullable KeyAttribute attribute) {
		Declared declared = new Declared("sort key", "sk", this.item.sk(), "@SortKey",
				this.entity.getPersistentProperty(SortKey.class));
		if (attribute != null) {
			return component(declared, attribute);
		}
		if (declared.property() != null || StringUtils.hasText(declared.template())) {
			this.faults.add("declares a sort key, but table '" + this.table.name()
					+ "' has none; remove it, or declare the table's sort key");
		}
		return null;
	}

	private @Nullable KeyComponent component(Declared declared, KeyAttribute attribute) {
		DynamoPersistentProperty property = declared.property();
		if (StringUtils.hasText(declared.template())) {
			if (property == null) {
				return this.components.composed(declared.template(), attribute, declared.role());
			}
			this.faults
				.add("declares its " + declared.role() + " twice, by the template '" + declared.template() + "' and by "
						+ declared.annotation() + " on property '" + property.getName() + "'; keep one of them");
			return null;
		}
		if (property == null) {
			this.faults.add("has no " + declared.role() + "; write @Item(" + declared.member()
					+ " = \"…{property}\"), or annotate a property with " + declared.annotation());
			return null;
		}
		if (!property.getAttributeName().equals(attribute.name())) {
			this.faults.add("property '" + property.getName() + "' is stored as '" + property.getAttributeName()
					+ "', but the " + declared.role() + " of table '" + this.table.name() + "' is '" + attribute.name()
					+ "'; annotate it with @Attribute(\"" + attribute.name() + "\"), or use a template");
			return null;
		}
		return this.components.plain(property, attribute, declared.role());
	}

	/**
	 * What a type says of one of its keys.
	 */
	private record Declared(String role, String member, String template, String annotation,
			@Nullable DynamoPersistentProperty property) {
	}

}
