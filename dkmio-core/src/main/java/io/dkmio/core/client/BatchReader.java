package io.dkmio.core.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Function;

import io.dkmio.BatchIncompleteException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Reads items by their keys with BatchGetItem, 100 in a request. Each key is asked for
 * once, however often it is given, and answered at each of its places. What DynamoDB
 * leaves unprocessed is asked for again.
 *
 * @since 1.0
 */
public final class BatchReader {

	/** The most keys DynamoDB takes in a request. */
	public static final int MAX_KEYS = 100;

	private final DynamoExecutor executor;

	private final BatchOptions options;

	private final ParallelTasks tasks;

	private final @Nullable Function<WireItems, List<Map<String, AttributeValue>>> wire;

	/**
	 * Creates a reader that sends one request at a time.
	 * @param executor sends the requests
	 * @param options how much it may try
	 */
	public BatchReader(DynamoExecutor executor, BatchOptions options) {
		this(executor, options, ParallelTasks.sequential());
	}

	/**
	 * Creates a reader.
	 * @param executor sends the requests
	 * @param options how much it may try
	 * @param tasks runs requests at one time
	 */
	public BatchReader(DynamoExecutor executor, BatchOptions options, ParallelTasks tasks) {
		this(executor, options, tasks, null);
	}

	/**
	 * Creates a reader that takes items from the wire where the client can do that.
	 * @param executor sends the requests
	 * @param options how much it may try
	 * @param tasks runs requests at one time
	 * @param wire makes maps of the items of an answer, at least of their keys
	 */
	public BatchReader(DynamoExecutor executor, BatchOptions options, ParallelTasks tasks,
			@Nullable Function<WireItems, List<Map<String, AttributeValue>>> wire) {
		Assert.notNull(executor, "DynamoExecutor must not be null");
		Assert.notNull(options, "BatchOptions must not be null");
		Assert.notNull(tasks, "ParallelTasks must not be null");
		this.executor = executor;
		this.options = options;
		this.tasks = tasks;
		this.wire = (executor.wire() != null) ? wire : null;
	}

	/**
	 * Reads items.
	 * @param keys the keys, of one table or several, whole and in any number; none sends
	 * no request
	 * @param operation what the application asked for
	 * @return the items in the order of the keys
	 * @throws BatchIncompleteException if some could not be read within the attempts and
	 * the time
	 */
	public BatchItems read(List<BatchKey> keys, DynamoOperation operation) {
		Assert.notNull(keys, "Keys must not be null");
		Assert.notNull(operation, "DynamoOperation must not be null");
		return new Read(keys, operation).run();
	}

	/**
	 * One batch.
	 */
	private final class Read {

		private final List<BatchKey> keys;

		private final DynamoOperation operation;

		private final List<ItemIdentity> identities = new ArrayList<>();

		private final Map<ItemIdentity, Map<String, AttributeValue>> answers = new ConcurrentHashMap<>();

		private final DoubleAdder capacity = new DoubleAdder();

		private final long deadline = Backoff.deadline(BatchReader.this.options);

		private Read(List<BatchKey> keys, DynamoOperation operation) {
			this.keys = keys;
			this.operation = operation;
		}

		private BatchItems run() {
			List<Runnable> chunks = new ArrayList<>();
			for (Map<ItemIdentity, BatchKey> chunk : chunks()) {
				chunks.add(() -> read(chunk));
			}
			RuntimeException failure = tasks(chunks.size()).run(chunks);
			if (failure instanceof BatchFailure) {
				throw incomplete(failure);
			}
			if (failure != null) {
				throw failure;
			}
			List<Map<String, AttributeValue>> items = new ArrayList<>(this.keys.size());
			for (ItemIdentity identity : this.identities) {
				items.add(this.answers.getOrDefault(identity, Map.of()));
			}
			return new BatchItems(items, this.capacity.sum());
		}

		/**
		 * A transaction belongs to its thread, and one moment to one request.
		 */
		private ParallelTasks tasks(int requests) {
			TransactionScope scope = BatchReader.this.executor.transactionScope();
			if (scope == TransactionScope.READ && requests > 1) {
				throw new InvalidDataAccessApiUsageException(this.operation.describe() + " failed: a transaction reads "
						+ MAX_KEYS + " items at most as of one moment, in one way for each table, and this would take "
						+ requests + " requests. Nothing was sent; read fewer, or read outside of the transaction.");
			}
			return (scope == TransactionScope.NONE) ? BatchReader.this.tasks : ParallelTasks.sequential();
		}

		/**
		 * The keys, each once, in requests none of which reads a table in two ways.
		 */
		private List<Map<ItemIdentity, BatchKey>> chunks() {
			List<Map<ItemIdentity, BatchKey>> chunks = new ArrayList<>();
			Map<ItemIdentity, BatchKey> chunk = new LinkedHashMap<>();
			Map<String, TableRead> reads = new HashMap<>();
			Set<ItemIdentity> asked = new HashSet<>();
			for (BatchKey key : this.keys) {
				ItemIdentity identity = key.identity();
				this.identities.add(identity);
				if (!asked.add(identity)) {
					continue;
				}
				TableRead other = reads.get(key.read().table());
				if (chunk.size() == MAX_KEYS || (other != null && !other.equals(key.read()))) {
					chunks.add(chunk);
					chunk = new LinkedHashMap<>();
					reads.clear();
				}
				reads.put(key.read().table(), key.read());
				chunk.put(identity, key);
			}
			if (!chunk.isEmpty()) {
				chunks.add(chunk);
			}
			return chunks;
		}

