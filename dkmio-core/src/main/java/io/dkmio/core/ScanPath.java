package io.dkmio.core;

import java.util.List;
import java.util.Map;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.query.PreparedScan;
import io.dkmio.core.query.TableScan;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Reads the whole table: Scan, in one go or in segments.
 */
final class ScanPath extends ReadPath {

	private final PreparedScan scan;

	private final DynamoOperation operation;

	ScanPath(ReadSupport support, TableScan plan, ReadDefinition<?> definition) {
		super(support, plan);
		this.scan = new PreparedScan(plan, support.converter());
		this.operation = operation(plan, definition);
	}

	@Override
	ItemPages open(ReadCall call) {
		int segments = (call.segments() != null) ? call.segments() : 1;
		if (segments > 1) {
			refuseCursor(call, "reads segments, which have no one place to go on from");
		}
		ScanRequest request = this.scan.bind(call.arguments());
		if (request == null) {
			return new NoPages();
		}
		if (segments > 1) {
			return new SegmentedPages(this, request, call, segments);
		}
		Map<String, AttributeValue> start = (call.cursor() != null)
				? support().cursors().decode(call.cursor(), binding(request)) : Map.of();
		return new ScanPages(this, request, call, start);
	}

	@Override
	void check(ReadCall call) {
	}

	ItemPage read(ScanRequest.Builder request) {
		return support().reads().scan(request, this.operation);
	}

	boolean isFiltered() {
		return this.scan.isFiltered();
	}

	Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
		return this.scan.positionAfter(item);
	}

	String cursor(Map<String, AttributeValue> position, ScanRequest request) {
		return support().cursors().encode(position, binding(request));
	}

	private byte[] binding(ScanRequest request) {
		return this.scan.cursorBinding().with(List.of(request.expressionAttributeValues()));
	}

}
