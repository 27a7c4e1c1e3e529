package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.dkmio.InvalidCursorException;
import io.dkmio.core.query.BoundQuery;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The pages of several partitions, one partition after the other. A position is that of
 * an item, or the partition key alone for the beginning of a partition.
 */
final class FanOutPages extends ItemPages {

	private final QueryPath path;

	private final BoundQuery[] requests;

	private final List<QueryPages> partitions = new ArrayList<>();

	private int at;

	FanOutPages(QueryPath path, List<BoundQuery> requests, ReadCall call) {
		super(call);
		this.path = path;
		this.requests = requests.toArray(BoundQuery[]::new);
		Map<String, AttributeValue> start = (call.cursor() != null) ? path.decode(call.cursor(), this.requests)
				: Map.of();
		this.at = start.isEmpty() ? 0 : partitionOf(start);
		for (int i = 0; i < this.requests.length; i++) {
			boolean goesOn = i == this.at && path.query().isAtItem(start);
			this.partitions.add(new QueryPages(path, this.requests[i], call, goesOn ? start : Map.of()));
		}
	}

	private int partitionOf(Map<String, AttributeValue> position) {
		for (int i = 0; i < this.requests.length; i++) {
			if (this.path.query().isIn(position, this.requests[i])) {
				return i;
			}
		}
		throw new InvalidCursorException(
				"This cursor cannot be used: it lies in no partition that is read. Start again from the first page.");
	}

	@Override
	boolean hasMore() {
		return this.at < this.partitions.size();
	}

	@Override
	ItemPage read(int wanted) {
		QueryPages partition = this.partitions.get(this.at);
		ItemPage page = partition.read(wanted);
		if (!partition.hasMore()) {
			this.at++;
		}
		return page;
	}

	@Override
	Map<String, AttributeValue> position() {
		return hasMore() ? this.partitions.get(this.at).positionOrBeginning() : Map.of();
	}

	@Override
	Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
		return this.path.query().positionAfter(item);
	}

	@Override
	String cursor(Map<String, AttributeValue> position) {
		return this.path.encode(position, this.requests);
	}

}
