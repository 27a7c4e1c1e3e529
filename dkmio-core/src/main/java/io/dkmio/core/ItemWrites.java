package io.dkmio.core;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import io.dkmio.core.expression.Update;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.query.KeyLookup;
import io.dkmio.core.write.AuditStamp;
import io.dkmio.core.write.EntityWritePlanner;
import io.dkmio.core.write.ItemUpdate;
import io.dkmio.core.write.PreparedDelete;
import io.dkmio.core.write.PreparedItem;
import io.dkmio.core.write.UpdatePlanner;
import io.dkmio.core.write.WriteSet;
import io.dkmio.core.write.WriteTerms;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * Writes of single items: callbacks, planning, sending.
 */
final class ItemWrites implements ItemWriteOperations {

	private final DynamoTemplate template;

	private final EntityWritePlanner planner;

	private final UpdatePlanner updatePlanner;

	private final WriteSender sender;

	private final Map<Class<?>, ItemUpdater<?>> updaters = new ConcurrentHashMap<>();

	/**
	 * Creates the writes.
	 * @param items converts items to what is sent
	 */
	ItemWrites(DynamoTemplate template, Clock clock, Function<Object, Map<String, AttributeValue>> items) {
		this.template = template;
		this.planner = new EntityWritePlanner(template.context(), template.converter(), clock, items, this::former);
		this.updatePlanner = new UpdatePlanner(template.context(), template.converter(), clock);
		this.sender = template.sender();
	}

	EntityWritePlanner planner() {
		return this.planner;
	}

	UpdatePlanner updatePlanner() {
		return this.updatePlanner;
	}

	private ItemCallbacks callbacks() {
		return this.template.callbacks();
	}

	private String table(Object item) {
		return this.planner.tableOf(item.getClass());
	}

	/**
	 * An item as it is stored.
	 */
	private Map<String, AttributeValue> former(DynamoPersistentEntity<?> type, Map<String, AttributeValue> key) {
		return this.template.executor()
			.getItem(new KeyLookup(type).read(key, true).build(), Operations.of("read", type))
			.item();
	}

	@Override
	public <T> T insert(T item) {
		Assert.notNull(item, "Item must not be null");
		this.template.halfReadItems().refuse(item, "insert");
		String table = table(item);
		return store(this.planner.prepareInsert(callbacks().beforeConvert(item, table)), table, "insert",
				this.planner::insert)
			.item();
	}

	@Override
	public <T> T put(T item) {
		return put(item, WriteTerms.none()).item();
	}

	@Override
	public <T> T put(T item, Write write) {
		Assert.notNull(write, "Write must not be null");
		return put(item, write.terms()).item();
	}

	@Override
	public <T> Replaced<T> put(T item, Write.ReturningOld write) {
		Assert.notNull(write, "Write must not be null");
		return put(item, write.terms());
	}

	private <T> Replaced<T> put(T item, WriteTerms terms) {
		Assert.notNull(item, "Item must not be null");
		this.template.halfReadItems().refuse(item, "put");
		String table = table(item);
		return store(this.planner.prepare(callbacks().beforeConvert(item, table)), table, "put",
				(prepared) -> this.planner.put(prepared, terms));
	}

	@Override
	public <T> T update(T item) {
		return update(item, WriteTerms.none());
	}

	@Override
	public <T> T update(T item, Write write) {
		Assert.notNull(write, "Write must not be null");
		return update(item, write.terms());
	}

	private <T> T update(T item, WriteTerms terms) {
		Assert.notNull(item, "Item must not be null");
		this.template.halfReadItems().refuse(item, "update");
		String table = table(item);
		return store(this.planner.prepare(callbacks().beforeConvert(item, table)), table, "update",
				(prepared) -> this.planner.replace(prepared, terms))
			.item();
	}

	private <T> Replaced<T> store(PreparedItem<T> prepared, String table, String operation,
			Function<Object, WriteSet> plan) {
		try {
			T item = callbacks().beforeSave(prepared.item(), table);
			Map<String, AttributeValue> former = send(() -> plan.apply(item), operation);
			this.sender.onRollback(prepared::restore);
			return new Replaced<>(saved(item, table), former.isEmpty() ? null : read(item, former));
		}
		catch (RuntimeException ex) {
			prepared.restore();
			throw ex;
		}
	}

	/**
	 * Tells the callbacks, once it is stored.
	 */
	private <T> T saved(T item, String table) {
		return this.sender.onCommit(() -> callbacks().afterSave(item, table)) ? item
				: callbacks().afterSave(item, table);
	}

	/** An insert depends on nothing that could have been read. */
	private Map<String, AttributeValue> send(Supplier<WriteSet> plan, String operation) {
		return "insert".equals(operation) ? this.sender.send(plan.get(), operation)
				: FreshPlan.send(() -> this.sender.send(plan.get(), operation));
	}

