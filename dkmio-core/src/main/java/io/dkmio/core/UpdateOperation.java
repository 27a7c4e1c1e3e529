package io.dkmio.core;

import java.util.Map;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.UpdateClauses;
import org.jspecify.annotations.Nullable;

/**
 * An update of one item: only what it names is sent, in one request. Immutable; done by
 * {@link #execute()} or one of the {@code returning} calls, and by nothing else.
 * <p>
 * The item must exist, unless {@link #upsert()} says otherwise. A version is counted up,
 * auditing fills in its properties, and index keys follow the properties they are
 * composed of.
 *
 * @param <T> the type of the item
 * @since 1.0
 */
public interface UpdateOperation<T> extends UpdateClauses<UpdateOperation<T>> {

	/**
	 * Updates only if a condition holds; several must all hold.
	 * @param condition the condition on the stored item
	 * @return the changed update
	 */
	UpdateOperation<T> when(Condition condition);

	/**
	 * Updates only if a condition holds; several must all hold.
	 * @param condition the condition on the stored item
	 * @param name the name by which {@link io.dkmio.ConditionFailedException} tells it
	 * from others
	 * @return the changed update
	 */
	UpdateOperation<T> when(Condition condition, String name);

	/**
	 * Tells the value of a property that the update does not change, but needs to compose
	 * an index key. It becomes a condition: if the stored item has another value, nothing
	 * is written.
	 * @param property the property
	 * @param value its value, {@code null} if it has none
	 * @return the changed update
	 */
	UpdateOperation<T> with(String property, @Nullable Object value);

	/**
	 * Updates only if the item has this version.
	 * @param version the version it was read with
	 * @return the changed update
	 */
	UpdateOperation<T> expectVersion(long version);

	/**
	 * Creates the item if it does not exist. Creation dates, properties that are written
	 * once, and the time to live are written only where there are none yet.
	 * @return the changed update
	 */
	UpdateOperation<T> upsert();

	/**
	 * Reads the item first if the update needs to know it: to compose index keys of
	 * properties it does not change. Only if nobody has changed what was read is the
	 * update made; otherwise it is tried again, up to ten times.
	 * @return the changed update
	 */
	UpdateOperation<T> readFirst();

	/**
	 * Makes the update.
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * item
	 * @throws org.springframework.dao.OptimisticLockingFailureException if the item does
	 * not have the expected version
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	void execute();

	/**
	 * Makes the update, and returns the item at no further cost.
	 * @param item which state of it; an upsert may have no old one and refuses it
	 * @return the item
	 */
	T returning(ReturnedItem item);

	/**
	 * Makes the update, and returns what it changes at no further cost.
	 * @param properties which values
	 * @return the values by the names of properties, without those that are missing
	 */
	Map<String, Object> returning(ReturnedProperties properties);

}
