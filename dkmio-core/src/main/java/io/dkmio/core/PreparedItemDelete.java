package io.dkmio.core;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A deletion that is planned, and whose conditions are rendered: a call only fills in its
 * values. Thread-safe.
 *
 * @param <T> the type of the items
 * @since 1.0
 */
public interface PreparedItemDelete<T> {

	/**
	 * Deletes an item.
	 * @param id the id of the item
	 * @param arguments the arguments, as many as were announced
	 * @return the deleted item if it is asked for, and there was one
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * item, and it must exist
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	@Nullable T execute(Object id, List<? extends @Nullable Object> arguments);

	/**
	 * Deletes an item if it can be deleted. Cannot be called in a transaction, which
	 * tells only when it commits.
	 * @param id the id of the item
	 * @param arguments the arguments, as many as were announced
	 * @return whether it was deleted: {@code false} if a condition does not hold, or
	 * there is no such item, and it must exist
	 */
	boolean attempt(Object id, List<? extends @Nullable Object> arguments);

	/**
	 * What is deleted, and under which conditions.
	 * @return a text in the names of properties, without values
	 */
	String describe();

}
