package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;

/**
 * Whether one key path can serve a query, and why not.
 */
final class CandidateCheck {

	private final QueryShape shape;

	private final KeyPath path;

	private final KeyPredicates predicates;

	private final Candidate candidate;

	CandidateCheck(QueryShape shape, KeyPredicates predicates, Candidate candidate) {
		this.shape = shape;
		this.path = candidate.path();
		this.predicates = predicates;
		this.candidate = candidate;
	}

	@Nullable Refusal refusal() {
		if (!this.candidate.missing().isEmpty()) {
			return missing();
		}
		if (this.shape.consistent() && this.path.isGlobalIndex()) {
			return new Refusal(this.path + " is global, and cannot be read consistently",
					"do without the consistent read to use " + this.path);
		}
		List<Condition> rest = this.candidate.rest();
		if (this.shape.keysOnly() && !rest.isEmpty()) {
			return new Refusal(this.path + " does not serve " + Condition.allOf(rest) + " by its keys",
					"make that a filter");
		}
		Refusal filter = filteredKey(Condition.allOf(rest).and(this.shape.filter()));
		if (filter != null) {
			return filter;
		}
		Refusal order = order();
		if (order != null) {
			return order;
		}
		return isIdle() ? new Refusal(this.path + " serves no more than the table", null) : projection();
	}

	private Refusal missing() {
		List<String> needs = new ArrayList<>();
		for (DynamoPersistentProperty property : this.candidate.missing()) {
			Condition condition = this.predicates.mentioning(property);
			needs.add("one value of '" + property.getName() + "'"
					+ ((condition != null) ? ", which " + condition + " does not give" : ""));
		}
		return new Refusal(this.path + " needs " + String.join(" and ", needs),
				"ask for one value of " + names(this.candidate.missing()) + " to use " + this.path);
	}

	/**
	 * DynamoDB refuses filters on the keys a query reads by.
	 */
	private @Nullable Refusal filteredKey(Condition filter) {
		for (AttributePath attribute : filter.paths()) {
			DynamoPersistentProperty property = KeyPredicates.property(this.shape.type(), attribute);
			String name = (property != null) ? property.getAttributeName() : attribute.root();
			KeyComponent key = components().filter((component) -> component.attribute().name().equals(name))
				.findFirst()
				.orElse(null);
			if (key instanceof KeyComponent.Plain plain) {
				return new Refusal(
						this.path + " has '" + plain.property().getName()
								+ "' as a key, and keys cannot be filtered by " + filter,
						"ask for one value, a range or the beginning of '" + plain.property().getName() + "'");
			}
			if (key != null) {
				return new Refusal(this.path + " composes '" + name + "', and keys cannot be filtered by " + filter,
						key.properties().isEmpty() ? null
								: "ask for " + names(key.properties()) + ", which '" + name + "' is composed of");
			}
		}
		return null;
	}

	private Stream<KeyComponent> components() {
		return Stream.concat(this.path.partitionKey().stream(), this.path.sortKey().stream());
	}

	private @Nullable Refusal order() {
		KeyPredicate oneOf = this.candidate.oneOf();
		if (this.path.isTable() && this.candidate.isComplete() && oneOf == null) {
			return null;
		}
		Refusal order = new OrderCheck(this.shape, this.path, this.predicates).refusal();
		if (order == null && oneOf != null && !OrderCheck.open(this.shape, this.predicates).isEmpty()) {
			return new Refusal(
					this.path + " is read once for each value of '" + oneOf.property().getName()
							+ "', and the results have no common order",
					"ask for one value of '" + oneOf.property().getName() + "', or for no order");
		}
		return order;
	}

	/**
	 * A local index that gives nothing but the partition: items without its sort key are
	 * not in it, so that it is no substitute for the table.
	 */
	private boolean isIdle() {
		return this.path.isLocalIndex() && this.shape.index() == null && !this.candidate.isSortServed()
				&& OrderCheck.open(this.shape, this.predicates).isEmpty();
	}

	private @Nullable Refusal projection() {
		Set<String> held = this.path.attributes(this.shape.type().getRequiredTable());
		if (held == null) {
			return null;
		}
		if (this.shape.answer() == QueryShape.Answer.ITEMS && this.shape.select().isEmpty()) {
			return new Refusal(this.path + " does not hold whole items, only " + String.join(", ", held),
					"select attributes it holds to use " + this.path);
		}
		List<AttributePath> needed = new ArrayList<>(this.shape.select());
		needed.addAll(this.candidate.filter().paths());
		for (AttributePath attribute : needed) {
			DynamoPersistentProperty property = KeyPredicates.property(this.shape.type(), attribute);
			String name = (property != null) ? property.getAttributeName() : attribute.root();
			if (!held.contains(name)) {
				return new Refusal(
						this.path + " does not hold '" + attribute.root() + "', only " + String.join(", ", held),
						"project '" + name + "' into " + this.path);
			}
		}
		return null;
	}

	private static String names(List<DynamoPersistentProperty> properties) {
		return properties.stream()
			.map((property) -> "'" + property.getName() + "'")
			.collect(Collectors.joining(" and "));
	}

}
