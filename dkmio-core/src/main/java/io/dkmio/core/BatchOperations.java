package io.dkmio.core;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.dkmio.core.client.BatchOptions;
import io.dkmio.core.client.DynamoExecutor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * The reads and writes of many items of a template.
 */
final class BatchOperations implements ItemBatchOperations {

	private final DynamoTemplate dynamo;

	private final DynamoExecutor executor;

	private volatile ItemBatches batches;

	BatchOperations(DynamoTemplate dynamo, DynamoExecutor executor, WriteSender sender) {
		this.dynamo = dynamo;
		this.executor = executor;
		this.batches = ItemBatches.of(executor, sender, BatchOptions.defaults());
	}

	void setOptions(BatchOptions options) {
		this.batches = ItemBatches.of(this.executor, this.dynamo.sender(), options);
	}

	void setOptions(BatchOptions options, Executor threads) {
		this.batches = ItemBatches.of(this.executor, this.dynamo.sender(), options, threads);
	}

	@Override
	public <T> BatchGetOperation<T> batchGet(Class<T> type, Iterable<?> ids) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(ids, "Ids must not be null");
		ItemReader<T> reader = this.dynamo.reader(type);
		List<Object> given = new ArrayList<>();
		List<Map<String, AttributeValue>> keys = new ArrayList<>();
		for (Object id : ids) {
			Assert.notNull(id, () -> "Id " + given.size() + " must not be null");
			given.add(id);
			keys.add(reader.key(id));
		}
		return new DefaultBatchGetOperation<>(reader, this.batches::read, given, keys, false);
	}

	@Override
	public void batchWrite(Consumer<BatchWriteSpec> writes) {
		Assert.notNull(writes, "Writes must not be null");
		BatchPlan plan = plan("batchWrite");
		writes.accept(plan);
		this.batches.send(plan);
	}

	@Override
	@SuppressWarnings("unchecked") // a callback gives an item of the type it got
	public <T> List<T> putAll(Iterable<T> items) {
		Assert.notNull(items, "Items must not be null");
		BatchPlan plan = plan("putAll");
		items.forEach(plan::put);
		return (List<T>) this.batches.send(plan);
	}

	@Override
	@SuppressWarnings("unchecked") // a callback gives an item of the type it got
	public <T> List<T> insertAll(Iterable<T> items) {
		Assert.notNull(items, "Items must not be null");
		BatchPlan plan = plan("insertAll");
		items.forEach(plan::insert);
		return (List<T>) this.batches.send(plan);
	}

	@Override
	public void deleteAll(Iterable<?> items) {
		Assert.notNull(items, "Items must not be null");
		BatchPlan plan = plan("deleteAll");
		items.forEach(plan::delete);
		this.batches.send(plan);
	}

	@Override
	public void deleteAllById(Class<?> type, Iterable<?> ids) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(ids, "Ids must not be null");
		BatchPlan plan = plan("deleteAllById");
		ids.forEach((id) -> plan.delete(type, id));
		this.batches.send(plan);
	}

	@Override
	public long deleteAll(PreparedRead<?> read, ReadCall call) {
		Assert.notNull(read, "PreparedRead must not be null");
		Assert.notNull(call, "ReadCall must not be null");
		Class<?> type = read.plan().type().getType();
		long count = 0;
		try (Stream<?> found = read.stream(call)) {
			Iterator<?> left = found.iterator();
			while (left.hasNext()) {
				BatchPlan plan = plan("deleteAll");
				while (left.hasNext() && plan.writes().size() < this.batches.slice()) {
					plan.delete(type, left.next());
				}
				this.batches.send(plan);
				count += plan.writes().size();
			}
		}
		return count;
	}

	private BatchPlan plan(String name) {
		return new BatchPlan(name, this.dynamo.planner(), this.dynamo.callbacks(), this.dynamo.halfReadItems());
	}

}
