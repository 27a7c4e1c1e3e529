package io.dkmio.core;

import java.util.Map;

import io.dkmio.core.query.BoundQuery;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The pages of one partition.
 */
final class QueryPages extends ItemPages {

	private final QueryPath path;

	private final BoundQuery query;

	private final @Nullable Integer pageSize;

	private Map<String, AttributeValue> position;

	private boolean begun;

	QueryPages(QueryPath path, BoundQuery query, ReadCall call, Map<String, AttributeValue> start) {
		super(call);
		this.path = path;
		this.query = query;
		this.pageSize = call.pageSize();
		this.position = start;
	}

	@Override
	boolean hasMore() {
		return !this.begun || !this.position.isEmpty();
	}

	@Override
	ItemPage read(int wanted) {
		if (!this.position.isEmpty()) {
			this.query.request().exclusiveStartKey(this.position);
		}
		int evaluated = this.path.evaluated(this.pageSize, wanted);
		if (evaluated != ALL) {
			this.query.request().limit(evaluated);
		}
		ItemPage page = this.path.support().reads().query(this.query.request(), this.path.operation());
		this.begun = true;
		this.position = page.end();
		return page;
	}

	BoundQuery query() {
		return this.query;
	}

	/**
	 * Where to go on: at the beginning of the partition if nothing of it has been read.
	 */
	Map<String, AttributeValue> positionOrBeginning() {
		return this.position.isEmpty() ? this.query.partition() : this.position;
	}

	@Override
	Map<String, AttributeValue> position() {
		return this.position;
	}

	@Override
	Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
		return this.path.query().positionAfter(item);
	}

	@Override
	String cursor(Map<String, AttributeValue> position) {
		return this.path.encode(position, this.query);
	}

}
