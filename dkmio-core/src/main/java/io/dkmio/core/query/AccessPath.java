package io.dkmio.core.query;

import io.dkmio.core.mapping.DynamoPersistentEntity;

/**
 * How a read is served: the cheapest call there is for it, decided before any value is
 * known.
 *
 * @since 1.0
 */
public sealed interface AccessPath permits KeyLookup, KeyRead, KeyBatch, KeyQuery, TableScan {

	/**
	 * The type of the items.
	 * @return the type
	 */
	DynamoPersistentEntity<?> type();

	/**
	 * The call for people: operation, table, index, key condition, filter.
	 * @return a line of text without values
	 */
	String describe();

}
