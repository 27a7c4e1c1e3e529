package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

/**
 * A condition taken apart: what keys may serve of it, by property, and the rest.
 */
final class KeyPredicates {

	private final DynamoPersistentEntity<?> type;

	private final List<Condition> conditions;

	private final Map<DynamoPersistentProperty, KeyPredicate> predicates = new LinkedHashMap<>();

	KeyPredicates(DynamoPersistentEntity<?> type, Condition where) {
		this.type = type;
		this.conditions = conjuncts(where);
		for (Condition condition : this.conditions) {
			KeyPredicate predicate = predicate(condition);
			if (predicate != null) {
				this.predicates.merge(predicate.property(), predicate, KeyPredicate::merge);
			}
		}
	}

	private static List<Condition> conjuncts(Condition where) {
		if (where.isAlways()) {
			return List.of();
		}
		return (where instanceof Condition.And and) ? and.conditions() : List.of(where);
	}

	@Nullable KeyPredicate get(DynamoPersistentProperty property) {
		return this.predicates.get(property);
	}

	/**
	 * Whether a property has one value, or one of several.
	 */
	boolean isFixed(DynamoPersistentProperty property) {
		KeyPredicate predicate = this.predicates.get(property);
		return predicate != null && predicate.kind().compareTo(KeyPredicate.Kind.ONE_OF) <= 0;
	}

	boolean isEqual(DynamoPersistentProperty property) {
		KeyPredicate predicate = this.predicates.get(property);
		return predicate != null && predicate.kind() == KeyPredicate.Kind.EQUAL;
	}

	/**
	 * The first condition on a property, of whatever form.
	 */
	@Nullable Condition mentioning(DynamoPersistentProperty property) {
		return this.conditions.stream()
			.filter((condition) -> condition.paths()
				.stream()
				.anyMatch((path) -> property.equals(property(this.type, path))))
			.findFirst()
			.orElse(null);
	}

	/**
	 * What is left for a filter once some predicates are served.
	 */
	List<Condition> without(List<KeyPredicate> served) {
		List<Condition> rest = new ArrayList<>(this.conditions);
		served.forEach((predicate) -> rest.removeAll(predicate.sources()));
		return rest;
	}

	/**
	 * The property a path starts with, by its own name or that of its attribute.
	 */
	static @Nullable DynamoPersistentProperty property(DynamoPersistentEntity<?> type, AttributePath path) {
		return property(type, path.root());
	}

	/**
	 * A property by its own name or that of its attribute.
	 */
	static @Nullable DynamoPersistentProperty property(DynamoPersistentEntity<?> type, String name) {
		DynamoPersistentProperty property = type.getPersistentProperty(name);
		if (property != null) {
			return property;
		}
		for (DynamoPersistentProperty each : type) {
			if (each.getAttributeName().equals(name)) {
				return each;
			}
		}
		return null;
	}

	private @Nullable KeyPredicate predicate(Condition condition) {
		if (condition instanceof Condition.Comparison comparison && isValue(comparison.right())) {
			DynamoPersistentProperty property = property(comparison.left());
			return (property != null) ? comparison(property, comparison) : null;
		}
		if (condition instanceof Condition.Between between && isValue(between.lower()) && isValue(between.upper())) {
			DynamoPersistentProperty property = property(between.operand());
			return (property != null) ? KeyPredicate.range(property, new KeyPredicate.End(between.lower(), true),
					new KeyPredicate.End(between.upper(), true), between) : null;
		}
		if (condition instanceof Condition.In in && in.candidates().stream().allMatch(KeyPredicates::isValue)) {
			DynamoPersistentProperty property = property(in.operand());
			return (property != null) ? KeyPredicate.of(property, KeyPredicate.Kind.ONE_OF, in.candidates(), in) : null;
		}
		if (condition instanceof Condition.BeginsWith begins && begins.path().isTopLevel()) {
			DynamoPersistentProperty property = property(this.type, begins.path());
			return (property != null)
					? KeyPredicate.of(property, KeyPredicate.Kind.STARTS_WITH, List.of(begins.prefix()), begins) : null;
		}
		return null;
	}

	private static @Nullable KeyPredicate comparison(DynamoPersistentProperty property,
			Condition.Comparison comparison) {
		Operand value = comparison.right();
		return switch (comparison.operator()) {
			case EQ -> KeyPredicate.of(property, KeyPredicate.Kind.EQUAL, List.of(value), comparison);
			case NE -> null;
			case LT -> KeyPredicate.range(property, null, new KeyPredicate.End(value, false), comparison);
			case LTE -> KeyPredicate.range(property, null, new KeyPredicate.End(value, true), comparison);
			case GT -> KeyPredicate.range(property, new KeyPredicate.End(value, false), null, comparison);
			case GTE -> KeyPredicate.range(property, new KeyPredicate.End(value, true), null, comparison);
		};
	}

	private @Nullable DynamoPersistentProperty property(Operand operand) {
		return (operand instanceof Operand.Attribute attribute && attribute.path().isTopLevel())
				? property(this.type, attribute.path()) : null;
	}

	private static boolean isValue(Operand operand) {
		return operand instanceof Operand.Value || operand instanceof Operand.Parameter;
	}

}
