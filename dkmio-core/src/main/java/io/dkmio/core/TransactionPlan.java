package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentActions;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.write.AuditStamp;
import io.dkmio.core.write.ItemUpdate;
import io.dkmio.core.write.NamedCondition;
import io.dkmio.core.write.PreparedItem;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteSet;
import io.dkmio.core.write.WriteTerms;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.util.Assert;

/**
 * The writes of one transaction while they are named. What is built up by several calls
 * is planned when the next write is named, or the last one was.
 */
final class TransactionPlan implements TransactionWrites {

	private final DynamoTemplate dynamo;

	private final WriteBuffer buffer;

	private @Nullable PendingWrite pending;

	TransactionPlan(DynamoTemplate dynamo, WriteBuffer buffer) {
		this.dynamo = dynamo;
		this.buffer = buffer;
	}

	@Override
	public <T> T insert(T item) {
		Assert.notNull(item, "Item must not be null");
		return store(item, "insert", this.dynamo.planner()::prepareInsert, this.dynamo.planner()::insert);
	}

	@Override
	public <T> T put(T item) {
		return put(item, WriteTerms.none());
	}

	@Override
	public <T> T put(T item, Write write) {
		Assert.notNull(write, "Write must not be null");
		return put(item, write.terms());
	}

	private <T> T put(T item, WriteTerms terms) {
		Assert.notNull(item, "Item must not be null");
		return store(item, "put", this.dynamo.planner()::prepare,
				(prepared) -> this.dynamo.planner().put(prepared, terms));
	}

	@Override
	public <T> T update(T item) {
		Assert.notNull(item, "Item must not be null");
		return store(item, "update", this.dynamo.planner()::prepare,
				(prepared) -> this.dynamo.planner().replace(prepared, WriteTerms.none()));
	}

	private <T> T store(T item, String name, Function<T, PreparedItem<T>> prepare, Function<Object, WriteSet> plan) {
		this.dynamo.halfReadItems().refuse(item, name);
		flush();
		String table = this.dynamo.planner().tableOf(item.getClass());
		PreparedItem<T> prepared = prepare.apply(this.dynamo.callbacks().beforeConvert(item, table));
		this.buffer.onRollback(prepared::restore);
		T stored = this.dynamo.callbacks().beforeSave(prepared.item(), table);
		this.buffer.add(plan.apply(stored), name);
		this.buffer.onCommit(() -> this.dynamo.callbacks().afterSave(stored, table));
		return stored;
	}

	@Override
	public TransactionUpdate update(Class<?> type, Object id) {
		checkId(type, id);
		return pending(new PlannedUpdate(type, id));
	}

	@Override
	public void patch(Class<?> type, Object id, Update update) {
		Assert.notNull(update, "Update must not be null");
		PlannedUpdate planned = new PlannedUpdate(type, id);
		planned.update = ItemUpdate.of(update);
		pending(planned);
	}

	@Override
	public void delete(Object item) {
		Assert.notNull(item, "Item must not be null");
		flush();
		this.buffer.add(this.dynamo.planner().delete(item), "delete");
	}

	@Override
	public TransactionCondition delete(Class<?> type, Object id) {
		checkId(type, id);
		return pending(new PlannedCondition(type.getSimpleName(), "delete",
				(terms) -> this.dynamo.planner().delete(type, id, terms)));
	}

	@Override
	public TransactionCondition check(Class<?> type, Object id) {
		checkId(type, id);
		return pending(new PlannedCondition(type.getSimpleName(), "check",
				(terms) -> this.dynamo.planner().check(type, id, terms)));
	}

