package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentActions;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.write.EntityWritePlanner;
import io.dkmio.core.write.PreparedItem;
import io.dkmio.core.write.WriteSet;
import io.dkmio.core.write.WriteTerms;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * The writes of one batch, planned one after the other. One that cannot be planned names
 * itself, and nothing is sent.
 */
final class BatchPlan implements BatchWriteSpec {

	private final String name;

	private final DynamoMappingContext context;

	private final EntityWritePlanner planner;

	private final ItemCallbacks callbacks;

	private final List<PlannedWrite> writes = new ArrayList<>();

	private final HalfReadItems halfReadItems;

	BatchPlan(String name, DynamoMappingContext context, EntityWritePlanner planner, ItemCallbacks callbacks,
			HalfReadItems halfReadItems) {
		this.halfReadItems = halfReadItems;
		this.name = name;
		this.context = context;
		this.planner = planner;
		this.callbacks = callbacks;
	}

	/**
	 * The writes so far.
	 */
	List<PlannedWrite> writes() {
		return this.writes;
	}

	/**
	 * The name of the operation.
	 */
	String name() {
		return this.name;
	}

	@Override
	public BatchPlan put(Object item) {
		return add(item, () -> store(item, this.planner::prepare, this.planner::put));
	}

	@Override
	public BatchPlan insert(Object item) {
		return add(item, () -> store(item, this.planner::prepareInsert, this.planner::insert));
	}

	@Override
	public BatchPlan delete(Object item) {
		return add(item, () -> new PlannedWrite(item, null, this.planner.delete(item), PlannedWrite.NOTHING));
	}

	@Override
	public BatchPlan delete(Class<?> type, Object id) {
		Assert.notNull(type, "Type must not be null");
		return add(id, () -> new PlannedWrite(id, null, this.planner.delete(type, id), PlannedWrite.NOTHING));
	}

	@Override
	public BatchPlan put(Table table, Document document) {
		DocumentActions actions = DocumentActions.of(table);
		return add(document, () -> new PlannedWrite(document, document,
				WriteSet.of(actions.put(document, WriteTerms.none())), PlannedWrite.NOTHING));
	}

	@Override
	public BatchPlan delete(Table table, Key key) {
		DocumentActions actions = DocumentActions.of(table);
		return add(key, () -> new PlannedWrite(key, null, WriteSet.of(actions.delete(key, WriteTerms.none())),
				PlannedWrite.NOTHING));
	}

	private PlannedWrite store(Object item, Function<Object, PreparedItem<Object>> prepare,
			Function<Object, WriteSet> plan) {
		this.halfReadItems.refuse(item, "write");
		String table = table(item);
		PreparedItem<Object> prepared = prepare.apply(this.callbacks.beforeConvert(item, table));
		try {
			Object stored = this.callbacks.beforeSave(prepared.item(), table);
			return new PlannedWrite(item, stored, plan.apply(stored), prepared::restore);
		}
		catch (RuntimeException ex) {
			prepared.restore();
			throw ex;
		}
	}

	private BatchPlan add(Object given, Supplier<PlannedWrite> write) {
		try {
			Assert.notNull(given, () -> "Element " + this.writes.size() + " of " + this.name + " must not be null");
			this.writes.add(write.get());
			return this;
		}
		catch (RuntimeException ex) {
			undo();
			throw (ex instanceof DataAccessException) ? named(given, ex) : ex;
		}
	}

	/**
	 * Gives items that were changed in place their versions back.
	 */
	void undo() {
		for (int i = this.writes.size() - 1; i >= 0; i--) {
			this.writes.get(i).undo().run();
		}
	}

	private InvalidDataAccessApiUsageException named(Object given, RuntimeException ex) {
		return new InvalidDataAccessApiUsageException("Element " + this.writes.size() + " of " + this.name
				+ ", of type " + ClassUtils.getUserClass(given).getSimpleName()
				+ ", cannot be written, and nothing was sent: " + ex.getMessage(), ex);
	}

	/**
	 * Tells the callbacks that the items are stored.
	 * @return the items as stored
	 */
	List<Object> stored() {
		return this.writes.stream().filter((write) -> write.stored() != null).map(this::done).toList();
	}

	/**
	 * The items as they will be stored when the transaction commits.
	 */
	List<Object> kept() {
		return this.writes.stream().map(PlannedWrite::stored).filter(Objects::nonNull).map(Object.class::cast).toList();
	}

	/**
	 * Tells the callbacks that a write was done.
	 * @return what the application is told was done
	 */
	Object done(PlannedWrite write) {
		Object stored = write.stored();
		if (stored instanceof Document) {
			return stored;
		}
		return (stored != null) ? this.callbacks.afterSave(stored, write.action().tableName()) : write.given();
	}

	private String table(Object item) {
		return this.context.getRequiredPersistentEntity(item.getClass()).getRequiredTable().name();
	}

}
