package io.dkmio.core.expression;

/**
 * One method per kind of {@link Condition}.
 *
 * @param <R> what a visit results in
 * @since 1.0
 */
public interface ConditionVisitor<R> {

	/**
	 * Visits a comparison.
	 * @param condition the condition
	 * @return the result
	 */
	R visit(Condition.Comparison condition);

	/**
	 * Visits a range.
	 * @param condition the condition
	 * @return the result
	 */
	R visit(Condition.Between condition);

	/**
	 * Visits a membership test.
	 * @param condition the condition
	 * @return the result
	 */
	R visit(Condition.In condition);

	/**
	 * Visits a prefix test.
	 * @param condition the condition
	 * @return the result
	 */
	R visit(Condition.BeginsWith condition);

	/**
	 * Visits a containment test.
	 * @param condition the condition
	 * @return the result
	 */
	R visit(Condition.Contains condition);

	/**
	 * Visits a test for existence.
	 * @param condition the condition
	 * @return the result
	 */
	R visit(Condition.Exists condition);

	/**
	 * Visits a test for absence.
	 * @param condition the condition
	 * @return the result
	 */
	R visit(Condition.NotExists condition);

	/**
	 * Visits a test of a type.
	 * @param condition the condition
	 * @return the result
	 */
	R visit(Condition.TypeIs condition);

	/**
	 * Visits a conjunction.
	 * @param condition the condition
	 * @return the result
	 */
	R visit(Condition.And condition);

	/**
	 * Visits a disjunction.
	 * @param condition the condition
	 * @return the result
	 */
	R visit(Condition.Or condition);

	/**
	 * Visits a negation.
	 * @param condition the condition
	 * @return the result
	 */
	R visit(Condition.Not condition);

	/**
	 * Visits a condition that does not depend on the item.
	 * @param condition the condition
	 * @return the result
	 */
	R visit(Condition.Constant condition);

}
