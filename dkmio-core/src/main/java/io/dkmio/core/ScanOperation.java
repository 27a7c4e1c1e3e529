package io.dkmio.core;

import java.util.List;
import java.util.stream.Stream;

import io.dkmio.core.expression.Condition;

/**
 * A read of a whole table, for what keys do not serve. DynamoDB evaluates, and charges
 * for, every item of the table, those of other types and those a filter leaves out
 * included. Immutable; done by {@link #list()}, {@link #stream()}, {@link #page()} or
 * {@link #count()}.
 * <p>
 * Items come in no order. The limits are those of {@link QueryOperation}.
 *
 * @param <T> the type of the items
 * @since 1.0
 */
public interface ScanOperation<T> {

	/**
	 * Adds what must hold. DynamoDB filters after reading.
	 * @param condition the condition
	 * @return the changed scan
	 */
	ScanOperation<T> filter(Condition condition);

	/**
	 * Reads the table in several parts at one time. Of each part one page at most is read
	 * ahead. There are no cursors then.
	 * @param segments the number, at least one
	 * @return the changed scan
	 */
	ScanOperation<T> segments(int segments);

	/**
	 * Reads what was written last, at twice the cost.
	 * @return the changed scan
	 */
	ScanOperation<T> consistent();

	/**
	 * Reads some attributes alone, and those of the keys. What is made of them is an item
	 * read in part: it cannot be written as a whole.
	 * @param paths the properties or attributes, such as {@code total} or
	 * {@code shipTo.city}; in all calls together
	 * @return the changed scan
	 */
	ScanOperation<T> select(String... paths);

	/**
	 * Sets how many items DynamoDB evaluates for a request, at most.
	 * @param items the number, at least one
	 * @return the changed scan
	 */
	ScanOperation<T> pageSize(int items);

	/**
	 * Sets how many items are returned, at most.
	 * @param items the number, at least one
	 * @return the changed scan
	 */
	ScanOperation<T> limit(int items);

	/**
	 * Sets how many requests are sent, at most.
	 * @param pages the number, at least one
	 * @return the changed scan
	 */
	ScanOperation<T> maxPages(int pages);

	/**
	 * Lets {@link #stream()} read the next page in another thread while the second half
	 * of one is used, which may be for nothing. Such a stream is to be closed if it is
	 * not read to its end.
	 * @return the changed scan
	 */
	ScanOperation<T> prefetch();

	/**
	 * Goes on after a position in the result of the same scan.
	 * @param cursor the position as {@link ScanResult#cursor()} gave it
	 * @return the changed scan
	 */
	ScanOperation<T> after(String cursor);

	/**
	 * Reads all items, up to the limits.
	 * @return the items
	 */
	List<T> list();

	/**
	 * Reads items as they are asked for, a page at a time. With several segments the
	 * stream is to be closed if it is not read to its end.
	 * @return the items
	 */
	Stream<T> stream();

	/**
	 * Reads items until a limit of items or requests is reached, or else one page, and
	 * says whether this was the whole table. With several segments it is, if there is no
	 * limit.
	 * @return the items and the position
	 */
	ScanResult<T> page();

	/**
	 * Counts items without reading them over the wire, up to the limit if there is one.
	 * @return the number
	 */
	long count();

	/**
	 * Says how the scan is served, and sends nothing.
	 * @return the call without values
	 */
	String explain();

}
