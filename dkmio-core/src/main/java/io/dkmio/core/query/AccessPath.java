package io.dkmio.core.query;

import java.util.List;

import io.dkmio.core.mapping.DynamoPersistentEntity;

/**
 * How a read is served: the cheapest call there is for it, decided before any value is
 * known.
 *
 * @since 1.0
 */
public sealed interface AccessPath permits KeyLookup, KeyRead, KeyBatch, KeyQuery, TableScan, NothingToRead {

	/**
	 * The type of the items, or one of several.
	 * @return the type
	 */
	DynamoPersistentEntity<?> type();

	/**
	 * All types the items can be of.
	 * @return the types
	 */
	default List<DynamoPersistentEntity<?>> types() {
		return List.of(type());
	}

	/**
	 * The call for people: operation, table, index, key condition, filter.
	 * @return a line of text without values
	 */
	String describe();

}