		private void read(Map<ItemIdentity, BatchKey> chunk) {
			Backoff backoff = new Backoff(BatchReader.this.options, this.deadline);
			Map<ItemIdentity, BatchKey> pending = chunk;
			while (!pending.isEmpty()) {
				Map<String, Set<String>> keyNames = keyNames(pending);
				BatchGetItemRequest.Builder request = request(pending);
				WireCall call = null;
				if (BatchReader.this.wire != null) {
					call = WireCall.reading(keyNames.values().stream().flatMap(Set::stream).distinct().toList());
					call.with(request);
				}
				BatchGetItemResponse response = BatchReader.this.executor.batchGetItem(request.build(), this.operation);
				Map<ItemIdentity, BatchKey> left = unprocessed(response, pending);
				accept(response, responses(response, (call != null) ? call.items() : null), keyNames);
				pending.keySet().forEach((identity) -> {
					if (!left.containsKey(identity)) {
						this.answers.putIfAbsent(identity, Map.of());
					}
				});
				if (!left.isEmpty()) {
					backoff.beforeRepeating(DynamoAction.BATCH_GET_ITEM, left.size(), pending.size(), this.operation);
				}
				pending = left;
			}
		}

		private Map<String, List<Map<String, AttributeValue>>> responses(BatchGetItemResponse response,
				@Nullable WireItems items) {
			if (items == null || BatchReader.this.wire == null) {
				return response.responses();
			}
			List<Map<String, AttributeValue>> found = BatchReader.this.wire.apply(items);
			Map<String, List<Map<String, AttributeValue>>> responses = new HashMap<>();
			items.groups().forEach((group) -> responses.put(group.table(), found.subList(group.from(), group.to())));
			return responses;
		}

		private BatchGetItemRequest.Builder request(Map<ItemIdentity, BatchKey> pending) {
			Map<String, List<Map<String, AttributeValue>>> keys = new LinkedHashMap<>();
			Map<String, TableRead> reads = new HashMap<>();
			for (BatchKey key : pending.values()) {
				keys.computeIfAbsent(key.read().table(), (table) -> new ArrayList<>()).add(key.key());
				reads.put(key.read().table(), key.read());
			}
			Map<String, KeysAndAttributes> items = new LinkedHashMap<>();
			keys.forEach((table, ofTable) -> items.put(table,
					Objects.requireNonNull(reads.get(table)).toRequest().keys(ofTable).build()));
			return BatchGetItemRequest.builder()
				.requestItems(items)
				.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		}

		private Map<ItemIdentity, BatchKey> unprocessed(BatchGetItemResponse response,
				Map<ItemIdentity, BatchKey> pending) {
			Map<ItemIdentity, BatchKey> left = new LinkedHashMap<>();
			response.unprocessedKeys().forEach((table, ofTable) -> ofTable.keys().forEach((key) -> {
				ItemIdentity identity = ItemIdentity.of(table, key);
				BatchKey asked = pending.get(identity);
				if (asked != null) {
					left.put(identity, asked);
				}
			}));
			return left;
		}

		private static Map<String, Set<String>> keyNames(Map<ItemIdentity, BatchKey> pending) {
			Map<String, Set<String>> keyNames = new HashMap<>();
			pending.values().forEach((key) -> keyNames.put(key.read().table(), key.key().keySet()));
			return keyNames;
		}

		private void accept(BatchGetItemResponse response, Map<String, List<Map<String, AttributeValue>>> responses,
				Map<String, Set<String>> keyNames) {
			responses.forEach((table, items) -> {
				Set<String> names = keyNames.get(table);
				if (names != null) {
					items.forEach((item) -> this.answers.put(identity(table, names, item), item));
				}
			});
			response.consumedCapacity().forEach((consumed) -> this.capacity.add(units(consumed)));
		}

		private ItemIdentity identity(String table, Set<String> names, Map<String, AttributeValue> item) {
			ItemIdentity identity = ItemIdentity.of(table, names, item);
			if (!identity.isComplete()) {
				throw new InvalidDataAccessApiUsageException(
						this.operation.describe() + " failed: its projection leaves out attributes of the primary key ("
								+ String.join(", ", names)
								+ "), without which nobody can tell which item is which. Add them to the projection.");
			}
			return identity;
		}

		private BatchIncompleteException incomplete(RuntimeException failure) {
			List<Object> processed = new ArrayList<>();
			List<Object> unprocessed = new ArrayList<>();
			for (int i = 0; i < this.identities.size(); i++) {
				List<Object> part = this.answers.containsKey(this.identities.get(i)) ? processed : unprocessed;
				part.add(this.keys.get(i).source());
			}
			return BatchFailure.toException(failure, DynamoAction.BATCH_GET_ITEM, this.operation,
					BatchReader.this.options, processed, unprocessed);
		}

		private static double units(ConsumedCapacity consumed) {
			return Objects.requireNonNullElse(consumed.capacityUnits(), 0.0);
		}

	}

}
