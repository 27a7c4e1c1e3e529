package io.dkmio.core.document;

/**
 * A read of one partition of a table or an index: Query.
 *
 * @since 1.0
 */
public interface DocumentQuery extends DocumentRead<DocumentQuery> {

	/**
	 * Asks something of the sort key. This can be done once.
	 * @param conditions one condition; for an index with several sort key attributes one
	 * for each from left to right, of which only the last may be other than
	 * {@link SortKeyCondition#eq(Object)}
	 * @return the changed query
	 * @throws io.dkmio.InvalidKeyException if there is no sort key, or it has another
	 * type
	 */
	DocumentQuery where(SortKeyCondition... conditions);

	/**
	 * Reads from the greatest sort key down.
	 * @return the changed query
	 */
	DocumentQuery descending();

}
