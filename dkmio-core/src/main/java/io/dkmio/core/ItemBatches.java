package io.dkmio.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

import io.dkmio.core.client.BatchFailure;
import io.dkmio.core.client.BatchKey;
import io.dkmio.core.client.BatchOptions;
import io.dkmio.core.client.BatchOutcome;
import io.dkmio.core.client.BatchReader;
import io.dkmio.core.client.BatchWrite;
import io.dkmio.core.client.BatchWriter;
import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.ItemIdentity;
import io.dkmio.core.client.ItemSize;
import io.dkmio.core.client.ParallelTasks;
import io.dkmio.core.client.TableRead;
import io.dkmio.core.write.WriteSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Sends batches: what needs no condition with BatchWriteItem, the rest one by one.
 */
final class ItemBatches {

	private final BatchOptions options;

	private final ParallelTasks tasks;

	private final BatchReader reader;

	private final BatchWriter writer;

	private final WriteSender sender;

	private ItemBatches(DynamoExecutor executor, WriteSender sender, BatchOptions options, ParallelTasks tasks) {
		this.options = options;
		this.tasks = tasks;
		this.reader = new BatchReader(executor, options, tasks, WireReads::items);
		this.writer = new BatchWriter(executor, options, tasks, WireWrites::json);
		this.sender = sender;
	}

	static ItemBatches of(DynamoExecutor executor, WriteSender sender, BatchOptions options) {
		return new ItemBatches(executor, sender, options, ParallelTasks.of(options.parallelism()));
	}

	static ItemBatches of(DynamoExecutor executor, WriteSender sender, BatchOptions options, Executor threads) {
		return new ItemBatches(executor, sender, options, ParallelTasks.of(options.parallelism(), threads));
	}

	/**
	 * How many writes fill the requests that are under way at one time.
	 */
	int slice() {
		return BatchWriter.MAX_WRITES * this.options.parallelism();
	}

	/**
	 * Reads items by their keys.
	 * @return one for each key, in their order, empty where there is no item
	 */
	List<Map<String, AttributeValue>> read(ItemReader<?> reader, List<Object> ids,
			List<Map<String, AttributeValue>> keys, boolean consistent) {
		TableRead read = TableRead.of(reader.table()).withConsistent(consistent);
		List<BatchKey> batch = new ArrayList<>(keys.size());
		for (int i = 0; i < keys.size(); i++) {
			batch.add(read.key(keys.get(i), ids.get(i)));
		}
		return this.reader.read(batch, reader.batchGet()).items();
	}

	/**
	 * Sends planned writes.
	 * @return the items as stored
	 */
	List<Object> send(BatchPlan plan) {
		if (this.sender.isBuffering()) {
			keep(plan);
			return plan.kept();
		}
		if (!plan.writes().isEmpty()) {
			sendAll(plan);
		}
		return plan.stored();
	}

	private void sendAll(BatchPlan plan) {
		List<BatchWrite> batch = new ArrayList<>();
		List<PlannedWrite> single = new ArrayList<>();
		try {
			sort(plan, batch, single);
		}
		catch (RuntimeException ex) {
			plan.undo();
			throw ex;
		}
		BatchOutcome outcome = this.writer.attempt(batch, plan.operation());
		Set<Object> done = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
		done.addAll(outcome.done());
		RuntimeException failure = outcome.failure();
		if (failure == null) {
			failure = this.tasks.run(single.stream().map((write) -> (Runnable) () -> {
				this.sender.send(write.writes(), plan.name());
				done.add(write);
			}).toList());
		}
		if (failure != null) {
			throw failure(failure, plan, done, batch.isEmpty());
		}
	}

	/**
	 * Makes the batch a part of the transaction of this thread.
	 */
	private void keep(BatchPlan plan) {
		List<PlannedWrite> planned = plan.writes();
		if (planned.isEmpty()) {
			return;
		}
		try {
			this.sender.send(
					new WriteSet(planned.stream().flatMap((write) -> write.writes().actions().stream()).toList()),
					plan.name());
		}
		catch (RuntimeException ex) {
			plan.undo();
			throw ex;
		}
		planned.forEach((write) -> this.sender.onRollback(write.undo()));
		this.sender.onCommit(plan::stored);
	}

	private void sort(BatchPlan plan, List<BatchWrite> batch, List<PlannedWrite> single) {
		List<PlannedWrite> planned = plan.writes();
		String name = plan.name();
		Map<ItemIdentity, Integer> places = new HashMap<>();
		for (int i = 0; i < planned.size(); i++) {
			PlannedWrite write = planned.get(i);
			BatchWrite ofBatch = plan.batchWrite(i);
			Integer before = places.put((ofBatch != null) ? ofBatch.identity() : write.identity(), i);
			if (before != null) {
				refuseTwoTypes(planned, name, before, i);
			}
			if (before != null && (ofBatch == null || plan.batchWrite(before) == null)) {
				throw new InvalidDataAccessApiUsageException("Writes " + before + " and " + i + " of " + name
						+ ", both of " + write.typeName() + ", are of the same item of table '"
						+ write.action().tableName() + "', and one of them has a condition, such as on a version."
						+ " Nothing was sent; name each item once.");
			}
			if (ofBatch == null) {
				single.add(write);
			}
			else {
				refuseTooLarge(ofBatch, write, name, i);
				batch.add(ofBatch);
			}
		}
	}

	private static void refuseTwoTypes(List<PlannedWrite> planned, String name, int before, int position) {
		String first = planned.get(before).typeName();
		String second = planned.get(position).typeName();
		if (!first.equals(second)) {
			throw new InvalidDataAccessApiUsageException("Writes " + before + " and " + position + " of " + name
					+ ", one of " + first + " and one of " + second + ", have the same key in table '"
					+ planned.get(position).action().tableName()
					+ "', so that one would replace the other. Nothing was sent; give the types keys that differ.");
		}
	}

	private static void refuseTooLarge(BatchWrite write, PlannedWrite planned, String name, int position) {
		if (write.size().isTooLarge()) {
			throw new InvalidDataAccessApiUsageException(
					"Write " + position + " of " + name + ", of " + planned.typeName() + " in table '" + write.table()
							+ "', has " + write.size().stored() + " bytes, and an item has " + ItemSize.MAX_ITEM
							+ " at most. Nothing was sent; store large values elsewhere, or split the item.");
		}
	}

	private RuntimeException failure(RuntimeException failure, BatchPlan plan, Set<Object> done, boolean single) {
		List<Object> processed = new ArrayList<>();
		List<Object> unprocessed = new ArrayList<>();
		for (PlannedWrite write : plan.writes()) {
			if (done.contains(write)) {
				processed.add(plan.done(write));
			}
			else {
				write.undo().run();
				unprocessed.add(write.given());
			}
		}
		if (processed.isEmpty() && !(failure instanceof BatchFailure)) {
			return failure;
		}
		return BatchFailure.toException(failure, action(plan.writes(), single), plan.operation(), this.options,
				processed, unprocessed);
	}

	private static DynamoAction<?, ?> action(List<PlannedWrite> planned, boolean single) {
		if (!single) {
			return DynamoAction.BATCH_WRITE_ITEM;
		}
		return (planned.get(0).stored() != null) ? DynamoAction.PUT_ITEM : DynamoAction.DELETE_ITEM;
	}

}
