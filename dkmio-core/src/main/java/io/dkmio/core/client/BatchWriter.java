package io.dkmio.core.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import org.springframework.util.Assert;

/**
 * Puts and deletes items with BatchWriteItem, 25 in a request, or fewer if they are
 * large. Of several writes of one item the last one counts, and it alone is sent. What
 * DynamoDB leaves unprocessed is sent again.
 *
 * @since 1.0
 */
public final class BatchWriter {

	/** The most writes DynamoDB takes in a request. */
	public static final int MAX_WRITES = 25;

	/** The most bytes DynamoDB takes in a request, some left for its frame. */
	private static final long MAX_BYTES = 16 * 1024 * 1024 - 64 * 1024;

	private final DynamoExecutor executor;

	private final BatchOptions options;

	private final ParallelTasks tasks;

	private final Function<Map<String, AttributeValue>, byte @Nullable []> wire;

	/**
	 * Creates a writer that sends one request at a time.
	 * @param executor sends the requests
	 * @param options how much it may try
	 */
	public BatchWriter(DynamoExecutor executor, BatchOptions options) {
		this(executor, options, ParallelTasks.sequential());
	}

	/**
	 * Creates a writer.
	 * @param executor sends the requests
	 * @param options how much it may try
	 * @param tasks runs requests at one time
	 */
	public BatchWriter(DynamoExecutor executor, BatchOptions options, ParallelTasks tasks) {
		this(executor, options, tasks, (item) -> null);
	}

	/**
	 * Creates a writer that sends items as JSON if they are.
	 * @param executor sends the requests
	 * @param options how much it may try
	 * @param tasks runs requests at one time
	 * @param wire gives the JSON of an item, or {@code null} if it is none; there must
	 * not be any unless the client can write it
	 */
	public BatchWriter(DynamoExecutor executor, BatchOptions options, ParallelTasks tasks,
			Function<Map<String, AttributeValue>, byte @Nullable []> wire) {
		Assert.notNull(executor, "DynamoExecutor must not be null");
		Assert.notNull(options, "BatchOptions must not be null");
		Assert.notNull(tasks, "ParallelTasks must not be null");
		this.executor = executor;
		this.options = options;
		this.tasks = tasks;
		this.wire = wire;
	}

	/**
	 * Writes items. The first request that fails ends the batch: requests that follow are
	 * not sent.
	 * @param writes the writes, to one table or several, in any number; none sends no
	 * request
	 * @param operation what the application asked for
	 * @throws io.dkmio.BatchIncompleteException if some were written, and others were not
	 */
	public void write(List<BatchWrite> writes, DynamoOperation operation) {
		BatchOutcome outcome = attempt(writes, operation);
		RuntimeException failure = outcome.failure();
		if (failure == null) {
			return;
		}
		if (outcome.done().isEmpty() && !(failure instanceof BatchFailure)) {
			throw failure;
		}
		throw BatchFailure.toException(failure, DynamoAction.BATCH_WRITE_ITEM, operation, this.options, outcome.done(),
				outcome.left());
	}

	/**
	 * Writes items, and tells how far it came. The first request that fails ends the
	 * batch: requests that follow are not sent.
	 * @param writes the writes, to one table or several, in any number; none sends no
	 * request
	 * @param operation what the application asked for
	 * @return what was done
	 */
	public BatchOutcome attempt(List<BatchWrite> writes, DynamoOperation operation) {
		Assert.notNull(writes, "Writes must not be null");
		Assert.notNull(operation, "DynamoOperation must not be null");
		return new Run(writes, operation).run();
	}

	/**
	 * One batch.
	 */
	private final class Run {

		private final List<BatchWrite> writes;

		private final DynamoOperation operation;

		private final List<ItemIdentity> identities = new ArrayList<>();

		private final Set<ItemIdentity> written = ConcurrentHashMap.newKeySet();

		private final long deadline = Backoff.deadline(BatchWriter.this.options);

		private Run(List<BatchWrite> writes, DynamoOperation operation) {
			this.writes = writes;
			this.operation = operation;
		}

		private BatchOutcome run() {
			List<Runnable> chunks = new ArrayList<>();
			for (Map<ItemIdentity, BatchWrite> chunk : chunks()) {
				chunks.add(() -> write(chunk));
			}
			RuntimeException failure = BatchWriter.this.tasks.run(chunks);
			List<Object> done = new ArrayList<>();
			List<Object> left = new ArrayList<>();
			for (int i = 0; i < this.identities.size(); i++) {
				List<Object> part = this.written.contains(this.identities.get(i)) ? done : left;
				part.add(this.writes.get(i).source());
			}
			return new BatchOutcome(done, left, failure);
		}

