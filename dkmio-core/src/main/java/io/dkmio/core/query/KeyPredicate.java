package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of one property, in a form a key may serve.
 *
 * @param property the property
 * @param kind what is demanded
 * @param operands the values: one, or the candidates of {@link Kind#ONE_OF}
 * @param lower the lower bound of {@link Kind#RANGE}, if any
 * @param upper the upper bound of {@link Kind#RANGE}, if any
 * @param sources the conditions this stands for
 */
record KeyPredicate(DynamoPersistentProperty property, Kind kind, List<Operand> operands, @Nullable End lower,
		@Nullable End upper, List<Condition> sources) {

	/** Stands for the value, of several, that a request is made for. */
	static final Operand EACH = new Operand.Value("each");

	static KeyPredicate of(DynamoPersistentProperty property, Kind kind, List<Operand> operands, Condition source) {
		return new KeyPredicate(property, kind, operands, null, null, List.of(source));
	}

	static KeyPredicate range(DynamoPersistentProperty property, @Nullable End lower, @Nullable End upper,
			Condition source) {
		return new KeyPredicate(property, Kind.RANGE, List.of(), lower, upper, List.of(source));
	}

	/**
	 * The value a key is made with.
	 */
	Operand operand() {
		return (this.kind == Kind.ONE_OF) ? EACH : this.operands.get(0);
	}

	/**
	 * Joins two demands on a property: half-open ranges make one range, and otherwise the
	 * narrower kind is served, the first one of two alike.
	 */
	KeyPredicate merge(KeyPredicate other) {
		boolean complementary = this.kind == Kind.RANGE && other.kind == Kind.RANGE
				&& (this.lower == null || other.lower == null) && (this.upper == null || other.upper == null);
		if (!complementary) {
			return (other.kind.compareTo(this.kind) < 0) ? other : this;
		}
		List<Condition> both = new ArrayList<>(this.sources);
		both.addAll(other.sources);
		return new KeyPredicate(this.property, Kind.RANGE, List.of(), (this.lower != null) ? this.lower : other.lower,
				(this.upper != null) ? this.upper : other.upper, both);
	}

	/**
	 * What a key can serve, the narrowest first.
	 */
	enum Kind {

		/** One value. */
		EQUAL,
		/** One of several values. */
		ONE_OF,
		/** Values between bounds. */
		RANGE,
		/** Strings with a beginning. */
		STARTS_WITH

	}

	/**
	 * One end of a range.
	 *
	 * @param operand the value
	 * @param inclusive whether the value belongs to the range
	 */
	record End(Operand operand, boolean inclusive) {
	}

}
