package io.dkmio.core;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.ToLongBiFunction;

import io.dkmio.core.client.BatchOptions;
import io.dkmio.core.client.BatchReader;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.ParallelTasks;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.query.AccessPath;
import io.dkmio.core.query.CursorCodec;
import io.dkmio.core.query.QueryShape;
import io.dkmio.core.query.ReadPlanner;

import org.springframework.util.Assert;

/**
 * What all reads of a template share. What the application sets after the template is
 * made is looked up at the call.
 */
final class ReadSupport {

	private final DynamoExecutor executor;

	private final DynamoConverter converter;

	private final WireReads reads;

	private final ReadPlanner planner;

	private volatile Executor threads = ReadThreads.SHARED;

	private volatile BatchOptions batchOptions = BatchOptions.defaults();

	private volatile BatchReader batchReader;

	private final HalfReadItems halfReadItems = new HalfReadItems();

	private volatile UnmappedItems unmappedItems = UnmappedItems.logged();

	private volatile ToLongBiFunction<PreparedRead<?>, ReadCall> deletion = (read, call) -> {
		throw new IllegalStateException("These reads have nothing to delete with");
	};

	private volatile CursorCodec cursors = CursorCodec.random();

	private volatile ItemCallbacks callbacks = ItemCallbacks.NONE;

	ReadSupport(DynamoExecutor executor, DynamoMappingContext context, DynamoConverter converter) {
		this.executor = executor;
		this.converter = converter;
		this.reads = new WireReads(executor);
		this.planner = new ReadPlanner(context);
		this.batchReader = batchReader(this.threads);
	}

	DynamoExecutor executor() {
		return this.executor;
	}

	/**
	 * The threads of reads that send several requests at one time.
	 */
	Executor threads() {
		return this.threads;
	}

	void setThreads(Executor threads) {
		this.threads = threads;
		this.batchReader = batchReader(threads);
	}

	BatchReader batchReader() {
		return this.batchReader;
	}

	void setBatchOptions(BatchOptions options) {
		this.batchOptions = options;
		this.batchReader = batchReader(this.threads);
	}

	private BatchReader batchReader(Executor threads) {
		return new BatchReader(this.executor, this.batchOptions,
				ParallelTasks.of(this.batchOptions.parallelism(), threads));
	}

	WireReads reads() {
		return this.reads;
	}

	DynamoConverter converter() {
		return this.converter;
	}

	ReadPlanner planner() {
		return this.planner;
	}

	CursorCodec cursors() {
		return this.cursors;
	}

	void setCursors(CursorCodec cursors) {
		this.cursors = cursors;
	}

	ItemCallbacks callbacks() {
		return this.callbacks;
	}

	void setCallbacks(ItemCallbacks callbacks) {
		this.callbacks = callbacks;
	}

	UnmappedItems unmappedItems() {
		return this.unmappedItems;
	}

	void setUnmappedItems(UnmappedItems unmappedItems) {
		this.unmappedItems = unmappedItems;
	}

	HalfReadItems halfReadItems() {
		return this.halfReadItems;
	}

	DynamoMappingContext context() {
		return this.converter.getMappingContext();
	}

	/**
	 * The type by whose keys results of a type are read: the type itself, or, of a record
	 * of items, the first of them.
	 */
	DynamoPersistentEntity<?> leadOf(Class<?> type) {
		Assert.isTrue(type != ItemCollection.class,
				"An ItemCollection is of the partition of a type; ask for it with collection(type)");
		ResultModel<?> model = ResultModel.of(type, context());
		List<DynamoPersistentEntity<?>> types = (model != null) ? model.types() : null;
		return (types != null) ? types.get(0) : context().getRequiredPersistentEntity(type);
	}

	<T> QueryOperation<T> query(Class<T> result, DynamoPersistentEntity<?> type) {
		ReadDefinition<T> definition = ReadDefinition.of(result, QueryShape.of(type).withKeysOnly());
		return new DefaultQueryOperation<>(this, definition, ReadCall.plain());
	}

	<T> ScanOperation<T> scan(Class<T> result, DynamoPersistentEntity<?> type) {
		return new DefaultScanOperation<>(this, ReadDefinition.of(result, QueryShape.of(type)), ReadCall.plain());
	}

	/**
	 * Plans a read and renders its expressions.
	 */
	<T> PreparedRead<T> prepare(ReadDefinition<T> definition) {
		ResultModel<T> model = ResultModel.of(definition.type(), context());
		if (model != null) {
			return CollectionRead.prepare(this, definition, model);
		}
		return prepare(definition, this.planner.plan(definition.shape()));
	}

	<T> DefaultPreparedRead<T> prepare(ReadDefinition<T> definition, AccessPath plan) {
		ReadPath path = ReadPath.of(this, plan, definition);
		return new DefaultPreparedRead<>(path, definition, new ItemRows<>(this, definition, plan.types()));
	}

	void setDeletion(ToLongBiFunction<PreparedRead<?>, ReadCall> deletion) {
		this.deletion = deletion;
	}

	/**
	 * Deletes what a read finds.
	 */
	long delete(PreparedRead<?> read, ReadCall call) {
		return this.deletion.applyAsLong(read, call);
	}

}
