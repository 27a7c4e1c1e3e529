package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Starts a condition on an attribute or its size. Every method takes a value, another
 * attribute or size, or an {@link Operand#parameter(int) operand}.
 *
 * @since 1.0
 */
public abstract sealed class Criteria permits AttributeCriteria, SizeCriteria {

	Criteria() {
	}

	/**
	 * The operand this stands for.
	 * @return the operand
	 */
	abstract Operand operand();

	/**
	 * The condition that stands for equality with null.
	 * @return the condition
	 */
	abstract Condition equalToNull();

	/**
	 * The condition that stands for inequality with null.
	 * @return the condition
	 */
	abstract Condition notEqualToNull();

	/**
	 * Equal to a value. Null means missing or an explicit null.
	 * @param value the value
	 * @return the condition
	 */
	public Condition eq(@Nullable Object value) {
		return (value != null) ? compare(ComparisonOperator.EQ, value) : equalToNull();
	}

	/**
	 * Not equal to a value; true for an item that does not have the attribute. Null means
	 * neither missing nor an explicit null.
	 * @param value the value
	 * @return the condition
	 */
	public Condition ne(@Nullable Object value) {
		return (value != null) ? compare(ComparisonOperator.NE, value) : notEqualToNull();
	}

	/**
	 * Less than a value.
	 * @param value the value
	 * @return the condition
	 */
	public Condition lt(Object value) {
		return compare(ComparisonOperator.LT, value);
	}

	/**
	 * Less than or equal to a value.
	 * @param value the value
	 * @return the condition
	 */
	public Condition lte(Object value) {
		return compare(ComparisonOperator.LTE, value);
	}

	/**
	 * Greater than a value.
	 * @param value the value
	 * @return the condition
	 */
	public Condition gt(Object value) {
		return compare(ComparisonOperator.GT, value);
	}

	/**
	 * Greater than or equal to a value.
	 * @param value the value
	 * @return the condition
	 */
	public Condition gte(Object value) {
		return compare(ComparisonOperator.GTE, value);
	}

	/**
	 * Between two bounds, both included. A lower bound above the upper one selects
	 * nothing.
	 * @param lower the lower bound
	 * @param upper the upper bound
	 * @return the condition
	 */
	public Condition between(Object lower, Object upper) {
		return new Condition.Between(operand(), required("between", lower), required("between", upper));
	}

	/**
	 * Equal to one of several candidates; null among them means missing or an explicit
	 * null. No candidates select nothing.
	 * @param candidates the candidates, any number
	 * @return the condition
	 */
	public Condition in(@Nullable Object... candidates) {
		return in(Arrays.asList(candidates));
	}

	/**
	 * Equal to one of several candidates; null among them means missing or an explicit
	 * null. No candidates select nothing.
	 * @param candidates the candidates, any number
	 * @return the condition
	 */
	public Condition in(Collection<? extends @Nullable Object> candidates) {
		Assert.notNull(candidates, "Candidates must not be null");
		List<Operand> operands = new ArrayList<>();
		boolean orNull = false;
		for (Object candidate : candidates) {
			if (candidate == null) {
				orNull = true;
			}
			else {
				operands.add(Operand.of(candidate));
			}
		}
		Condition in = operands.isEmpty() ? Condition.never() : new Condition.In(operand(), operands);
		return orNull ? in.or(equalToNull()) : in;
	}

	private Condition compare(ComparisonOperator operator, Object value) {
		return new Condition.Comparison(operand(), operator, required(operator.symbol(), value));
	}

	final Operand required(String operator, @Nullable Object value) {
		if (value == null) {
			throw new InvalidDataAccessApiUsageException("Condition '" + operator + "' on '" + operand()
					+ "' needs a value, and got null. Use isNull or isNotNull, or leave the condition out");
		}
		return Operand.of(value);
	}

	@Override
	public String toString() {
		return operand().toString();
	}

}
