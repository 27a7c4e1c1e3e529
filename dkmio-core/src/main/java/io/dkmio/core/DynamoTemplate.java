package io.dkmio.core;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.dkmio.core.client.BatchOptions;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.ParallelTasks;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentKeys;
import io.dkmio.core.document.Table;
import io.dkmio.core.document.Tables;
import io.dkmio.core.expression.Patch;
import io.dkmio.core.expression.Update;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.query.CursorCodec;
import io.dkmio.core.write.EntityWritePlanner;
import io.dkmio.core.write.UpdatePlanner;
import io.dkmio.core.write.WriteSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.BeansException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.data.mapping.callback.EntityCallbacks;
import org.springframework.util.Assert;

/**
 * The operations on items, by one client.
 *
 * <pre class="code">
 * DynamoTemplate dynamo = new DynamoTemplate(client, context);
 * dynamo.insert(new Customer("c1", "Ada"));
 * Customer ada = dynamo.get(Customer.class, "c1").required();
 * </pre>
 *
 * @since 1.0
 */
public class DynamoTemplate implements DynamoOperations, ApplicationContextAware {

	private final DynamoMappingContext context;

	private final DynamoConverter converter;

	private final DynamoExecutor executor;

	private final WriteSender sender;

	private final ItemWrites writes;

	private final ReadSupport reads;

	private final Tables tables;

	private final Map<Class<?>, ItemReader<?>> readers = new ConcurrentHashMap<>();

	private ItemCallbacks callbacks = ItemCallbacks.NONE;

	private final BatchOperations batches;

	/**
	 * Creates a template with default conversions.
	 * @param client the client
	 * @param context knows tables and types
	 */
	public DynamoTemplate(DynamoDbClient client, DynamoMappingContext context) {
		this(new ClientDynamoExecutor(client), context, new MappingDynamoConverter(context), Clock.systemUTC());
	}

	/**
	 * Creates a template.
	 * @param executor sends the requests
	 * @param context knows tables and types
	 * @param converter converts items
	 * @param clock says when items expire that expire after a while
	 */
	@SuppressWarnings("this-escape") // the parts keep the template and call nothing of it
										// yet
	public DynamoTemplate(DynamoExecutor executor, DynamoMappingContext context, DynamoConverter converter,
			Clock clock) {
		Assert.notNull(executor, "DynamoExecutor must not be null");
		this.executor = new TransactionalExecutor(executor);
		this.context = context;
		this.converter = converter;
		this.sender = new WriteSender(executor, new WriteRefusals(converter));
		this.reads = new ReadSupport(this.executor, context, converter);
		this.writes = new ItemWrites(this, clock, new WireWrites(executor, converter)::item);
		this.batches = new BatchOperations(this, this.executor, this.sender);
		this.reads.setDeletion(this.batches::deleteAll);
		this.tables = new Tables(this.executor, context, converter, this.reads::cursors,
				(action, name) -> this.sender.join(() -> WriteSet.of(action.get()), name));
	}

	/**
	 * Sets how cursors are signed, so that they are good in other processes, and after a
	 * restart.
	 * @param cursors signs cursors, by default with a secret of this template
	 */
	public void setCursorCodec(CursorCodec cursors) {
		Assert.notNull(cursors, "CursorCodec must not be null");
		this.reads.setCursors(cursors);
	}

	/**
	 * Sets the threads of reads that send several requests at one time: of several
	 * partitions, of segments of a table, of more than 100 keys.
	 * @param executor has the threads, by default eight daemons that this JVM's templates
	 * share and that end when there is nothing to do
	 */
	public void setReadExecutor(Executor executor) {
		Assert.notNull(executor, "Executor must not be null");
		this.reads.setThreads(executor);
	}

	/**
	 * Sets what to do with items of unknown types where items of several types are read.
	 * @param unmappedItems is told of them, by default a warning in the log
	 */
	public void setUnmappedItems(UnmappedItems unmappedItems) {
		Assert.notNull(unmappedItems, "UnmappedItems must not be null");
		this.reads.setUnmappedItems(unmappedItems);
	}

