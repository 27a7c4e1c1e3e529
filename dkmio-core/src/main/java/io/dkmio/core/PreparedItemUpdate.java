package io.dkmio.core;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An update that is planned, and whose expressions are rendered: a call only fills in its
 * values. Thread-safe.
 *
 * @param <T> the type of the items
 * @since 1.0
 */
public interface PreparedItemUpdate<T> {

	/**
	 * Makes the update.
	 * @param id the id of the item
	 * @param arguments the arguments, as many as were announced
	 * @return the item if it is asked for, and there is one
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * item
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	@Nullable T execute(Object id, List<? extends @Nullable Object> arguments);

	/**
	 * Makes the update if it can be made. Cannot be called in a transaction, which tells
	 * only when it commits.
	 * @param id the id of the item
	 * @param arguments the arguments, as many as were announced
	 * @return whether it was made: {@code false} if there is no such item, or a condition
	 * does not hold
	 */
	boolean attempt(Object id, List<? extends @Nullable Object> arguments);

	/**
	 * What is changed, and under which conditions.
	 * @return a text in the names of properties, without values
	 */
	String describe();

}
