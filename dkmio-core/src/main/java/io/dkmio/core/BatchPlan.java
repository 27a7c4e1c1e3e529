package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.dkmio.core.client.BatchWrite;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentActions;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;
import io.dkmio.core.write.EntityWritePlanner;
import io.dkmio.core.write.PreparedItem;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteSet;
import io.dkmio.core.write.WriteTerms;
import org.jspecify.annotations.Nullable;

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

	private final EntityWritePlanner planner;

	private final ItemCallbacks callbacks;

	private final HalfReadItems halfReadItems;

	private final List<PlannedWrite> writes = new ArrayList<>();

	private final List<@Nullable BatchWrite> batchWrites = new ArrayList<>();

	private @Nullable DynamoOperation operation;

	BatchPlan(String name, EntityWritePlanner planner, ItemCallbacks callbacks, HalfReadItems halfReadItems) {
		this.name = name;
		this.planner = planner;
		this.callbacks = callbacks;
		this.halfReadItems = halfReadItems;
	}

	/**
	 * The writes so far.
	 */
	List<PlannedWrite> writes() {
		return this.writes;
	}

	/**
	 * One of the writes as one of a batch.
	 * @return the write, or {@code null} if a batch cannot do it
	 */
	@Nullable BatchWrite batchWrite(int position) {
		return this.batchWrites.get(position);
	}

	/**
	 * What the application asked for, with the table and the type if all writes have the
	 * same.
	 */
	DynamoOperation operation() {
		return (this.operation != null) ? this.operation : DynamoOperation.of(this.name);
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
			PlannedWrite planned = write.get();
			this.writes.add(planned);
			this.batchWrites.add(planned.toBatchWrite());
			this.operation = withoutOthers(planned.action());
			return this;
		}
		catch (RuntimeException ex) {
			undo();
			throw (ex instanceof DataAccessException) ? named(given, ex) : ex;
		}
	}

	private DynamoOperation withoutOthers(WriteAction action) {
		WriteAction first = this.writes.get(0).action();
		DynamoOperation operation = this.operation;
		if (operation == null) {
			return Operations.of(this.name, action.type());
		}
		if (!action.tableName().equals(first.tableName())) {
			return DynamoOperation.of(this.name);
		}
		boolean other = operation.itemType() != null && !action.type().equals(first.type());
		return other ? operation.withItemType(null) : operation;
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
		return this.planner.tableOf(item.getClass());
	}

}
