package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.util.Assert;

/**
 * Joins conditions, flattens nested junctions of one kind and folds constants. The folds
 * are exact, since conditions are either true or false, never unknown.
 */
final class Junctions {

	private Junctions() {
	}

	static Condition allOf(Collection<? extends Condition> conditions) {
		Set<Condition> parts = new LinkedHashSet<>();
		for (Condition condition : conditions) {
			Assert.notNull(condition, "Condition must not be null");
			if (condition.isNever()) {
				return condition;
			}
			if (condition instanceof Condition.And and) {
				parts.addAll(and.conditions());
			}
			else if (!condition.isAlways()) {
				parts.add(condition);
			}
		}
		List<Condition> distinct = new ArrayList<>(parts);
		return switch (distinct.size()) {
			case 0 -> Condition.always();
			case 1 -> distinct.get(0);
			default -> new Condition.And(distinct);
		};
	}

	static Condition anyOf(Collection<? extends Condition> conditions) {
		Set<Condition> parts = new LinkedHashSet<>();
		for (Condition condition : conditions) {
			Assert.notNull(condition, "Condition must not be null");
			if (condition.isAlways()) {
				return condition;
			}
			if (condition instanceof Condition.Or or) {
				parts.addAll(or.conditions());
			}
			else if (!condition.isNever()) {
				parts.add(condition);
			}
		}
		List<Condition> distinct = new ArrayList<>(parts);
		return switch (distinct.size()) {
			case 0 -> Condition.never();
			case 1 -> distinct.get(0);
			default -> new Condition.Or(distinct);
		};
	}

	static Condition not(Condition condition) {
		Assert.notNull(condition, "Condition must not be null");
		if (condition instanceof Condition.Constant constant) {
			return (constant == Condition.Constant.NEVER) ? Condition.always() : Condition.never();
		}
		return (condition instanceof Condition.Not not) ? not.condition() : new Condition.Not(condition);
	}

}