		private List<Map<ItemIdentity, BatchWrite>> chunks() {
			Map<ItemIdentity, BatchWrite> last = new LinkedHashMap<>();
			for (BatchWrite write : this.writes) {
				ItemIdentity identity = write.identity();
				this.identities.add(identity);
				last.put(identity, write);
			}
			List<Map<ItemIdentity, BatchWrite>> chunks = new ArrayList<>();
			Map<ItemIdentity, BatchWrite> chunk = new LinkedHashMap<>();
			long bytes = 0;
			for (Map.Entry<ItemIdentity, BatchWrite> write : last.entrySet()) {
				long size = write.getValue().size().sent();
				if (chunk.size() == MAX_WRITES || (!chunk.isEmpty() && bytes + size > MAX_BYTES)) {
					chunks.add(chunk);
					chunk = new LinkedHashMap<>();
					bytes = 0;
				}
				chunk.put(write.getKey(), write.getValue());
				bytes += size;
			}
			if (!chunk.isEmpty()) {
				chunks.add(chunk);
			}
			return chunks;
		}

		private void write(Map<ItemIdentity, BatchWrite> chunk) {
			Backoff backoff = new Backoff(BatchWriter.this.options, this.deadline);
			Map<ItemIdentity, BatchWrite> pending = chunk;
			while (!pending.isEmpty()) {
				BatchWriteItemResponse response = BatchWriter.this.executor.batchWriteItem(request(pending),
						this.operation);
				Map<ItemIdentity, BatchWrite> left = unprocessed(response, pending);
				for (ItemIdentity identity : pending.keySet()) {
					if (!left.containsKey(identity)) {
						this.written.add(identity);
					}
				}
				if (!left.isEmpty()) {
					backoff.beforeRepeating(DynamoAction.BATCH_WRITE_ITEM, left.size(), pending.size(), this.operation);
				}
				pending = left;
			}
		}

		private BatchWriteItemRequest request(Map<ItemIdentity, BatchWrite> pending) {
			Map<String, List<WriteRequest>> items = new LinkedHashMap<>();
			Map<String, List<byte[]>> json = new LinkedHashMap<>();
			pending.values().forEach((write) -> {
				byte[] ofWrite = write.deletion() ? null : BatchWriter.this.wire.apply(write.attributes());
				items.computeIfAbsent(write.table(), (table) -> new ArrayList<>())
					.add((ofWrite != null) ? BatchWrite.emptyPut() : write.toRequest());
				List<byte[]> ofTable = json.computeIfAbsent(write.table(), (table) -> new ArrayList<>());
				if (ofWrite != null) {
					ofTable.add(ofWrite);
				}
			});
			BatchWriteItemRequest.Builder request = BatchWriteItemRequest.builder()
				.requestItems(items)
				.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
			List<byte[]> bodies = json.values().stream().flatMap(List::stream).toList();
			return bodies.isEmpty() ? request.build() : WireCall.writing(bodies).with(request).build();
		}

		private Map<ItemIdentity, BatchWrite> unprocessed(BatchWriteItemResponse response,
				Map<ItemIdentity, BatchWrite> pending) {
			Map<ItemIdentity, BatchWrite> left = new LinkedHashMap<>();
			Map<String, Collection<String>> keyNames = new HashMap<>();
			pending.values().forEach((write) -> keyNames.put(write.table(), write.keyNames()));
			response.unprocessedItems().forEach((table, requests) -> {
				Collection<String> names = keyNames.get(table);
				if (names != null) {
					requests.forEach((request) -> keep(identity(table, names, request), pending, left));
				}
			});
			return left;
		}

		private static void keep(ItemIdentity identity, Map<ItemIdentity, BatchWrite> pending,
				Map<ItemIdentity, BatchWrite> left) {
			@Nullable BatchWrite write = pending.get(identity);
			if (write != null) {
				left.put(identity, write);
			}
		}

		private static ItemIdentity identity(String table, Collection<String> names, WriteRequest request) {
			return ItemIdentity.of(table, names,
					(request.putRequest() != null) ? request.putRequest().item() : request.deleteRequest().key());
		}

	}

}
