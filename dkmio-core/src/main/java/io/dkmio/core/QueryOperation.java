package io.dkmio.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.dkmio.core.expression.Condition;

/**
 * A read of several items by the keys of the table or of an index. Immutable; done by
 * {@link #list()}, {@link #stream()}, {@link #page()}, {@link #first()} or
 * {@link #count()}.
 * <p>
 * Three limits are kept apart: {@link #limit(int)} is about items returned,
 * {@link #pageSize(int)} about items DynamoDB evaluates for a request, before it filters,
 * and {@link #maxPages(int)} about requests.
 *
 * @param <T> the type of the items
 * @since 1.0
 */
public interface QueryOperation<T> {

	/**
	 * Adds what must hold and keys have to serve: the partition key's properties with
	 * {@code eq}, and of the sort key's the first ones with {@code eq} and the next with
	 * a range or {@code beginsWith}.
	 * @param condition the condition
	 * @return the changed query
	 */
	QueryOperation<T> where(Condition condition);

	/**
	 * Adds what must hold besides. DynamoDB reads, and charges for, the items this leaves
	 * out.
	 * @param condition the condition
	 * @return the changed query
	 */
	QueryOperation<T> filter(Condition condition);

	/**
	 * Demands an index, which otherwise is chosen.
	 * @param name the index by the name the application uses
	 * @return the changed query
	 */
	QueryOperation<T> index(String name);

	/**
	 * Reads the sort key backwards.
	 * @return the changed query
	 */
	QueryOperation<T> descending();

	/**
	 * Reads what was written last, at twice the cost. A global index cannot.
	 * @return the changed query
	 */
	QueryOperation<T> consistent();

	/**
	 * Reads some attributes alone, and those of the keys. What is made of them is an item
	 * read in part: it cannot be written as a whole.
	 * @param paths the properties or attributes, such as {@code total} or
	 * {@code shipTo.city}; in all calls together
	 * @return the changed query
	 */
	QueryOperation<T> select(String... paths);

	/**
	 * Sets how many items DynamoDB evaluates for a request, at most.
	 * @param items the number, at least one
	 * @return the changed query
	 */
	QueryOperation<T> pageSize(int items);

	/**
	 * Sets how many items are returned, at most.
	 * @param items the number, at least one
	 * @return the changed query
	 */
	QueryOperation<T> limit(int items);

	/**
	 * Sets how many requests are sent, at most.
	 * @param pages the number, at least one
	 * @return the changed query
	 */
	QueryOperation<T> maxPages(int pages);

	/**
	 * Lets {@link #stream()} read the next page in another thread while the second half
	 * of one is used, which may be for nothing. Such a stream is to be closed if it is
	 * not read to its end.
	 * @return the changed query
	 */
	QueryOperation<T> prefetch();

	/**
	 * Goes on after a position in the result of the same query.
	 * @param cursor the position as {@link QueryResult#cursor()} gave it
	 * @return the changed query
	 */
	QueryOperation<T> after(String cursor);

	/**
	 * Reads all items, up to the limits.
	 * @return the items
	 */
	List<T> list();

	/**
	 * Reads items as they are asked for, a page at a time.
	 * @return the items
	 */
	Stream<T> stream();

	/**
	 * Reads items until a limit of items or requests is reached, or else one page, and
	 * says where to go on.
	 * @return the items and the position
	 */
	QueryResult<T> page();

	/**
	 * Reads all items, and refuses to return only some of them.
	 * @param max how many there can be at most, at least one
	 * @return the items
	 * @throws org.springframework.dao.IncorrectResultSizeDataAccessException if there are
	 * more; no more than one beyond the maximum are returned by DynamoDB
	 */
	List<T> all(int max);

	/**
	 * Reads the first item.
	 * @return the item, if there is one
	 */
	Optional<T> first();

	/**
	 * Counts items without reading them over the wire, up to the limit if there is one.
	 * DynamoDB reads, and charges for, all of them.
	 * @return the number
	 */
	long count();

	/**
	 * Deletes the items that are found, whatever their versions: reads their keys, page
	 * by page, and deletes those of a page before the next one is read.
	 * @return how many were found
	 * @throws io.dkmio.BatchIncompleteException if some could not be deleted; what was
	 * found before is deleted, and what follows is not
	 */
	long delete();

	/**
	 * Says how the query is served, and sends nothing.
	 * @return the call without values
	 */
	String explain();

}
