package io.dkmio.core.mapping;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.AttributeType;

/**
 * Works out how the unique properties of one item type are kept unique.
 */
final class UniqueResolver {

	private final BasicDynamoPersistentEntity<?> entity;

	private final TableDefinition table;

	private final KeyComponents components;

	private final Faults.Of faults;

	UniqueResolver(BasicDynamoPersistentEntity<?> entity, TableDefinition table, KeyComponents components,
			Faults.Of faults) {
		this.entity = entity;
		this.table = table;
		this.components = components;
		this.faults = faults;
	}

	List<UniqueModel> resolve() {
		List<UniqueModel> uniques = new ArrayList<>();
		for (DynamoPersistentProperty property : this.entity) {
			Unique unique = property.findAnnotation(Unique.class);
			if (unique != null && isPossible(property)) {
				KeyComponent.Composed key = this.components.unique(template(property, unique.scope()));
				if (key != null) {
					uniques.add(new UniqueModel(property, key));
				}
			}
		}
		return uniques;
	}

	private String template(DynamoPersistentProperty property, String scope) {
		List<String> segments = new ArrayList<>(List.of("UNIQUE", this.entity.getAlias(), property.getAttributeName()));
		if (!scope.isBlank()) {
			segments.add(scope);
		}
		segments.add("{" + property.getName() + "}");
		return String.join(String.valueOf(this.table.keySeparator()), segments);
	}

	private boolean isPossible(DynamoPersistentProperty property) {
		String subject = "property '" + property.getName() + "' is @Unique, ";
		KeyAttribute sortKey = this.table.sortKey();
		if (this.table.partitionKey().type() != AttributeType.S
				|| (sortKey != null && sortKey.type() != AttributeType.S)) {
			this.faults.add(subject + "for which items with keys of their own are stored, but the keys of table '"
					+ this.table.name() + "' are no strings; remove @Unique, or declare the keys as strings");
			return false;
		}
		if (this.table.typeAttribute() == null) {
			this.faults.add(subject + "for which other items are stored in table '" + this.table.name()
					+ "', and nothing would tell them apart; declare a type attribute for the table");
			return false;
		}
		if (this.entity.getTimeToLiveProperty() != null) {
			this.faults.add(subject + "and the items expire, which would not free their values; remove @TimeToLive or "
					+ "@Unique");
			return false;
		}
		return true;
	}

}
