package io.dkmio.core.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoPersistentEntity;

/**
 * A read of one item by its whole primary key, given as properties: GetItem.
 *
 * @since 1.0
 */
public final class KeyRead implements AccessPath {

	private final QueryShape shape;

	private final KeyPath path;

	private final List<List<Operand>> partition;

	private final List<SortTerm> sort;

	private final Condition residual;

	private final List<DynamoPersistentEntity<?>> types;

	KeyRead(QueryShape shape, Candidate candidate, Condition residual, List<DynamoPersistentEntity<?>> types) {
		this.types = List.copyOf(types);
		this.shape = shape;
		this.path = candidate.path();
		this.partition = List.copyOf(candidate.partition());
		this.sort = List.copyOf(candidate.sort());
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
	 * What is left to check on the item read.
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

	@Override
	public String describe() {
		String key = Stream.concat(this.path.partitionKey().stream(), this.path.sortKey().stream())
			.map((component) -> component.attribute().name() + " = ?")
			.collect(Collectors.joining(" AND "));
		return "GetItem " + this.shape.type().getRequiredTable().name() + " " + key + this.shape.describeSelection()
				+ this.shape.describeAnswer() + (this.shape.consistent() ? " consistent" : "")
				+ (this.residual.isAlways() ? "" : " then check " + this.residual);
	}

}
