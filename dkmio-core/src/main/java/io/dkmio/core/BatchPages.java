package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.dkmio.core.client.BatchItems;
import io.dkmio.core.client.BatchKey;
import io.dkmio.core.client.BatchReader;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items of several keys in the order of the keys, some keys to a page. A position is
 * the key that was asked for last.
 */
final class BatchPages extends ItemPages {

	private final BatchPath path;

	private final List<BatchKey> keys;

	private final Predicate<Map<String, AttributeValue>> accepts;

	private final int pageSize;

	private int at;

	BatchPages(BatchPath path, ReadCall call, boolean atOnce) {
		super(call);
		this.path = path;
		this.keys = path.keys(call);
		this.accepts = path.batch().accepts(call.arguments());
		int size = (call.pageSize() != null) ? Math.min(call.pageSize(), BatchReader.MAX_KEYS) : BatchReader.MAX_KEYS;
		this.pageSize = atOnce ? ALL : size;
		if (call.cursor() != null) {
			Map<String, AttributeValue> start = path.decode(call.cursor(), this.keys);
			while (this.at < this.keys.size() && !path.batch().isAt(start, this.keys.get(this.at).key())) {
				this.at++;
			}
			this.at++;
		}
	}

	@Override
	boolean hasMore() {
		return this.at < this.keys.size();
	}

	@Override
	ItemPage read(int wanted) {
		int size = this.path.batch().isFiltered() ? this.pageSize : Math.min(this.pageSize, wanted);
		int end = (int) Math.min((long) this.at + size, this.keys.size());
		BatchItems read = this.path.read(this.keys.subList(this.at, end));
		this.at = end;
		List<Map<String, AttributeValue>> items = new ArrayList<>(read.items().size());
		int found = 0;
		for (Map<String, AttributeValue> item : read.items()) {
			if (!item.isEmpty()) {
				found++;
				if (this.accepts.test(item)) {
					items.add(item);
				}
			}
		}
		return new ItemPage(items, position(), items.size(), found, read.capacity());
	}

	@Override
	Map<String, AttributeValue> position() {
		return (hasMore() && this.at > 0) ? this.keys.get(this.at - 1).key() : Map.of();
	}

	@Override
	Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
		return this.path.batch().positionAfter(item);
	}

	@Override
	String cursor(Map<String, AttributeValue> position) {
		return this.path.cursor(position, this.keys);
	}

}
