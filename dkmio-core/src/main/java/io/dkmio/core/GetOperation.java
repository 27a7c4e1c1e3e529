package io.dkmio.core;

import java.util.Optional;

/**
 * A read of one item by its id. Immutable; done by {@link #optional()},
 * {@link #required()} or {@link #exists()}.
 *
 * @param <T> the type of the item
 * @since 1.0
 */
public interface GetOperation<T> {

	/**
	 * Reads what was written last, at twice the cost, instead of what was written about a
	 * second ago.
	 * @return the changed read
	 */
	GetOperation<T> consistent();

	/**
	 * Reads some attributes alone, and those of the keys. What is made of them is an item
	 * read in part: it cannot be written as a whole.
	 * @param paths the properties or attributes, such as {@code total} or
	 * {@code shipTo.city}; in all calls together
	 * @return the changed read
	 */
	GetOperation<T> select(String... paths);

	/**
	 * Reads the item.
	 * @return the item, if it exists
	 */
	Optional<T> optional();

	/**
	 * Reads the item.
	 * @return the item
	 * @throws org.springframework.dao.EmptyResultDataAccessException if it does not exist
	 */
	T required();

	/**
	 * Whether the item exists. Reads its key alone.
	 * @return whether it does
	 */
	boolean exists();

}
