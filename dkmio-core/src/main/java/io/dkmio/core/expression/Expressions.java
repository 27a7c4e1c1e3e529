package io.dkmio.core.expression;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The expressions of one request, ready to be sent. Expressions that are {@code null} and
 * maps that are empty are to be left out.
 *
 * @param isNever whether no item meets a condition, so that the request need not be sent
 * @param keyCondition the key condition of a query
 * @param filter the filter of a query or scan
 * @param condition the condition of a write
 * @param update the update of a write
 * @param projection the projection of a read
 * @param names the names behind the placeholders
 * @param values the values behind the placeholders
 * @since 1.0
 */
public record Expressions(boolean isNever, @Nullable String keyCondition, @Nullable String filter,
		@Nullable String condition, @Nullable String update, @Nullable String projection, Map<String, String> names,
		Map<String, AttributeValue> values) {

	/**
	 * Renders clauses, without the values.
	 */
	static Expressions render(ExpressionClauses clauses, ExpressionBuilder builder) {
		RenderedCondition key = condition(clauses.keyCondition(), builder);
		RenderedCondition filter = condition(clauses.filter(), builder);
		RenderedCondition condition = condition(clauses.condition(), builder);
		String update = (clauses.update() != null) ? builder.update(clauses.update()) : null;
		String projection = clauses.projection().isEmpty() ? null : builder.projection(clauses.projection());
		return new Expressions(key.isNever() || filter.isNever() || condition.isNever(), key.text(), filter.text(),
				condition.text(), update, projection, builder.names(), Map.of());
	}

	private static RenderedCondition condition(@Nullable Condition condition, ExpressionBuilder builder) {
		return (condition != null) ? builder.condition(condition) : new RenderedCondition(false, null);
	}

	Expressions withValues(Map<String, AttributeValue> values) {
		return new Expressions(this.isNever, this.keyCondition, this.filter, this.condition, this.update,
				this.projection, this.names, values);
	}

	/**
	 * The expressions and names, without any value.
	 */
	@Override
	public String toString() {
		return "Expressions[never=" + this.isNever + ", keyCondition=" + this.keyCondition + ", filter=" + this.filter
				+ ", condition=" + this.condition + ", update=" + this.update + ", projection=" + this.projection
				+ ", names=" + this.names + ", values=" + this.values.keySet() + "]";
	}

}
