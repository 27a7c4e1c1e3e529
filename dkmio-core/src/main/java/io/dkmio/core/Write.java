package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.write.NamedCondition;
import io.dkmio.core.write.WriteTerms;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * On what terms an item is put or deleted: the conditions that must hold, and whether the
 * former item comes back.
 *
 * <pre class="code">
 * dynamo.put(order, Write.when(attribute("status").eq("DRAFT"), "still-draft"));
 * Optional&lt;Order&gt; deleted = dynamo.delete(Order.class, id, Write.returningOld());
 * </pre>
 *
 * @since 1.0
 */
public final class Write {

	private final List<NamedCondition> conditions;

	private Write(List<NamedCondition> conditions) {
		this.conditions = List.copyOf(conditions);
	}

	/**
	 * Writes only if a condition holds.
	 * @param condition the condition on the stored item
	 * @return the terms
	 */
	public static Write when(Condition condition) {
		return new Write(List.of(new NamedCondition(condition, null)));
	}

	/**
	 * Writes only if a condition holds.
	 * @param condition the condition on the stored item
	 * @param name the name by which {@link io.dkmio.ConditionFailedException} tells it
	 * from others
	 * @return the terms
	 */
	public static Write when(Condition condition, String name) {
		return new Write(List.of(new NamedCondition(condition, name)));
	}

	/**
	 * Returns the item that is replaced or deleted, without conditions.
	 * @return the terms
	 */
	public static ReturningOld returningOld() {
		return new ReturningOld(List.of());
	}

	/**
	 * Adds a condition that must hold as well.
	 * @param condition the condition on the stored item
	 * @return the changed terms
	 */
	public Write and(Condition condition) {
		return and(new NamedCondition(condition, null));
	}

	/**
	 * Adds a condition that must hold as well.
	 * @param condition the condition on the stored item
	 * @param name the name by which {@link io.dkmio.ConditionFailedException} tells it
	 * from others
	 * @return the changed terms
	 */
	public Write and(Condition condition, String name) {
		return and(new NamedCondition(condition, name));
	}

	private Write and(NamedCondition condition) {
		List<NamedCondition> all = new ArrayList<>(this.conditions);
		all.add(condition);
		return new Write(all);
	}

	/**
	 * Returns the item that is replaced or deleted as well.
	 * @return the changed terms
	 */
	public ReturningOld thenReturningOld() {
		return new ReturningOld(this.conditions);
	}

	WriteTerms terms() {
		return new WriteTerms(this.conditions, ReturnValue.NONE);
	}

	/**
	 * Terms that return the item that is replaced or deleted.
	 *
	 * @since 1.0
	 */
	public static final class ReturningOld {

		private final List<NamedCondition> conditions;

		private ReturningOld(List<NamedCondition> conditions) {
			this.conditions = conditions;
		}

		WriteTerms terms() {
			return new WriteTerms(this.conditions, ReturnValue.ALL_OLD);
		}

	}

}
