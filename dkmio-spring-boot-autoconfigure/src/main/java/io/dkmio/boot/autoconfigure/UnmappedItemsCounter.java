package io.dkmio.boot.autoconfigure;

/**
 * Counts items whose types nobody knows, where there is something to count with.
 */
@FunctionalInterface
interface UnmappedItemsCounter {

	/**
	 * Counts one item.
	 * @param table the table it is in
	 * @param asked what was asked for
	 */
	void count(String table, String asked);

}
