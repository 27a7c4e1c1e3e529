package io.dkmio.core.query;

import java.util.List;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.DynamoPersistentEntity;

/**
 * A read of the whole table: Scan. Only where it is allowed.
 *
 * @since 1.0
 */
public final class TableScan implements AccessPath {

	private final QueryShape shape;

	private final Condition filter;

	private final List<DynamoPersistentEntity<?>> types;

	TableScan(QueryShape shape, Condition filter, List<DynamoPersistentEntity<?>> types) {
		this.types = List.copyOf(types);
		this.shape = shape;
		this.filter = filter;
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
	 * What DynamoDB filters after reading, in property names.
	 * @return the condition
	 */
	public Condition filter() {
		return this.filter;
	}

	@Override
	public String describe() {
		return "Scan " + this.shape.type().getRequiredTable().name()
				+ (this.filter.isAlways() ? "" : " filter " + this.filter) + this.shape.describeSelection()
				+ this.shape.describeAnswer() + (this.shape.consistent() ? " consistent" : "");
	}

}
