package io.dkmio.core;

import io.dkmio.core.expression.Condition;

/**
 * Under which conditions a transaction may be done.
 *
 * @since 1.0
 */
public interface TransactionCondition {

	/**
	 * Adds a condition on the item; several must all hold.
	 * @param condition the condition on the stored item
	 * @return this
	 */
	TransactionCondition when(Condition condition);

	/**
	 * Adds a condition on the item; several must all hold.
	 * @param condition the condition on the stored item
	 * @param name the name by which {@link io.dkmio.ConditionFailedException} tells it
	 * from others
	 * @return this
	 */
	TransactionCondition when(Condition condition, String name);

}
