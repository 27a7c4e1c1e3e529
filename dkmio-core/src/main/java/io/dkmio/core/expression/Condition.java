package io.dkmio.core.expression;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A condition on an item, as an immutable tree. The same tree is a filter, a key
 * condition or the condition of a write, is rendered by {@link ExpressionBuilder}, and is
 * evaluated in memory by {@link ConditionEvaluator}. Make one with
 * {@link Conditions#attribute(String)}.
 * <p>
 * Conditions mean what they mean to DynamoDB. Comparisons with a missing attribute, or
 * with one of another type, are false; only {@code <>} is true then. {@code NOT} turns
 * the answer round and nothing else, so {@code NOT (a < 1)} is true for an item without
 * {@code a}.
 *
 * @since 1.0
 */
public sealed interface Condition {

	/**
	 * Calls the visitor's method for this kind of condition.
	 * @param visitor the visitor
	 * @param <R> what the visit results in
	 * @return the visitor's result
	 */
	<R> R accept(ConditionVisitor<R> visitor);

	/**
	 * Both this condition and another.
	 * @param other the other condition
	 * @return the conjunction
	 */
	default Condition and(Condition other) {
		return allOf(List.of(this, other));
	}

	/**
	 * This condition or another.
	 * @param other the other condition
	 * @return the disjunction
	 */
	default Condition or(Condition other) {
		return anyOf(List.of(this, other));
	}

	/**
	 * The opposite of this condition.
	 * @return the negation
	 */
	default Condition not() {
		return Junctions.not(this);
	}

	/**
	 * Whether no item meets this condition, as for {@code in} without candidates: a
	 * request need not be sent.
	 * @return {@code true} if so
	 */
	default boolean isNever() {
		return this == Constant.NEVER;
	}

	/**
	 * Whether every item meets this condition: the expression is to be left out.
	 * @return {@code true} if so
	 */
	default boolean isAlways() {
		return this == Constant.ALWAYS;
	}

	/**
	 * The paths the condition looks at, in the order of their first appearance.
	 * @return the paths as they were written
	 */
	default Set<AttributePath> paths() {
		return PathCollector.collect(this);
	}

	/**
	 * Replaces every parameter by its argument. A null argument of an equality becomes
	 * {@code isNull}, the elements of a collection become candidates.
	 * @param arguments the arguments, by position
	 * @return a condition without parameters
	 */
	default Condition bind(List<? extends @Nullable Object> arguments) {
		return accept(new ParameterBinder(arguments));
	}

	/**
	 * Resolves every path, encodes every value, and simplifies: reversed bounds become
	 * {@link #never()}, more than a hundred candidates become several lists.
	 * @param resolver resolves paths
	 * @param encoder encodes values
	 * @return a condition on attributes, whose values are attribute values
	 */
	default Condition resolve(PathResolver resolver, ValueEncoder encoder) {
		return accept(new ConditionResolver(new OperandResolver(resolver, new OperandEncoder(encoder))));
	}

	/**
	 * A condition no item meets.
	 * @return the condition
	 */
	static Condition never() {
		return Constant.NEVER;
	}

	/**
	 * A condition every item meets.
	 * @return the condition
	 */
	static Condition always() {
		return Constant.ALWAYS;
	}

	/**
	 * All of several conditions.
	 * @param conditions the conditions; none means {@link #always()}
	 * @return the conjunction
	 */
	static Condition allOf(Collection<? extends Condition> conditions) {
		return Junctions.allOf(conditions);
	}

	/**
	 * Any of several conditions.
	 * @param conditions the conditions; none means {@link #never()}
	 * @return the disjunction
	 */
	static Condition anyOf(Collection<? extends Condition> conditions) {
		return Junctions.anyOf(conditions);
	}

	/**
	 * Compares two operands.
	 *
	 * @param left an attribute or a size
	 * @param operator how they are compared
	 * @param right the other operand
	 * @since 1.0
	 */
	record Comparison(Operand left, ComparisonOperator operator, Operand right) implements Condition {

		/**
		 * Creates a condition.
		 * @param left an attribute or a size
		 * @param operator how they are compared
		 * @param right the other operand
		 */
		public Comparison {
			OperandRules.comparison(left, operator, right);
		}

		@Override
		public <R> R accept(ConditionVisitor<R> visitor) {
			return visitor.visit(this);
		}

		@Override
		public String toString() {
			return ConditionRenderer.describe(this);
		}

	}

	/**
	 * Tests for a range, both bounds included.
	 *
	 * @param operand an attribute or a size
	 * @param lower the lower bound
	 * @param upper the upper bound
	 * @since 1.0
	 */
	record Between(Operand operand, Operand lower, Operand upper) implements Condition {

		/**
		 * Creates a condition.
		 * @param operand an attribute or a size
		 * @param lower the lower bound
		 * @param upper the upper bound
		 */
		public Between {
			OperandRules.between(operand, lower, upper);
		}

		@Override
		public <R> R accept(ConditionVisitor<R> visitor) {
			return visitor.visit(this);
		}

		@Override
		public String toString() {
			return ConditionRenderer.describe(this);
		}

	}

	/**
	 * Tests for equality with one of several candidates.
	 *
	 * @param operand an attribute or a size
	 * @param candidates the candidates, at least one
	 * @since 1.0
	 */
	record In(Operand operand, List<Operand> candidates) implements Condition {

		/**
		 * Creates a condition.
		 * @param operand an attribute or a size
		 * @param candidates the candidates
		 */
		public In {
			candidates = List.copyOf(candidates);
			OperandRules.in(operand, candidates);
		}

		@Override
		public <R> R accept(ConditionVisitor<R> visitor) {
			return visitor.visit(this);
		}

		@Override
		public String toString() {
			return ConditionRenderer.describe(this);
		}

	}

	/**
	 * Tests whether a string or binary attribute starts with a prefix.
	 *
	 * @param path where the attribute is
	 * @param prefix the prefix
	 * @since 1.0
	 */
	record BeginsWith(AttributePath path, Operand prefix) implements Condition {

		/**
		 * Creates a condition.
		 * @param path where the attribute is
		 * @param prefix the prefix
		 */
		public BeginsWith {
			OperandRules.beginsWith(path, prefix);
		}

		@Override
		public <R> R accept(ConditionVisitor<R> visitor) {
			return visitor.visit(this);
		}

		@Override
		public String toString() {
			return ConditionRenderer.describe(this);
		}

	}

	/**
	 * Tests whether a string or binary attribute contains a part, or whether a list or
	 * set contains an element. Maps contain nothing.
	 *
	 * @param path where the attribute is
	 * @param operand the part or element
	 * @since 1.0
	 */
	record Contains(AttributePath path, Operand operand) implements Condition {

		/**
		 * Creates a condition.
		 * @param path where the attribute is
		 * @param operand the part or element
		 */
		public Contains {
			OperandRules.contains(path, operand);
		}

		@Override
		public <R> R accept(ConditionVisitor<R> visitor) {
			return visitor.visit(this);
		}

		@Override
		public String toString() {
			return ConditionRenderer.describe(this);
		}

	}

	/**
	 * Tests whether there is an attribute, be it an explicit null.
	 *
	 * @param path where the attribute is
	 * @since 1.0
	 */
	record Exists(AttributePath path) implements Condition {

		@Override
		public <R> R accept(ConditionVisitor<R> visitor) {
			return visitor.visit(this);
		}

		@Override
		public String toString() {
			return ConditionRenderer.describe(this);
		}

	}

	/**
	 * Tests whether there is no attribute.
	 *
	 * @param path where the attribute would be
	 * @since 1.0
	 */
	record NotExists(AttributePath path) implements Condition {

		@Override
		public <R> R accept(ConditionVisitor<R> visitor) {
			return visitor.visit(this);
		}

		@Override
		public String toString() {
			return ConditionRenderer.describe(this);
		}

	}

	/**
	 * Tests the type of an attribute.
	 *
	 * @param path where the attribute is
	 * @param type the type
	 * @since 1.0
	 */
	record TypeIs(AttributePath path, AttributeType type) implements Condition {

		@Override
		public <R> R accept(ConditionVisitor<R> visitor) {
			return visitor.visit(this);
		}

		@Override
		public String toString() {
			return ConditionRenderer.describe(this);
		}

	}

	/**
	 * All of several conditions. Made by {@link Condition#allOf(Collection)}.
	 *
	 * @param conditions at least two conditions
	 * @since 1.0
	 */
	record And(List<Condition> conditions) implements Condition {

		/**
		 * Creates a condition.
		 * @param conditions at least two conditions
		 */
		public And {
			conditions = List.copyOf(conditions);
			Assert.isTrue(conditions.size() > 1, "Conditions must be at least two");
		}

		@Override
		public <R> R accept(ConditionVisitor<R> visitor) {
			return visitor.visit(this);
		}

		@Override
		public String toString() {
			return ConditionRenderer.describe(this);
		}

	}

	/**
	 * Any of several conditions. Made by {@link Condition#anyOf(Collection)}.
	 *
	 * @param conditions at least two conditions
	 * @since 1.0
	 */
	record Or(List<Condition> conditions) implements Condition {

		/**
		 * Creates a condition.
		 * @param conditions at least two conditions
		 */
		public Or {
			conditions = List.copyOf(conditions);
			Assert.isTrue(conditions.size() > 1, "Conditions must be at least two");
		}

		@Override
		public <R> R accept(ConditionVisitor<R> visitor) {
			return visitor.visit(this);
		}

		@Override
		public String toString() {
			return ConditionRenderer.describe(this);
		}

	}

	/**
	 * The opposite of a condition. Made by {@link Condition#not()}.
	 *
	 * @param condition the condition
	 * @since 1.0
	 */
	record Not(Condition condition) implements Condition {

		@Override
		public <R> R accept(ConditionVisitor<R> visitor) {
			return visitor.visit(this);
		}

		@Override
		public String toString() {
			return ConditionRenderer.describe(this);
		}

	}

	/**
	 * A condition that does not depend on the item.
	 *
	 * @since 1.0
	 */
	enum Constant implements Condition {

		/** No item meets it. */
		NEVER,
		/** Every item meets it. */
		ALWAYS;

		@Override
		public <R> R accept(ConditionVisitor<R> visitor) {
			return visitor.visit(this);
		}

	}

}
