package io.dkmio.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import io.dkmio.core.query.BoundQuery;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The pages of several partitions, some of which are read at one time. For results that
 * are wanted as a whole.
 */
final class FanOutAhead extends ItemPages {

	private final ReadAhead<List<ItemPage>> partitions;

	private final Deque<ItemPage> pages = new ArrayDeque<>();

	FanOutAhead(QueryPath path, List<BoundQuery> requests, ReadCall call) {
		super(call);
		this.partitions = new ReadAhead<>(path.support().threads(),
				requests.stream().map((request) -> new QueryPages(path, request, call, Map.of())).toList(),
				FanOutAhead::readAll);
	}

	private static List<ItemPage> readAll(QueryPages partition) {
		List<ItemPage> pages = new ArrayList<>();
		while (partition.hasMore()) {
			pages.add(partition.read(ALL));
		}
		return pages;
	}

	@Override
	boolean hasMore() {
		return !this.pages.isEmpty() || this.partitions.hasNext();
	}

	@Override
	ItemPage read(int wanted) {
		if (this.pages.isEmpty()) {
			this.pages.addAll(this.partitions.next());
		}
		return this.pages.remove();
	}

	@Override
	Map<String, AttributeValue> position() {
		return Map.of();
	}

	@Override
	Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
		return Map.of();
	}

	@Override
	String cursor(Map<String, AttributeValue> position) {
		throw new IllegalStateException("What is read as a whole has no positions");
	}

}
