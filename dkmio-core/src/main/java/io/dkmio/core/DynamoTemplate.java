package io.dkmio.core;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.query.CursorCodec;
import io.dkmio.core.query.QueryShape;
import io.dkmio.core.query.ReadPlanner;
import io.dkmio.core.write.EntityWritePlanner;
import io.dkmio.core.write.PreparedItem;
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

	private final EntityWritePlanner planner;

	private final WriteSender sender;

	private final ReadPlanner readPlanner;

	private CursorCodec cursors = CursorCodec.random();

	private final Map<Class<?>, ItemReader<?>> readers = new ConcurrentHashMap<>();

	private ItemCallbacks callbacks = ItemCallbacks.NONE;

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
	public DynamoTemplate(DynamoExecutor executor, DynamoMappingContext context, DynamoConverter converter,
			Clock clock) {
		Assert.notNull(executor, "DynamoExecutor must not be null");
		this.executor = executor;
		this.context = context;
		this.converter = converter;
		this.planner = new EntityWritePlanner(context, converter, clock);
		this.sender = new WriteSender(executor);
		this.readPlanner = new ReadPlanner(context);
	}

	/**
	 * Sets how cursors are signed, so that they are good in other processes, and after a
	 * restart.
	 * @param cursors signs cursors, by default with a secret of this template
	 */
	public void setCursorCodec(CursorCodec cursors) {
		Assert.notNull(cursors, "CursorCodec must not be null");
		this.cursors = cursors;
	}

	/**
	 * Sets the entity callbacks. They are found by themselves in an application context.
	 * @param callbacks the callbacks
	 */
	public void setEntityCallbacks(EntityCallbacks callbacks) {
		Assert.notNull(callbacks, "EntityCallbacks must not be null");
		this.callbacks = new ItemCallbacks(callbacks);
	}

	@Override
	public void setApplicationContext(ApplicationContext applicationContext) throws BeansException {
		if (this.callbacks == ItemCallbacks.NONE) {
			setEntityCallbacks(EntityCallbacks.create(applicationContext));
		}
	}

	@Override
	public <T> GetOperation<T> get(Class<T> type, Object id) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(id, "Id must not be null");
		ItemReader<T> reader = reader(type);
		return new DefaultGetOperation<>(reader, reader.key(id), false);
	}

	@Override
	public <T> QueryOperation<T> query(Class<T> type) {
		Assert.notNull(type, "Type must not be null");
		DynamoPersistentEntity<?> entity = this.context.getRequiredPersistentEntity(type);
		QuerySupport<T> support = new QuerySupport<>(type, entity, this.readPlanner, this.executor, this.converter,
				this.cursors, () -> this.callbacks);
		return new DefaultQueryOperation<>(support, QueryShape.of(entity).withKeysOnly());
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
		Assert.notNull(item, "Item must not be null");
		String table = table(item);
		return store(this.planner.prepareInsert(this.callbacks.beforeConvert(item, table)), table, "insert",
				this.planner::insert);
	}

	@Override
	public <T> T put(T item) {
		Assert.notNull(item, "Item must not be null");
		String table = table(item);
		return store(this.planner.prepare(this.callbacks.beforeConvert(item, table)), table, "put", this.planner::put);
	}

	private <T> T store(PreparedItem<T> prepared, String table, String operation, Function<Object, WriteSet> plan) {
		try {
			T item = this.callbacks.beforeSave(prepared.item(), table);
			this.sender.send(plan.apply(item), operation);
			return this.callbacks.afterSave(item, table);
		}
		catch (RuntimeException ex) {
			prepared.restore();
			throw ex;
		}
	}

	@Override
	public void delete(Object item) {
		Assert.notNull(item, "Item must not be null");
		this.sender.send(this.planner.delete(item), "delete");
	}

	@Override
	public void delete(Class<?> type, Object id) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(id, "Id must not be null");
		this.sender.send(this.planner.delete(type, id), "delete");
	}

	private String table(Object item) {
		return this.context.getRequiredPersistentEntity(item.getClass()).getRequiredTable().name();
	}

	@SuppressWarnings("unchecked")
	private <T> ItemReader<T> reader(Class<T> type) {
		ItemReader<?> reader = this.readers.get(type);
		if (reader == null) {
			reader = new ItemReader<>(type, this.context.getRequiredPersistentEntity(type), this.executor,
					this.converter, () -> this.callbacks);
			this.readers.put(type, reader);
		}
		return (ItemReader<T>) reader;
	}

}
