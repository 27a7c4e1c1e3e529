package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.dkmio.core.client.BatchItems;
import io.dkmio.core.client.BatchKey;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.TableRead;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.query.KeyBatch;
import io.dkmio.core.query.PreparedKeyBatch;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads several items by their keys: BatchGetItem.
 */
final class BatchPath extends ReadPath {

	private final PreparedKeyBatch batch;

	private final TableRead read;

	private final DynamoOperation operation;

	BatchPath(ReadSupport support, KeyBatch plan, ReadDefinition<?> definition) {
		super(support, plan);
		this.batch = new PreparedKeyBatch(plan, support.converter());
		Expressions projection = this.batch.projection();
		TableRead read = TableRead.of(plan.type().getRequiredTable().name()).withConsistent(plan.shape().consistent());
		this.read = (projection != null && projection.projection() != null)
				? read.withProjection(projection.projection(), projection.names()) : read;
		this.operation = operation(plan, definition);
	}

	@Override
	ItemPages open(ReadCall call) {
		return new BatchPages(this, call, false);
	}

	@Override
	ItemPages openAll(ReadCall call) {
		boolean everything = call.limit() == null && call.maxPages() == null && call.pageSize() == null;
		return new BatchPages(this, call, everything);
	}

	BatchItems read(List<BatchKey> keys) {
		return support().batchReader().read(keys, this.operation);
	}

	List<BatchKey> keys(ReadCall call) {
		List<BatchKey> keys = new ArrayList<>();
		this.batch.bind(call.arguments()).forEach((bound) -> keys.add(this.read.key(bound.key(), bound.value())));
		return keys;
	}

	String cursor(Map<String, AttributeValue> position, List<BatchKey> keys) {
		return support().cursors().encode(position, binding(keys));
	}

	Map<String, AttributeValue> decode(String cursor, List<BatchKey> keys) {
		return support().cursors().decode(cursor, binding(keys));
	}

	private byte[] binding(List<BatchKey> keys) {
		return this.batch.cursorBinding().with(keys.stream().map(BatchKey::key).toList());
	}

	PreparedKeyBatch batch() {
		return this.batch;
	}

}
