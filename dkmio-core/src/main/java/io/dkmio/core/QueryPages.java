package io.dkmio.core;

import java.util.Map;

import io.dkmio.core.query.BoundQuery;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The pages of one partition.
 */
final class QueryPages extends PositionedPages {

	private final QueryPath path;

	private final BoundQuery query;

	QueryPages(QueryPath path, BoundQuery query, ReadCall call, Map<String, AttributeValue> start) {
		super(call, start, path.query().isFiltered());
		this.path = path;
		this.query = query;
	}

	@Override
	ItemPage read(@Nullable Map<String, AttributeValue> start, @Nullable Integer limit) {
		return this.path.support()
			.reads()
			.query(this.query.request().exclusiveStartKey(start).limit(limit), this.path.operation());
	}

	BoundQuery query() {
		return this.query;
	}

	/**
	 * Where to go on: at the beginning of the partition if nothing of it has been read.
	 */
	Map<String, AttributeValue> positionOrBeginning() {
		return position().isEmpty() ? this.query.partition() : position();
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
