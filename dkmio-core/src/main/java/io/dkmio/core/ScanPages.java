package io.dkmio.core;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * The pages of a table, or of a segment of it.
 */
final class ScanPages extends ItemPages {

	private final ScanPath path;

	private final ScanRequest bound;

	private final @Nullable Integer pageSize;

	private Map<String, AttributeValue> position;

	private boolean begun;

	ScanPages(ScanPath path, ScanRequest bound, ReadCall call, Map<String, AttributeValue> start) {
		super(call);
		this.path = path;
		this.bound = bound;
		this.pageSize = call.pageSize();
		this.position = start;
	}

	@Override
	boolean hasMore() {
		return !this.begun || !this.position.isEmpty();
	}

	@Override
	ItemPage read(int wanted) {
		ScanRequest.Builder request = this.bound.toBuilder();
		if (!this.position.isEmpty()) {
			request.exclusiveStartKey(this.position);
		}
		int evaluated = this.path.evaluated(this.pageSize, wanted);
		if (evaluated != ALL) {
			request.limit(evaluated);
		}
		ItemPage page = this.path.read(request);
		this.begun = true;
		this.position = page.end();
		return page;
	}

	@Override
	Map<String, AttributeValue> position() {
		return this.position;
	}

	@Override
	Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
		return this.path.positionAfter(item);
	}

	@Override
	String cursor(Map<String, AttributeValue> position) {
		return this.path.cursor(position, this.bound);
	}

}
