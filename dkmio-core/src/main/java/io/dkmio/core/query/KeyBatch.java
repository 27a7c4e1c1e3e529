package io.dkmio.core.query;

import java.util.List;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoPersistentEntity;

/**
 * A read of several items by their whole primary keys, which differ in one property:
 * BatchGetItem.
 *
 * @since 1.0
 */
public final class KeyBatch implements AccessPath {

	private final QueryShape shape;

	private final KeyPath path;

	private final List<List<Operand>> partition;

	private final List<SortTerm> sort;

	private final KeyPredicate oneOf;

	private final Condition residual;

	private final List<DynamoPersistentEntity<?>> types;

	KeyBatch(QueryShape shape, Candidate candidate, KeyPredicate oneOf, Condition residual,
			List<DynamoPersistentEntity<?>> types) {
		this.types = List.copyOf(types);
		this.shape = shape;
		this.path = candidate.path();
		this.partition = List.copyOf(candidate.partition());
		this.sort = List.copyOf(candidate.sort());
		this.oneOf = oneOf;
		this.residual = residual;
	}

	@Override
	public DynamoPersistentEntity<?> type() {
		return this.shape.type();
	}

	@Override
	public List<DynamoPersistentEntity<?>> types() {
		return this.types;
	}

	/**
	 * What is asked.
	 * @return the shape
	 */
	public QueryShape shape() {
		return this.shape;
	}

	/**
	 * What is left to check on the items read.
	 * @return the condition in property names, always true if nothing is left
	 */
	public Condition residual() {
		return this.residual;
	}

	KeyPath path() {
		return this.path;
	}

	List<List<Operand>> partition() {
		return this.partition;
	}

	List<SortTerm> sort() {
		return this.sort;
	}

	KeyPredicate oneOf() {
		return this.oneOf;
	}

	@Override
	public String describe() {
		return "BatchGetItem " + this.shape.type().getRequiredTable().name() + " for each "
				+ this.oneOf.property().getName() + this.shape.describeSelection() + this.shape.describeAnswer()
				+ (this.shape.consistent() ? " consistent" : "")
				+ (this.residual.isAlways() ? "" : " then check " + this.residual);
	}

}
