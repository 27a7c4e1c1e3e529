package io.dkmio.core.mapping;

import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks the item types of each table against each other.
 */
final class ItemsVerifier {

	private final DynamoMappingContext context;

	private final Faults faults;

	ItemsVerifier(DynamoMappingContext context, Faults faults) {
		this.context = context;
		this.faults = faults;
	}

	/**
	 * Checks all types.
	 */
	void verify() {
		this.context.getTables().forEach(this::verify);
		this.context.getPersistentEntities()
			.stream()
			.sorted(Comparator.comparing((entity) -> entity.getType().getName()))
			.forEach(this::verifyAlternatives);
	}

	/**
	 * Checks a type that is added later.
	 */
	void verify(BasicDynamoPersistentEntity<?> entity) {
		if (entity.getTable() != null) {
			verify(entity.getTable());
		}
		verifyAlternatives(entity);
	}

	private void verify(TableDefinition table) {
		List<DynamoPersistentEntity<?>> items = this.context.getItems(table);
		if (table.typeAttribute() != null) {
			verifyAliases(items, "in table '" + table.name() + "'");
			return;
		}
		for (int i = 0; i < items.size(); i++) {
			for (int j = i + 1; j < items.size(); j++) {
				verifyApart(table, items.get(i), items.get(j));
			}
		}
	}

	/**
	 * Values declared as an abstract type are told apart by their aliases.
	 */
	private void verifyAlternatives(DynamoPersistentEntity<?> entity) {
		if (Modifier.isAbstract(entity.getType().getModifiers())) {
			verifyAliases(this.context.getConcreteTypes(entity.getType())
				.stream()
				.filter((alternative) -> !alternative.isItem())
				.toList(), "as " + name(entity));
		}
	}

	private void verifyAliases(List<? extends DynamoPersistentEntity<?>> types, String where) {
		Map<String, DynamoPersistentEntity<?>> aliases = new HashMap<>();
		for (DynamoPersistentEntity<?> type : types) {
			for (String alias : type.getAliases()) {
				DynamoPersistentEntity<?> other = aliases.putIfAbsent(alias, type);
				if (other != null) {
					this.faults.of(type.getType())
						.add("is known as '" + alias + "' " + where + ", and so is " + other.getType().getName()
								+ "; give one another @TypeAlias");
				}
			}
		}
	}

	private void verifyApart(TableDefinition table, DynamoPersistentEntity<?> one, DynamoPersistentEntity<?> other) {
		KeyModel key = ((BasicDynamoPersistentEntity<?>) one).getKey();
		KeyModel otherKey = ((BasicDynamoPersistentEntity<?>) other).getKey();
		if (key == null || otherKey == null || !overlap(key.partitionKey(), otherKey.partitionKey())) {
			return;
		}
		KeyComponent sortKey = key.sortKey();
		KeyComponent otherSortKey = otherKey.sortKey();
		if (sortKey == null || otherSortKey == null || overlap(sortKey, otherSortKey)) {
			this.faults.of(one.getType())
				.add("has keys of the same shape as " + name(other) + " in table '" + table.name()
						+ "', and nothing tells their items apart; begin one of their templates with a literal of its own, "
						+ "or declare a type attribute for the table");
		}
	}

	private static boolean overlap(KeyComponent one, KeyComponent other) {
		if (one instanceof KeyComponent.Composed composed && other instanceof KeyComponent.Composed otherComposed) {
			return composed.format().template().overlaps(otherComposed.format().template());
		}
		return true;
	}

	private static String name(DynamoPersistentEntity<?> entity) {
		return entity.getType().getSimpleName();
	}

}
