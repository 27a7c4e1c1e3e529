package io.dkmio.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.dkmio.core.query.AccessPath;

/**
 * A read that is planned, and whose expressions are rendered: a call only fills in its
 * values. Thread-safe.
 *
 * @param <T> the type of the results
 * @since 1.0
 */
public interface PreparedRead<T> {

	/**
	 * How the read is served.
	 * @return the plan
	 */
	AccessPath plan();

	/**
	 * Reads all items, up to the limits.
	 * @param call the call
	 * @return the items
	 */
	List<T> list(ReadCall call);

	/**
	 * Reads items as they are asked for, a page at a time.
	 * @param call the call
	 * @return the items
	 */
	Stream<T> stream(ReadCall call);

	/**
	 * Reads items until a limit of items or requests is reached, or else one page, and
	 * says where to go on.
	 * @param call the call
	 * @return the items and the position
	 */
	QueryResult<T> page(ReadCall call);

	/**
	 * Reads the first item.
	 * @param call the call
	 * @return the item, if there is one
	 */
	Optional<T> first(ReadCall call);

	/**
	 * Counts items without reading them over the wire, up to the limit if there is one.
	 * The shape must ask for the count, and the call must begin at the beginning.
	 * @param call the call
	 * @return the number
	 */
	long count(ReadCall call);

	/**
	 * Whether there is an item. The shape must ask for that, and the call must begin at
	 * the beginning.
	 * @param call the call
	 * @return {@code true} if there is
	 */
	boolean exists(ReadCall call);

}
