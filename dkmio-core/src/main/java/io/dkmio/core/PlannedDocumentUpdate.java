package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.document.DocumentActions;
import io.dkmio.core.document.Key;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.write.NamedCondition;
import io.dkmio.core.write.WriteSet;
import io.dkmio.core.write.WriteTerms;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.util.Assert;

/**
 * An update of a document in a transaction.
 */
final class PlannedDocumentUpdate extends PendingWrite implements TransactionDocumentUpdate {

	private final DocumentActions actions;

	private final Key key;

	private final List<NamedCondition> conditions = new ArrayList<>();

	private Update update = Update.empty();

	private boolean upsert;

	PlannedDocumentUpdate(DocumentActions actions, Key key) {
		super("Document", "update");
		actions.key("update", key);
		this.actions = actions;
		this.key = key;
	}

	@Override
	public TransactionDocumentUpdate with(UpdateAction action) {
		Assert.notNull(action, "Action must not be null");
		change();
		this.actions.check(action);
		this.update = this.update.with(action);
		return this;
	}

	@Override
	public TransactionDocumentUpdate when(Condition condition) {
		return when(new NamedCondition(condition, null));
	}

	@Override
	public TransactionDocumentUpdate when(Condition condition, String name) {
		return when(new NamedCondition(condition, name));
	}

	private TransactionDocumentUpdate when(NamedCondition condition) {
		change();
		this.conditions.add(condition);
		return this;
	}

	@Override
	public TransactionDocumentUpdate upsert() {
		change();
		this.upsert = true;
		return this;
	}

	@Override
	WriteSet plan() {
		WriteTerms terms = new WriteTerms(this.conditions, ReturnValue.NONE);
		return WriteSet.of(this.actions.update(this.key, this.update, terms, this.upsert));
	}

}
