package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;

/**
 * A read of one partition of the table or of an index: Query. Where one property of the
 * partition key is one of several values, it is one Query for each.
 *
 * @since 1.0
 */
public final class KeyQuery implements AccessPath {

	private final QueryShape shape;

	private final KeyPath path;

	private final List<List<Operand>> partition;

	private final List<SortTerm> sort;

	private final Condition filter;

	private final boolean forward;

	private final @Nullable KeyPredicate oneOf;

	private final List<DynamoPersistentEntity<?>> types;

	KeyQuery(QueryShape shape, Candidate candidate, Condition filter, boolean forward,
			List<DynamoPersistentEntity<?>> types) {
		this.types = List.copyOf(types);
		this.shape = shape;
		this.path = candidate.path();
		this.partition = List.copyOf(candidate.partition());
		this.sort = List.copyOf(candidate.sort());
		this.oneOf = candidate.oneOf();
		this.filter = filter;
		this.forward = forward;
	}

	@Override
	public DynamoPersistentEntity<?> type() {
		return this.shape.type();
	}

	/**
	 * What is asked.
	 * @return the shape
	 */
	public QueryShape shape() {
		return this.shape;
	}

	@Override
	public List<DynamoPersistentEntity<?>> types() {
		return this.types;
	}

	/**
	 * The keys that are used.
	 * @return the path
	 */
	public KeyPath path() {
		return this.path;
	}

	/**
	 * What DynamoDB filters after reading, in property names.
	 * @return the condition, always true if there is no filter
	 */
	public Condition filter() {
		return this.filter;
	}

	/**
	 * Whether the sort key is read in ascending order.
	 * @return {@code true} if it is
	 */
	public boolean isForward() {
		return this.forward;
	}

	/**
	 * Whether this is several requests, one for each value of a property.
	 * @return {@code true} if it is
	 */
	public boolean isFannedOut() {
		return this.oneOf != null;
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

	/**
	 * The key condition for people.
	 * @return the text without values
	 */
	public String keyCondition() {
		List<String> terms = new ArrayList<>();
		for (KeyComponent component : this.path.partitionKey()) {
			terms.add(component.attribute().name() + " = ?");
		}
		this.sort.forEach((term) -> terms.add(term.describe()));
		return String.join(" AND ", terms);
	}

	@Override
	public String describe() {
		StringBuilder text = new StringBuilder("Query ").append(this.shape.type().getRequiredTable().name());
		if (this.path.index() != null) {
			text.append(" index ").append(this.path.index().name());
		}
		text.append(' ').append(keyCondition());
		if (!this.filter.isAlways()) {
			text.append(" filter ").append(this.filter);
		}
		text.append(this.shape.describeSelection()).append(this.shape.describeAnswer());
		if (!this.forward) {
			text.append(" backwards");
		}
		if (this.shape.consistent()) {
			text.append(" consistent");
		}
		return (this.oneOf == null) ? text.toString()
				: text.append(" for each ").append(this.oneOf.property().getName()).toString();
	}

}
