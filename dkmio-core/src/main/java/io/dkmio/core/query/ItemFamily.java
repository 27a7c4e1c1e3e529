package io.dkmio.core.query;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.KeyComponent;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * The types one read brings.
 *
 * @param lead the type whose keys and properties the read is planned by
 * @param types all types, of one table
 * @param open whether items of unknown types may come as well
 * @param all whether everything in the partition is read
 */
record ItemFamily(DynamoPersistentEntity<?> lead, List<DynamoPersistentEntity<?>> types, boolean open, boolean all) {

	ItemFamily {
		types = List.copyOf(types);
	}

	/**
	 * The items a declared type stands for: itself, or the types that extend it.
	 */
	static ItemFamily of(DynamoMappingContext context, DynamoPersistentEntity<?> declared) {
		List<DynamoPersistentEntity<?>> types = context.getConcreteTypes(declared.getType())
			.stream()
			.filter(DynamoPersistentEntity::isItem)
			.toList();
		if (declared.isItem()) {
			return new ItemFamily(declared, types, false, false);
		}
		if (types.isEmpty()) {
			throw new InvalidDataAccessApiUsageException(declared.getType().getName()
					+ " is not an item of a table, and no known item extends it; annotate it or its types with"
					+ " @Item, and add those to the mapping context");
		}
		return of(types, declared.getType().getSimpleName());
	}

	/**
	 * Several types that are read together.
	 */
	static ItemFamily of(List<DynamoPersistentEntity<?>> types, String name) {
		TableDefinition table = types.get(0).getRequiredTable();
		for (DynamoPersistentEntity<?> type : types) {
			if (!type.getRequiredTable().logicalName().equals(table.logicalName())) {
				throw new UnservableQueryException(name,
						types.get(0).getType().getSimpleName() + " is in table '" + table.name() + "', and "
								+ type.getType().getSimpleName() + " in table '" + type.getRequiredTable().name() + "'",
						"Read types of one table together, and the others by themselves");
			}
		}
		return new ItemFamily(types.get(0), types, types.size() > 1, false);
	}

	/**
	 * The paths all types have in common.
	 */
	List<KeyPath> paths() {
		if (this.lead.isItem() && !this.open) {
			return KeyPath.of(this.lead);
		}
		return KeyPath.of(this.lead).stream().map(this::common).filter(Objects::nonNull).toList();
	}

	/**
	 * What all types have in common of a path: the partition key at least.
	 */
	private @Nullable KeyPath common(KeyPath path) {
		boolean sorted = true;
		for (DynamoPersistentEntity<?> type : this.types) {
			KeyPath other = path.ofOther(type);
			if (other == null || !same(path.partitionKey(), other.partitionKey())) {
				return null;
			}
			sorted &= !this.all && same(path.sortKey(), other.sortKey());
		}
		return sorted ? path : new KeyPath(path.index(), path.partitionKey(), List.of());
	}

	static boolean same(List<KeyComponent> one, List<KeyComponent> other) {
		if (one.size() != other.size()) {
			return false;
		}
		for (int i = 0; i < one.size(); i++) {
			if (!same(one.get(i), other.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean same(KeyComponent one, KeyComponent other) {
		if (one instanceof KeyComponent.Composed composed && other instanceof KeyComponent.Composed otherComposed) {
			return composed.format().template().equals(otherComposed.format().template());
		}
		return one instanceof KeyComponent.Plain plain && other instanceof KeyComponent.Plain otherPlain
				&& plain.property().getName().equals(otherPlain.property().getName());
	}

	String names() {
		return this.types.stream().map((type) -> type.getType().getSimpleName()).collect(Collectors.joining(" and "));
	}

}
