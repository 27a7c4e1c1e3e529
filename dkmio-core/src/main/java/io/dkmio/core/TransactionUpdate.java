package io.dkmio.core;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.UpdateClauses;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction changes in an item. The item must exist, unless {@link #upsert()}
 * says otherwise; a version is counted up, and index keys follow the properties they are
 * composed of.
 *
 * @since 1.0
 */
public interface TransactionUpdate extends UpdateClauses<TransactionUpdate> {

	/**
	 * Adds a condition on the item; several must all hold.
	 * @param condition the condition on the stored item
	 * @return this
	 */
	TransactionUpdate when(Condition condition);

	/**
	 * Adds a condition on the item; several must all hold.
	 * @param condition the condition on the stored item
	 * @param name the name by which {@link io.dkmio.ConditionFailedException} tells it
	 * from others
	 * @return this
	 */
	TransactionUpdate when(Condition condition, String name);

	/**
	 * Tells the value of a property that the update does not change, but needs to compose
	 * an index key. It becomes a condition.
	 * @param property the property
	 * @param value its value, {@code null} if it has none
	 * @return this
	 */
	TransactionUpdate with(String property, @Nullable Object value);

	/**
	 * Demands a version.
	 * @param version the version the item was read with
	 * @return this
	 */
	TransactionUpdate expectVersion(long version);

	/**
	 * Creates the item if it does not exist.
	 * @return this
	 */
	TransactionUpdate upsert();

}
