package io.dkmio.core.query;

import java.util.List;

import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of one sort key attribute.
 *
 * @param component how the attribute comes about
 * @param leading the values of its first properties
 * @param operator what is demanded of the property after those
 * @param start what a string must start with, for {@link Operator#STARTS_WITH}
 * @param lower the lower bound of {@link Operator#RANGE}, if any
 * @param upper the upper bound of {@link Operator#RANGE}, if any
 * @since 1.0
 */
record SortTerm(KeyComponent component, List<Operand> leading, Operator operator, @Nullable Operand start,
		KeyPredicate.@Nullable End lower, KeyPredicate.@Nullable End upper) {

	/** The term for people. */
	String describe() {
		String name = this.component.attribute().name();
		boolean composed = this.component instanceof KeyComponent.Composed;
		return switch (this.operator) {
			case EQUAL -> name + " = ?";
			case PREFIX, STARTS_WITH -> "begins_with(" + name + ", ?)";
			case RANGE -> {
				if (composed || (this.lower != null && this.upper != null)) {
					yield name + " BETWEEN ? AND ?";
				}
				yield name + ((this.lower != null) ? (this.lower.inclusive() ? " >= ?" : " > ?")
						: (this.upper != null && this.upper.inclusive()) ? " <= ?" : " < ?");
			}
		};
	}

	/**
	 * What is demanded of a sort key attribute.
	 */
	enum Operator {

		/** All of it is given. */
		EQUAL,
		/** Its beginning is given, up to a whole property. */
		PREFIX,
		/** Its beginning is given, within a property. */
		STARTS_WITH,
		/** A property lies between bounds. */
		RANGE

	}

}
