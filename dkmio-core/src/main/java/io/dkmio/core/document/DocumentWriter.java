package io.dkmio.core.document;

import java.util.Map;
import java.util.function.Supplier;

import io.dkmio.core.client.ConditionRefusal;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Conditions;
import io.dkmio.core.expression.ExpressionClauses;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.expression.PathResolver;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.expression.UpdateValue;
import io.dkmio.core.write.WriteAction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

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
	 * Puts a document.
	 * @return the document that was replaced if it is asked for
	 */
	@Nullable Document put(Map<String, AttributeValue> item, Condition condition, ReturnValue returning,
			DynamoOperation operation) {
		PutItemRequest.Builder request = PutItemRequest.builder()
			.tableName(this.keys.table().name())
			.item(item)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		Expressions expressions = expressions(condition, null);
		if (expressions.condition() != null) {
			request.conditionExpression(expressions.condition())
				.expressionAttributeNames(orNull(expressions.names()))
				.expressionAttributeValues(orNull(expressions.values()))
				.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
		}
		if (returning != ReturnValue.NONE) {
			request.returnValues(returning);
		}
		PutItemResponse response = this.access.executor().putItem(request.build(), operation);
		return document(response.hasAttributes(), response.attributes(), false);
	}

	/**
	 * Deletes a document.
	 * @return the document that was deleted if it is asked for
	 */
	@Nullable Document delete(Map<String, AttributeValue> key, Condition condition, ReturnValue returning,
			DynamoOperation operation) {
		DeleteItemRequest.Builder request = DeleteItemRequest.builder()
			.tableName(this.keys.table().name())
			.key(key)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		Expressions expressions = expressions(condition, null);
		if (expressions.condition() != null) {
			request.conditionExpression(expressions.condition())
				.expressionAttributeNames(orNull(expressions.names()))
				.expressionAttributeValues(orNull(expressions.values()))
				.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
		}
		if (returning != ReturnValue.NONE) {
			request.returnValues(returning);
		}
		DeleteItemResponse response = this.access.executor().deleteItem(request.build(), operation);
		return document(response.hasAttributes(), response.attributes(), false);
	}

	/**
	 * Updates a document.
	 * @return the attributes that are asked for
	 */
	@Nullable Document update(Map<String, AttributeValue> key, Update update, Condition condition, ReturnValue returning,
			DynamoOperation operation) {
		Expressions expressions = expressions(condition, update);
		UpdateItemRequest.Builder request = UpdateItemRequest.builder()
			.tableName(this.keys.table().name())
			.key(key)
			.updateExpression(expressions.update())
			.conditionExpression(expressions.condition())
			.expressionAttributeNames(orNull(expressions.names()))
			.expressionAttributeValues(orNull(expressions.values()))
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		if (expressions.condition() != null) {
			request.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
		}
		if (returning != ReturnValue.NONE) {
			request.returnValues(returning);
		}
		UpdateItemResponse response = this.access.executor().updateItem(request.build(), operation);
		boolean partial = returning == ReturnValue.UPDATED_NEW || returning == ReturnValue.UPDATED_OLD;
		return document(response.hasAttributes(), response.attributes(), partial);
	}

	Expressions expressions(Condition condition, @Nullable Update update) {
		Expressions expressions = ExpressionClauses.none()
			.withCondition(condition.isAlways() ? null : condition)
			.withUpdate(update)
			.render(PathResolver.identity(), this.access.encoder());
		if (expressions.isNever()) {
			throw new InvalidDataAccessApiUsageException("The condition of a write to " + this.keys.where()
					+ " can never hold, as of no candidates or of bounds in the wrong order. Check its values");
		}
		return expressions;
	}

	private static <V> @Nullable Map<String, V> orNull(Map<String, V> map) {
		return map.isEmpty() ? null : map;
	}

	private static @Nullable Document document(boolean present, Map<String, AttributeValue> attributes,
			boolean partial) {
		return (present && !attributes.isEmpty()) ? DocumentValues.decode(attributes, partial) : null;
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

	/**
	 * Makes a write a part of the transaction of this thread.
	 * @return whether there is one
	 */
	boolean join(Supplier<WriteAction> action, String name) {
		return this.access.transactions().join(action, name);
	}

	TableKeys keys() {
		return this.keys;
	}

}
