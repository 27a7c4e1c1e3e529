package io.dkmio.core.expression;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What the expressions of one request say, before they are rendered.
 *
 * @param keyCondition the key condition of a query
 * @param filter the filter of a query or scan
 * @param condition the condition of a write
 * @param update the update of a write
 * @param projection the paths to read, empty for all
 * @since 1.0
 */
public record ExpressionClauses(@Nullable Condition keyCondition, @Nullable Condition filter,
		@Nullable Condition condition, @Nullable Update update, List<AttributePath> projection) {

	private static final ExpressionClauses NONE = new ExpressionClauses(null, null, null, null, List.of());

	/**
	 * Creates clauses.
	 * @param keyCondition the key condition of a query
	 * @param filter the filter of a query or scan
	 * @param condition the condition of a write
	 * @param update the update of a write
	 * @param projection the paths to read, empty for all
	 */
	public ExpressionClauses {
		projection = List.copyOf(projection);
	}

	/**
	 * No clauses.
	 * @return clauses to start from
	 */
	public static ExpressionClauses none() {
		return NONE;
	}

	/**
	 * Sets the key condition.
	 * @param keyCondition the key condition of a query
	 * @return new clauses
	 */
	public ExpressionClauses withKeyCondition(@Nullable Condition keyCondition) {
		return new ExpressionClauses(keyCondition, this.filter, this.condition, this.update, this.projection);
	}

	/**
	 * Sets the filter.
	 * @param filter the filter of a query or scan
	 * @return new clauses
	 */
	public ExpressionClauses withFilter(@Nullable Condition filter) {
		return new ExpressionClauses(this.keyCondition, filter, this.condition, this.update, this.projection);
	}

	/**
	 * Sets the condition.
	 * @param condition the condition of a write
	 * @return new clauses
	 */
	public ExpressionClauses withCondition(@Nullable Condition condition) {
		return new ExpressionClauses(this.keyCondition, this.filter, condition, this.update, this.projection);
	}

	/**
	 * Sets the update.
	 * @param update the update of a write
	 * @return new clauses
	 */
	public ExpressionClauses withUpdate(@Nullable Update update) {
		return new ExpressionClauses(this.keyCondition, this.filter, this.condition, update, this.projection);
	}

	/**
	 * Sets the projection.
	 * @param projection the paths to read, empty for all
	 * @return new clauses
	 */
	public ExpressionClauses withProjection(Collection<AttributePath> projection) {
		return new ExpressionClauses(this.keyCondition, this.filter, this.condition, this.update,
				List.copyOf(projection));
	}

	/**
	 * Replaces the parameters of the conditions. Those of the update remain: arguments
	 * never change its text.
	 */
	ExpressionClauses bindConditions(List<? extends @Nullable Object> arguments) {
		UnaryOperator<@Nullable Condition> bind = (clause) -> (clause != null) ? clause.bind(arguments) : null;
		return new ExpressionClauses(bind.apply(this.keyCondition), bind.apply(this.filter), bind.apply(this.condition),
				this.update, this.projection);
	}

	/**
	 * Renders clauses without parameters.
	 * @param resolver resolves paths
	 * @param encoder encodes values
	 * @return the expressions
	 */
	public Expressions render(PathResolver resolver, ValueEncoder encoder) {
		ExpressionBuilder builder = new ExpressionBuilder(resolver, encoder);
		return Expressions.render(this, builder).withValues(builder.values());
	}

	/**
	 * Renders clauses with parameters as far as possible, once, to be bound often.
	 * @param resolver resolves paths
	 * @param encoder encodes values
	 * @return the prepared expressions
	 */
	public PreparedExpressions prepare(PathResolver resolver, ValueEncoder encoder) {
		return new PreparedExpressions(this, resolver, encoder);
	}

}