	/**
	 * Sets the entity callbacks. They are found by themselves in an application context.
	 * @param callbacks the callbacks
	 */
	public void setEntityCallbacks(EntityCallbacks callbacks) {
		Assert.notNull(callbacks, "EntityCallbacks must not be null");
		this.callbacks = new ItemCallbacks(callbacks);
		this.reads.setCallbacks(this.callbacks);
	}

	/**
	 * Sets how much a batch may try, and how much of it at one time. Other threads than
	 * the caller's are daemons of this template, which end when there is nothing to do.
	 * @param options the options
	 */
	public void setBatchOptions(BatchOptions options) {
		Assert.notNull(options, "BatchOptions must not be null");
		this.batches.setOptions(options);
		this.reads.setBatchOptions(options);
		this.tables.setBatchOptions(options, ParallelTasks.of(options.parallelism()));
	}

	/**
	 * Sets how much a batch may try, and whose threads help the caller's.
	 * @param options the options
	 * @param threads has the threads
	 */
	public void setBatchOptions(BatchOptions options, Executor threads) {
		Assert.notNull(options, "BatchOptions must not be null");
		Assert.notNull(threads, "Executor must not be null");
		this.batches.setOptions(options, threads);
		this.reads.setBatchOptions(options);
		this.tables.setBatchOptions(options, ParallelTasks.of(options.parallelism(), threads));
	}

	@Override
	public void setApplicationContext(ApplicationContext applicationContext) throws BeansException {
		if (this.callbacks == ItemCallbacks.NONE) {
			setEntityCallbacks(EntityCallbacks.create(applicationContext));
		}
	}

	@Override
	public DynamoConverter getConverter() {
		return this.converter;
	}

