package io.dkmio.core.document;

import java.util.List;

import io.dkmio.core.expression.AttributeCriteria;
import io.dkmio.core.expression.Condition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * What a query asks of a sort key. The words are for static import:
 * {@code where(gte("ord_100"))}.
 *
 * @since 1.0
 */
public final class SortKeyCondition {

	private final Operator operator;

	private final List<Object> values;

	private SortKeyCondition(Operator operator, Object... values) {
		for (Object value : values) {
			Assert.notNull(value, () -> "A sort key is not compared with null; leave the condition out");
		}
		this.operator = operator;
		this.values = List.of(values);
	}

	/**
	 * Equal.
	 * @param value the value
	 * @return the condition
	 */
	public static SortKeyCondition eq(Object value) {
		return new SortKeyCondition(Operator.EQ, value);
	}

	/**
	 * Less.
	 * @param value the bound
	 * @return the condition
	 */
	public static SortKeyCondition lt(Object value) {
		return new SortKeyCondition(Operator.LT, value);
	}

	/**
	 * Less or equal.
	 * @param value the bound
	 * @return the condition
	 */
	public static SortKeyCondition lte(Object value) {
		return new SortKeyCondition(Operator.LTE, value);
	}

	/**
	 * Greater.
	 * @param value the bound
	 * @return the condition
	 */
	public static SortKeyCondition gt(Object value) {
		return new SortKeyCondition(Operator.GT, value);
	}

	/**
	 * Greater or equal.
	 * @param value the bound
	 * @return the condition
	 */
	public static SortKeyCondition gte(Object value) {
		return new SortKeyCondition(Operator.GTE, value);
	}

	/**
	 * Between two bounds, both included. Nothing lies between bounds in the wrong order,
	 * and no request is sent.
	 * @param from the lower bound
	 * @param to the upper bound
	 * @return the condition
	 */
	public static SortKeyCondition between(Object from, Object to) {
		return new SortKeyCondition(Operator.BETWEEN, from, to);
	}

	/**
	 * Starts with text or binary data.
	 * @param prefix the prefix
	 * @return the condition
	 */
	public static SortKeyCondition beginsWith(Object prefix) {
		return new SortKeyCondition(Operator.BEGINS_WITH, prefix);
	}

	boolean isEquality() {
		return this.operator == Operator.EQ;
	}

	List<Object> values() {
		return this.values;
	}

	/**
	 * The condition on an attribute.
	 * @param attribute the sort key
	 * @param values the values as attributes
	 */
	Condition on(AttributeCriteria attribute, List<AttributeValue> values) {
		AttributeValue value = values.get(0);
		return switch (this.operator) {
			case EQ -> attribute.eq(value);
			case LT -> attribute.lt(value);
			case LTE -> attribute.lte(value);
			case GT -> attribute.gt(value);
			case GTE -> attribute.gte(value);
			case BETWEEN -> attribute.between(value, values.get(1));
			case BEGINS_WITH -> attribute.beginsWith(value);
		};
	}

	/** Says how it compares: values stay out of logs. */
	@Override
	public String toString() {
		return this.operator.text;
	}

	private enum Operator {

		EQ("="), LT("<"), LTE("<="), GT(">"), GTE(">="), BETWEEN("BETWEEN"), BEGINS_WITH("begins_with");

		private final String text;

		Operator(String text) {
			this.text = text;
		}

	}

}
