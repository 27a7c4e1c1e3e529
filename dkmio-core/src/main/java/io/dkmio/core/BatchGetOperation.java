package io.dkmio.core;

import java.util.List;
import java.util.Optional;

/**
 * A read of items whose keys are known. The last call does it.
 *
 * @param <T> the type of the items
 * @since 1.0
 */
public interface BatchGetOperation<T> {

	/**
	 * Reads what was written last, at twice the cost.
	 * @return the changed read
	 */
	BatchGetOperation<T> consistent();

	/**
	 * Reads the items.
	 * @return those that exist, in the order of their ids
	 * @throws io.dkmio.BatchIncompleteException if some could not be read
	 */
	List<T> list();

	/**
	 * Reads the items.
	 * @return one for each id, in their order, empty where there is no item
	 * @throws io.dkmio.BatchIncompleteException if some could not be read
	 */
	List<Optional<T>> optional();

	/**
	 * Reads items that must all exist.
	 * @return one for each id, in their order
	 * @throws org.springframework.dao.IncorrectResultSizeDataAccessException if there is
	 * none for an id
	 * @throws io.dkmio.BatchIncompleteException if some could not be read
	 */
	List<T> required();

}