	@Override
	public <T> T patchWith(Class<T> type, Object id, Object changes) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(id, "Id must not be null");
		Update update = (changes instanceof Update given) ? given : Patch.of(changes);
		PatchedProperties.check(this.context.getRequiredPersistentEntity(type), update);
		return update.isEmpty() ? get(type, id).consistent().required() : patchAndReturn(type, id, update);
	}

	@Override
	public <K, T> ItemMap<K, T> asMap(Class<T> type, Class<K> idType) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(idType, "Id type must not be null");
		return new DefaultItemMap<>(this, type, idType, false, false);
	}

	long estimateItems(Class<?> type) {
		return this.tables.estimateItems(tableOf(type));
	}

	@Override
	public <T> GetOperation<T> get(Class<T> type, Object id) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(id, "Id must not be null");
		ItemReader<T> reader = reader(type);
		return new DefaultGetOperation<>(reader, reader.key(id), false, List.of());
	}

	@Override
	public <T> QueryOperation<T> query(Class<T> type) {
		Assert.notNull(type, "Type must not be null");
		return this.reads.query(type, this.reads.leadOf(type));
	}

	@Override
	public QueryOperation<ItemCollection> collection(Class<?> type) {
		Assert.notNull(type, "Type must not be null");
		return this.reads.query(ItemCollection.class, this.context.getRequiredPersistentEntity(type));
	}

	@Override
	public <T> ScanOperation<T> scan(Class<T> type) {
		Assert.notNull(type, "Type must not be null");
		return this.reads.scan(type, this.context.getRequiredPersistentEntity(type));
	}

	@Override
	public <T> PreparedRead<T> prepare(ReadDefinition<T> definition) {
		Assert.notNull(definition, "ReadDefinition must not be null");
		return this.reads.prepare(definition);
	}

	@Override
	public boolean exists(Class<?> type, Object id) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(id, "Id must not be null");
		ItemReader<?> reader = reader(type);
		return reader.exists(reader.key(id));
	}

	@Override
	public <T> T insert(T item) {
		return this.writes.insert(item);
	}

	@Override
	public <T> T put(T item) {
		return this.writes.put(item);
	}

	@Override
	public <T> T put(T item, Write write) {
		return this.writes.put(item, write);
	}

	@Override
	public <T> Replaced<T> put(T item, Write.ReturningOld write) {
		return this.writes.put(item, write);
	}

	@Override
	public <T> T update(T item) {
		return this.writes.update(item);
	}

	@Override
	public <T> T update(T item, Write write) {
		return this.writes.update(item, write);
	}

	@Override
	public <T> T update(T former, T changed) {
		return this.writes.update(former, changed);
	}

	@Override
	public <T> T upsert(T item) {
		return this.writes.upsert(item);
	}

	@Override
	public <T> UpdateOperation<T> update(Class<T> type, Object id) {
		return this.writes.update(type, id);
	}

	@Override
	public <T> PreparedItemUpdate<T> prepare(UpdateDefinition<T> definition) {
		return this.writes.prepare(definition);
	}

	@Override
	public <T> PreparedItemDelete<T> prepare(DeleteDefinition<T> definition) {
		return this.writes.prepare(definition);
	}

	@Override
	public void patch(Class<?> type, Object id, Update update) {
		this.writes.patch(type, id, update);
	}

	@Override
	public <T> T patchAndReturn(Class<T> type, Object id, Update update) {
		return this.writes.patchAndReturn(type, id, update);
	}

	@Override
	public void check(Class<?> type, Object id, Write write) {
		this.writes.check(type, id, write);
	}

	@Override
	public void delete(Object item) {
		this.writes.delete(item);
	}

	@Override
	public void delete(Object item, Write write) {
		this.writes.delete(item, write);
	}

	@Override
	public void delete(Class<?> type, Object id) {
		this.writes.delete(type, id);
	}

	@Override
	public void delete(Class<?> type, Object id, Write write) {
		this.writes.delete(type, id, write);
	}

	@Override
	public <T> Optional<T> delete(Class<T> type, Object id, Write.ReturningOld write) {
		return this.writes.delete(type, id, write);
	}

	@Override
	public <T> BatchGetOperation<T> batchGet(Class<T> type, Iterable<?> ids) {
		return this.batches.batchGet(type, ids);
	}

	@Override
	public void batchWrite(Consumer<BatchWriteSpec> writes) {
		this.batches.batchWrite(writes);
	}

	@Override
	public <T> List<T> putAll(Iterable<T> items) {
		return this.batches.putAll(items);
	}

	@Override
	public <T> List<T> insertAll(Iterable<T> items) {
		return this.batches.insertAll(items);
	}

	@Override
	public void deleteAll(Iterable<?> items) {
		this.batches.deleteAll(items);
	}

	@Override
	public void deleteAllById(Class<?> type, Iterable<?> ids) {
		this.batches.deleteAllById(type, ids);
	}

	@Override
	public long deleteAll(PreparedRead<?> read, ReadCall call) {
		return this.batches.deleteAll(read, call);
	}

	DynamoMappingContext context() {
		return this.context;
	}

	WriteSender sender() {
		return this.sender;
	}

	DynamoConverter converter() {
		return this.converter;
	}

	DynamoExecutor executor() {
		return this.executor;
	}

	EntityWritePlanner planner() {
		return this.writes.planner();
	}

	UpdatePlanner updatePlanner() {
		return this.writes.updatePlanner();
	}

	HalfReadItems halfReadItems() {
		return this.reads.halfReadItems();
	}

	ItemCallbacks callbacks() {
		return this.callbacks;
	}

	@Override
	public Table table(String logicalName) {
		return this.tables.get(logicalName);
	}

	@Override
	public List<Optional<Document>> batchGet(Consumer<DocumentKeys> keys) {
		return this.tables.batchGet(keys);
	}

	@Override
	public Table discoverTable(String tableName) {
		return this.tables.discover(tableName);
	}

	String tableOf(Class<?> type) {
		return this.context.getRequiredPersistentEntity(type).getRequiredTable().name();
	}

	@SuppressWarnings("unchecked")
	<T> ItemReader<T> reader(Class<T> type) {
		ItemReader<?> reader = this.readers.get(type);
		if (reader == null) {
			reader = new ItemReader<>(type, this.context.getRequiredPersistentEntity(type), this.executor,
					this.converter, () -> this.callbacks, this.reads.halfReadItems());
			this.readers.put(type, reader);
		}
		return (ItemReader<T>) reader;
	}

}