	private static void checkId(Class<?> type, Object id) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(id, "Id must not be null");
	}

	@Override
	public void insert(Table table, Document document) {
		add(DocumentActions.of(table).insert(document), "insert");
	}

	@Override
	public void put(Table table, Document document) {
		add(DocumentActions.of(table).put(document, WriteTerms.none()), "put");
	}

	@Override
	public void put(Table table, Document document, Write write) {
		Assert.notNull(write, "Write must not be null");
		add(DocumentActions.of(table).put(document, write.terms()), "put");
	}

	private void add(WriteAction action, String name) {
		flush();
		this.buffer.add(WriteSet.of(action), name);
	}

	@Override
	public TransactionDocumentUpdate update(Table table, Key key) {
		return pending(new PlannedDocumentUpdate(DocumentActions.of(table), key));
	}

	@Override
	public TransactionCondition delete(Table table, Key key) {
		DocumentActions actions = DocumentActions.of(table);
		actions.key("delete", key);
		return pending(new PlannedCondition("Document", "delete", (terms) -> WriteSet.of(actions.delete(key, terms))));
	}

	@Override
	public TransactionCondition check(Table table, Key key) {
		DocumentActions actions = DocumentActions.of(table);
		actions.key("check", key);
		return pending(new PlannedCondition("Document", "check", (terms) -> WriteSet.of(actions.check(key, terms))));
	}

	private <P extends PendingWrite> P pending(P write) {
		flush();
		this.pending = write;
		return write;
	}

	/**
	 * Plans what is still being built up.
	 */
	void flush() {
		PendingWrite write = this.pending;
		this.pending = null;
		if (write != null) {
			this.buffer.add(write.planned(), write.name());
		}
	}

	/**
	 * A deletion or a check.
	 */
	private static final class PlannedCondition extends PendingWrite implements TransactionCondition {

		private final Function<WriteTerms, WriteSet> plan;

		private final List<NamedCondition> conditions = new ArrayList<>();

		PlannedCondition(String type, String name, Function<WriteTerms, WriteSet> plan) {
			super(type, name);
			this.plan = plan;
		}

		@Override
		public TransactionCondition when(Condition condition) {
			return when(new NamedCondition(condition, null));
		}

		@Override
		public TransactionCondition when(Condition condition, String name) {
			return when(new NamedCondition(condition, name));
		}

		private TransactionCondition when(NamedCondition condition) {
			change();
			this.conditions.add(condition);
			return this;
		}

		@Override
		WriteSet plan() {
			return this.plan.apply(new WriteTerms(this.conditions, ReturnValue.NONE));
		}

	}

	/**
	 * An update.
	 */
	private final class PlannedUpdate extends PendingWrite implements TransactionUpdate {

		private final Class<?> type;

		private final Object id;

		private ItemUpdate update = ItemUpdate.of(Update.empty());

		PlannedUpdate(Class<?> type, Object id) {
			super(type.getSimpleName(), "update");
			this.type = type;
			this.id = id;
		}

		private TransactionUpdate of(ItemUpdate update) {
			change();
			this.update = update;
			return this;
		}

		@Override
		public TransactionUpdate with(UpdateAction action) {
			return of(this.update.withUpdate(this.update.update().with(action)));
		}

		@Override
		public TransactionUpdate when(Condition condition) {
			return of(this.update.withCondition(new NamedCondition(condition, null)));
		}

		@Override
		public TransactionUpdate when(Condition condition, String name) {
			return of(this.update.withCondition(new NamedCondition(condition, name)));
		}

		@Override
		public TransactionUpdate with(String property, @Nullable Object value) {
			AttributePath path = AttributePath.parse(property);
			Assert.isTrue(path.isTopLevel(), "Keys are composed of an item's own properties, so only those are given");
			return of(this.update.withKnown(new ItemUpdate.Known(path, value, false)));
		}

		@Override
		public TransactionUpdate expectVersion(long version) {
			return of(this.update.withExpectedVersion(version));
		}

		@Override
		public TransactionUpdate upsert() {
			return of(this.update.withUpsert());
		}

		@Override
		WriteSet plan() {
			DynamoTemplate dynamo = TransactionPlan.this.dynamo;
			AuditStamp stamp = dynamo.callbacks().stamp(dynamo.tableOf(this.type));
			return dynamo.updatePlanner().update(this.type, this.id, this.update, stamp);
		}

	}

}
