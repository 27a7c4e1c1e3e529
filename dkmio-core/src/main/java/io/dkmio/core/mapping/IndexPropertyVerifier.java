package io.dkmio.core.mapping;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks what properties say of the indexes they are keys of.
 */
final class IndexPropertyVerifier {

	private final BasicDynamoPersistentEntity<?> entity;

	private final TableDefinition table;

	private final Faults.Of faults;

	IndexPropertyVerifier(BasicDynamoPersistentEntity<?> entity, TableDefinition table, Faults.Of faults) {
		this.entity = entity;
		this.table = table;
		this.faults = faults;
	}

	void verify() {
		for (DynamoPersistentProperty property : this.entity) {
			IndexPartitionKey partitionKey = property.findAnnotation(IndexPartitionKey.class);
			if (partitionKey != null) {
				for (String index : partitionKey.value()) {
					verify(property, "@IndexPartitionKey", index);
				}
			}
			IndexSortKey sortKey = property.findAnnotation(IndexSortKey.class);
			if (sortKey != null) {
				for (String index : sortKey.value()) {
					verify(property, "@IndexSortKey", index);
				}
			}
		}
	}

	private void verify(DynamoPersistentProperty property, String annotation, String name) {
		String found = "property '" + property.getName() + "' has " + annotation + "(\"" + name + "\"), but ";
		IndexDefinition index = this.table.index(name);
		if (index == null) {
			this.faults.add(found + "table '" + this.table.name()
					+ "' has no such index; declare it, or remove the annotation");
			return;
		}
		boolean partition = annotation.equals("@IndexPartitionKey");
		if (partition && index.isLocal()) {
			this.faults.add(found + "the index is local and has the partition key of the table; remove the annotation");
			return;
		}
		List<KeyAttribute> keys = partition ? index.partitionKey() : index.sortKey();
		if (keys.stream().noneMatch((key) -> key.name().equals(property.getAttributeName()))) {
			this.faults.add(found + "is stored as '" + property.getAttributeName() + "' and that key of the index is "
					+ (keys.isEmpty() ? "missing" : names(keys))
					+ "; annotate the property with @Attribute, or change the index");
			return;
		}
		verifyMembership(found, index);
	}

	private void verifyMembership(String found, IndexDefinition index) {
		List<KeyAttribute> missing = index.keyAttributes().stream().filter((key) -> !isPresent(key)).toList();
		if (!missing.isEmpty()) {
			this.faults.add(found + "no property is stored as " + names(missing)
					+ ", so that no item would be in the index; add one, or remove the annotation");
		}
	}

	private boolean isPresent(KeyAttribute key) {
		for (DynamoPersistentProperty property : this.entity) {
			if (property.getAttributeName().equals(key.name())) {
				return true;
			}
		}
		return this.entity.getComposedKeys()
			.stream()
			.anyMatch((composed) -> composed.attribute().name().equals(key.name()));
	}

	private static String names(List<KeyAttribute> keys) {
		return keys.stream().map((key) -> "'" + key.name() + "'").collect(Collectors.joining(" and "));
	}

}
