package io.dkmio.core;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.query.BoundQuery;
import io.dkmio.core.query.KeyQuery;
import io.dkmio.core.query.PreparedQuery;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads partitions of the table or of an index: one Query, or one for each of several
 * values.
 */
final class QueryPath extends ReadPath {

	private final PreparedQuery query;

	private final DynamoOperation operation;

	private final boolean fannedOut;

	QueryPath(ReadSupport support, KeyQuery plan, ReadDefinition<?> definition) {
		super(support, plan);
		this.query = new PreparedQuery(plan, support.converter(), definition.parameters());
		this.operation = operation(plan, definition).withIndex(this.query.indexName());
		this.fannedOut = plan.isFannedOut();
	}

	@Override
	ItemPages open(ReadCall call) {
		if (this.fannedOut) {
			return new FanOutPages(this, this.query.bindEach(call.arguments()), call);
		}
		BoundQuery bound = this.query.bind(call.arguments());
		if (bound == null) {
			return new NoPages();
		}
		Map<String, AttributeValue> start = (call.cursor() != null) ? decode(call.cursor(), bound) : Map.of();
		return new QueryPages(this, bound, call, start);
	}

	@Override
	ItemPages openAll(ReadCall call) {
		boolean everything = this.fannedOut && call.limit() == null && call.maxPages() == null && call.cursor() == null;
		return everything ? new FanOutAhead(this, this.query.bindEach(call.arguments()), call) : open(call);
	}

	String encode(Map<String, AttributeValue> position, BoundQuery... requests) {
		return support().cursors().encode(position, binding(requests));
	}

	Map<String, AttributeValue> decode(String cursor, BoundQuery... requests) {
		return support().cursors().decode(cursor, binding(requests));
	}

	private byte[] binding(BoundQuery... requests) {
		List<Map<String, AttributeValue>> values = Stream.of(requests).map(BoundQuery::values).toList();
		return this.query.cursorBinding().with(values);
	}

	PreparedQuery query() {
		return this.query;
	}

	DynamoOperation operation() {
		return this.operation;
	}

}
