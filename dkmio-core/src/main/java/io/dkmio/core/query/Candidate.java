package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;

/**
 * What one key path can do for a query: what it serves, what it leaves to a filter, and
 * why it cannot serve at all.
 */
final class Candidate {

	private final KeyPath path;

	private final KeyPredicates predicates;

	private final List<KeyPredicate> served = new ArrayList<>();

	private final List<DynamoPersistentProperty> missing = new ArrayList<>();

	private final List<List<Operand>> partition = new ArrayList<>();

	private final List<SortTerm> sort = new ArrayList<>();

	private @Nullable KeyPredicate oneOf;

	private boolean complete;

	private final boolean sortServed;

	private final Condition filter;

	private final @Nullable Refusal refusal;

	Candidate(QueryShape shape, KeyPath path, KeyPredicates predicates, TypeSeparation separation, ItemFamily family) {
		this.path = path;
		this.predicates = predicates;
		collectPartition();
		int servedByPartition = this.served.size();
		collectSort(shape);
		this.sortServed = this.served.size() > servedByPartition;
		this.filter = Condition.allOf(rest()).and(shape.filter()).and(separation.filter(family, path, this.sort));
		this.refusal = new CandidateCheck(shape, predicates, this).refusal();
	}

	private void collectPartition() {
		for (KeyComponent component : this.path.partitionKey()) {
			List<Operand> operands = new ArrayList<>();
			for (DynamoPersistentProperty property : component.properties()) {
				KeyPredicate predicate = this.predicates.get(property);
				if (predicate == null || !serve(predicate)) {
					this.missing.add(property);
					continue;
				}
				operands.add(predicate.operand());
			}
			this.partition.add(operands);
		}
	}

	/**
	 * Takes a predicate that fixes a property: one value, or, once for a path, one of
	 * several.
	 */
	private boolean serve(KeyPredicate predicate) {
		if (predicate.kind() == KeyPredicate.Kind.ONE_OF
				&& (this.oneOf == null || this.oneOf.property().equals(predicate.property()))) {
			this.oneOf = predicate;
		}
		else if (predicate.kind() != KeyPredicate.Kind.EQUAL) {
			return false;
		}
		if (!this.served.contains(predicate)) {
			this.served.add(predicate);
		}
		return true;
	}

	private void collectSort(QueryShape shape) {
		for (KeyComponent component : this.path.sortKey()) {
			if (!(component instanceof KeyComponent.Composed composed ? composed(composed) : plain(component))) {
				return;
			}
		}
		this.complete = !this.path.isTable() || !this.path.sortKey().isEmpty()
				|| shape.type().getRequiredTable().sortKey() == null;
	}

	/**
	 * Serves what it can of a composed key.
	 * @return whether all of it is known
	 */
	private boolean composed(KeyComponent.Composed component) {
		List<Operand> leading = new ArrayList<>();
		List<DynamoPersistentProperty> properties = component.properties();
		boolean batch = this.path.isTable() && onlyUnknownIsOneOf();
		for (int part = 0; part < properties.size(); part++) {
			KeyPredicate predicate = this.predicates.get(properties.get(part));
			if (predicate != null && (predicate.kind() == KeyPredicate.Kind.EQUAL
					|| (batch && predicate.kind() == KeyPredicate.Kind.ONE_OF)) && serve(predicate)) {
				leading.add(predicate.operand());
				continue;
			}
			this.sort.addAll(open(component, leading, part, predicate));
			return false;
		}
		this.sort.add(new SortTerm(component, leading, SortTerm.Operator.EQUAL, null, null, null));
		return true;
	}

	private List<SortTerm> open(KeyComponent.Composed component, List<Operand> leading, int part,
			@Nullable KeyPredicate predicate) {
		if (predicate != null && predicate.kind() == KeyPredicate.Kind.RANGE
				&& component.format().rangeRefusal(part) == null) {
			this.served.add(predicate);
			return List.of(new SortTerm(component, leading, SortTerm.Operator.RANGE, null, predicate.lower(),
					predicate.upper()));
		}
		if (predicate != null && predicate.kind() == KeyPredicate.Kind.STARTS_WITH
				&& component.format().startsWithRefusal(part) == null) {
			this.served.add(predicate);
			return List
				.of(new SortTerm(component, leading, SortTerm.Operator.STARTS_WITH, predicate.operand(), null, null));
		}
		boolean unrestricted = leading.isEmpty() && component.format().template().literalPrefix().isEmpty();
		return unrestricted ? List.of()
				: List.of(new SortTerm(component, leading, SortTerm.Operator.PREFIX, null, null, null));
	}

	private boolean plain(KeyComponent component) {
		DynamoPersistentProperty property = component.properties().get(0);
		KeyPredicate predicate = this.predicates.get(property);
		if (predicate == null) {
			return false;
		}
		switch (predicate.kind()) {
			case EQUAL -> {
				serve(predicate);
				this.sort.add(new SortTerm(component, predicate.operands(), SortTerm.Operator.EQUAL, null, null, null));
				return true;
			}
			case ONE_OF -> {
				if (this.path.isTable() && onlyUnknownIsOneOf() && serve(predicate)) {
					this.sort.add(new SortTerm(component, List.of(predicate.operand()), SortTerm.Operator.EQUAL, null,
							null, null));
					return true;
				}
			}
			case RANGE -> {
				this.served.add(predicate);
				this.sort.add(new SortTerm(component, List.of(), SortTerm.Operator.RANGE, null, predicate.lower(),
						predicate.upper()));
			}
			case STARTS_WITH -> {
				this.served.add(predicate);
				this.sort.add(new SortTerm(component, List.of(), SortTerm.Operator.STARTS_WITH, predicate.operand(),
						null, null));
			}
		}
		return false;
	}

	/**
	 * Whether the whole key is known but for one property that is one of several values:
	 * then it is a batch.
	 */
	private boolean onlyUnknownIsOneOf() {
		int oneOf = 0;
		List<KeyComponent> components = new ArrayList<>(this.path.partitionKey());
		components.addAll(this.path.sortKey());
		Set<DynamoPersistentProperty> properties = new LinkedHashSet<>();
		components.forEach((component) -> properties.addAll(component.properties()));
		for (DynamoPersistentProperty property : properties) {
			KeyPredicate predicate = this.predicates.get(property);
			if (predicate == null) {
				return false;
			}
			if (predicate.kind() == KeyPredicate.Kind.ONE_OF) {
				oneOf++;
			}
			else if (predicate.kind() != KeyPredicate.Kind.EQUAL) {
				return false;
			}
		}
		return oneOf == 1;
	}

	KeyPath path() {
		return this.path;
	}

	@Nullable Refusal refusal() {
		return this.refusal;
	}

	List<DynamoPersistentProperty> missing() {
		return this.missing;
	}

	int servedCount() {
		return this.served.stream().mapToInt((predicate) -> predicate.sources().size()).sum();
	}

	/** The conditions keys do not serve. */
	List<Condition> rest() {
		return this.predicates.without(this.served);
	}

	/** What DynamoDB has to filter, the type included. */
	Condition filter() {
		return this.filter;
	}

	List<List<Operand>> partition() {
		return this.partition;
	}

	List<SortTerm> sort() {
		return this.sort;
	}

	@Nullable KeyPredicate oneOf() {
		return this.oneOf;
	}

	/** Whether the sort key serves a condition. */
	boolean isSortServed() {
		return this.sortServed;
	}

	/** Whether the whole key is known. */
	boolean isComplete() {
		return this.complete && this.missing.isEmpty();
	}

}
