package io.dkmio.core;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * The pages of a table, or of a segment of it.
 */
final class ScanPages extends PositionedPages {

	private final ScanPath path;

	private final ScanRequest bound;

	ScanPages(ScanPath path, ScanRequest bound, ReadCall call, Map<String, AttributeValue> start) {
		super(call, start, path.isFiltered());
		this.path = path;
		this.bound = bound;
	}

	@Override
	ItemPage read(@Nullable Map<String, AttributeValue> start, @Nullable Integer limit) {
		return this.path.read(this.bound.toBuilder().exclusiveStartKey(start).limit(limit));
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
