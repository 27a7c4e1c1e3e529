package io.dkmio.core.document;

import java.util.Map;
import java.util.function.Supplier;

import io.dkmio.core.client.ConditionRefusal;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Conditions;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.expression.UpdateValue;
import io.dkmio.core.write.WriteAction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Makes and sends the writes of single documents.
 */
final class DocumentWriter {

	private final TableAccess access;

	private final TableKeys keys;

	private final DocumentActions actions;

	DocumentWriter(TableAccess access, TableKeys keys) {
		this.access = access;
		this.keys = keys;
		this.actions = new DocumentActions(access, keys, this);
	}

	/**
	 * The attributes of a document that can be stored.
	 */
	Map<String, AttributeValue> item(Document document) {
		if (document.isPartial()) {
			throw new InvalidDataAccessApiUsageException("A document that was read in part cannot be put into "
					+ this.keys.where() + ": the attributes that were not read would be lost. Use update(…), or read"
					+ " it whole; Document.of(document) makes a whole one of what is there");
		}
		Map<String, AttributeValue> item = document.toItem();
		this.keys.check(item);
		return item;
	}

	/**
	 * Checks a change of a document.
	 */
	void check(UpdateAction action) {
		if (this.keys.names().contains(action.path().root())) {
			throw new InvalidDataAccessApiUsageException(
					"'" + action.path() + "' is a key attribute of " + this.keys.where()
							+ ", which cannot be updated. Put a document with the other key, and delete this one");
		}
		if (action instanceof UpdateAction.Set set && set.path().isTopLevel()
				&& set.value() instanceof UpdateValue.Plain plain && plain.operand() instanceof Operand.Value value) {
			checkExpiry(set.path(), value.value());
		}
	}

	private void checkExpiry(AttributePath path, Object value) {
		if (path.root().equals(this.keys.table().timeToLiveAttribute())) {
			this.keys.checkExpiry(path.root(), (value instanceof AttributeValue attribute) ? attribute
					: this.access.encoder().encode(path, value));
		}
	}

	/**
	 * Sends a write, or makes it a part of the transaction of this thread.
	 */
	void write(Supplier<WriteAction> action, DynamoOperation operation) {
		if (!this.access.transactions().join(action, operation.name())) {
			send(action.get(), operation);
		}
	}

	/**
	 * Sends a write by itself, and knows whether it was done.
	 * @return the attributes it asks to be returned, empty for none
	 */
	Map<String, AttributeValue> send(WriteAction action, DynamoOperation operation) {
		return action.sendTo(new SingleWrite(this.access.executor(), operation));
	}

	/**
	 * The condition that a document exists.
	 */
	Condition exists() {
		return Conditions.attribute(AttributePath.of(this.keys.table().partitionKey().name())).exists();
	}

	Condition notExists() {
		return Conditions.attribute(AttributePath.of(this.keys.table().partitionKey().name())).notExists();
	}

	DynamoOperation operation(String name) {
		return DynamoOperation.of(name).withTable(this.keys.table().name(), this.keys.table().logicalName());
	}

	DynamoOperation operation(String name, ConditionRefusal refusal) {
		return operation(name).withRefusal(refusal);
	}

	/**
	 * The writes as parts of transactions and batches.
	 */
	DocumentActions actions() {
		return this.actions;
	}

	TableKeys keys() {
		return this.keys;
	}

}
