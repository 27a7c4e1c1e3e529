package io.dkmio.core.document;

import java.util.Map;
import java.util.function.Supplier;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.expression.ValueEncoder;
import io.dkmio.core.query.CursorCodec;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What all operations on documents need.
 *
 * @param executor sends the requests
 * @param encoder encodes values in expressions
 * @param cursorCodec signs cursors
 * @param batches reads and writes batches
 * @param transactions keeps writes until a transaction commits
 */
record TableAccess(DynamoExecutor executor, ValueEncoder encoder, Supplier<CursorCodec> cursorCodec,
		DocumentBatches batches, DocumentTransactions transactions) {

	CursorCodec cursors() {
		return this.cursorCodec.get();
	}

	ReadRequests requests(ReadSpec spec, boolean count) {
		return new ReadRequests(spec, this.encoder, count);
	}

	Reading read(ReadSpec spec) {
		return new Reading(pages(spec, false), spec);
	}

	long count(ReadSpec spec) {
		PageReader pages = pages(spec, true);
		long count = 0;
		while (pages.hasNext()) {
			for (Page page : pages.next(null)) {
				count += page.count();
			}
		}
		return count;
	}

	private PageReader pages(ReadSpec spec, boolean count) {
		Map<String, AttributeValue> start = (spec.cursor() != null)
				? new ReadCursor(cursors(), spec).decode(spec.cursor()) : Map.of();
		return new PageReader(this.executor, spec.source().operation(spec.isQuery() ? "query" : "scan"),
				requests(spec, count), spec, start);
	}

}