	@SuppressWarnings("unchecked")
	private <T> T read(T item, Map<String, AttributeValue> attributes) {
		return updater((Class<T>) item.getClass()).toItem(attributes);
	}

	@Override
	public <T> T update(T former, T changed) {
		Assert.notNull(former, "Former item must not be null");
		Assert.notNull(changed, "Changed item must not be null");
		this.template.halfReadItems().refuse(former, "compare");
		if (this.updatePlanner.difference(former, changed) == null) {
			return changed;
		}
		String table = table(changed);
		PreparedItem<T> prepared = this.planner.prepare(callbacks().beforeConvert(changed, table));
		try {
			T item = callbacks().beforeSave(prepared.item(), table);
			ItemUpdate difference = this.updatePlanner.differenceOfPrepared(former, item);
			this.sender.send(this.updatePlanner.update(item.getClass(), item, difference, AuditStamp.none()), "update");
			this.sender.onRollback(prepared::restore);
			return saved(item, table);
		}
		catch (RuntimeException ex) {
			prepared.restore();
			throw ex;
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T upsert(T item) {
		Assert.notNull(item, "Item must not be null");
		String table = table(item);
		T prepared = callbacks().beforeSave(callbacks().beforeConvert(item, table), table);
		ItemUpdater<T> updater = updater((Class<T>) prepared.getClass());
		Map<String, AttributeValue> stored = updater.upsert(prepared);
		return saved(stored.isEmpty() ? prepared : updater.toItem(stored), table);
	}

	@Override
	public <T> UpdateOperation<T> update(Class<T> type, Object id) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(id, "Id must not be null");
		return new DefaultUpdateOperation<>(updater(type), id, ItemUpdate.of(Update.empty()), false);
	}

	@Override
	public <T> PreparedItemUpdate<T> prepare(UpdateDefinition<T> definition) {
		Assert.notNull(definition, "Update must not be null");
		return updater(definition.type()).prepare(definition);
	}

	@Override
	public <T> PreparedItemDelete<T> prepare(DeleteDefinition<T> definition) {
		Assert.notNull(definition, "Deletion must not be null");
		PreparedDelete prepared = this.planner.prepareDelete(definition.type(), definition.terms(),
				definition.isRequired(), definition.parameters());
		return new PreparedWrites.Deleting<>(prepared, definition.name(), this.planner, this.sender,
				updater(definition.type())::toItem);
	}

	@Override
	public void patch(Class<?> type, Object id, Update update) {
		patching(type, id, update).execute();
	}

	@Override
	public <T> T patchAndReturn(Class<T> type, Object id, Update update) {
		return patching(type, id, update).returning(ReturnedItem.ALL_NEW);
	}

	private <T> UpdateOperation<T> patching(Class<T> type, Object id, Update update) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(id, "Id must not be null");
		Assert.notNull(update, "Update must not be null");
		return new DefaultUpdateOperation<>(updater(type), id, ItemUpdate.of(update), false);
	}

	@Override
	public void check(Class<?> type, Object id, Write write) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(id, "Id must not be null");
		Assert.notNull(write, "Write must not be null");
		this.sender.send(this.planner.check(type, id, write.terms()), "check");
	}

	@Override
	public void delete(Object item) {
		Assert.notNull(item, "Item must not be null");
		FreshPlan.send(() -> this.sender.send(this.planner.delete(item), "delete"));
	}

	@Override
	public void delete(Object item, Write write) {
		Assert.notNull(item, "Item must not be null");
		Assert.notNull(write, "Write must not be null");
		FreshPlan.send(() -> this.sender.send(this.planner.delete(item, write.terms()), "delete"));
	}

	@Override
	public void delete(Class<?> type, Object id) {
		delete(type, id, WriteTerms.none());
	}

	@Override
	public void delete(Class<?> type, Object id, Write write) {
		Assert.notNull(write, "Write must not be null");
		delete(type, id, write.terms());
	}

	@Override
	public <T> Optional<T> delete(Class<T> type, Object id, Write.ReturningOld write) {
		Assert.notNull(write, "Write must not be null");
		Map<String, AttributeValue> deleted = delete(type, id, write.terms());
		return deleted.isEmpty() ? Optional.empty() : Optional.of(updater(type).toItem(deleted));
	}

	private Map<String, AttributeValue> delete(Class<?> type, Object id, WriteTerms terms) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(id, "Id must not be null");
		return FreshPlan.send(() -> this.sender.send(this.planner.delete(type, id, terms), "delete"));
	}

	@SuppressWarnings("unchecked")
	private <T> ItemUpdater<T> updater(Class<T> type) {
		ItemUpdater<?> updater = this.updaters.get(type);
		if (updater == null) {
			updater = new ItemUpdater<>(type, this.template.context().getRequiredPersistentEntity(type),
					this.updatePlanner, this.sender, this.template.executor(), this.template.converter(),
					this.template::callbacks);
			this.updaters.put(type, updater);
		}
		return (ItemUpdater<T>) updater;
	}

}
