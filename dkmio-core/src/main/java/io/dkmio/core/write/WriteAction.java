package io.dkmio.core.write;

import java.util.LinkedHashMap;
import java.util.Map;

import io.dkmio.core.convert.JsonItem;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.StoredType;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One write to one item. It can be sent by itself or as an action of a transaction; in
 * both cases the item that refuses it comes back with the refusal.
 *
 * @since 1.0
 */
public sealed interface WriteAction {

	/**
	 * The type of the item, or the documents of a table.
	 * @return the type
	 */
	StoredType type();

	/**
	 * The primary key of the item.
	 * @return the key attributes
	 */
	Map<String, AttributeValue> key();

	/**
	 * What must hold for the write to happen.
	 * @return the condition, or {@code null} for none
	 */
	@Nullable WriteCondition condition();

	/**
	 * Sends this action by itself.
	 * @param channel where to
	 * @return the attributes the action asks to be returned, empty for none
	 */
	Map<String, AttributeValue> sendTo(WriteChannel channel);

	/**
	 * This action as a part of a transaction, which returns no attributes.
	 * @return the part
	 */
	TransactWriteItem toTransactItem();

	/**
	 * The table as DynamoDB knows it.
	 * @return the table's name
	 */
	default String tableName() {
		return type().getRequiredTable().name();
	}

	/**
	 * Writes an item as a whole. If it is a {@link JsonItem}, requests have an empty item
	 * in its place, and who sends them sends the JSON along.
	 *
	 * @param type the type of the item
	 * @param item the item's attributes
	 * @param condition what must hold, or {@code null}
	 * @param returning what comes back if it is sent by itself: nothing or the replaced
	 * item
	 */
	record Put(StoredType type, Map<String, AttributeValue> item, @Nullable WriteCondition condition,
			ReturnValue returning) implements WriteAction {

		/**
		 * A put that returns nothing.
		 * @param type the type of the item
		 * @param item the item's attributes
		 * @param condition what must hold, or {@code null}
		 */
		public Put(StoredType type, Map<String, AttributeValue> item, @Nullable WriteCondition condition) {
			this(type, item, condition, ReturnValue.NONE);
		}

		@Override
		public Map<String, AttributeValue> key() {
			return keyOf(this.type.getRequiredTable(), this.item);
		}

		/** JSON has a place in the request, and goes along with it. */
		private Map<String, AttributeValue> placed() {
			return (this.item instanceof JsonItem) ? Map.of() : this.item;
		}

		@Override
		public Map<String, AttributeValue> sendTo(WriteChannel channel) {
			return channel.put(toRequest(), this);
		}

		/**
		 * The request that does this action by itself.
		 * @return the request, to be built
		 */
		public PutItemRequest.Builder toRequest() {
			PutItemRequest.Builder request = PutItemRequest.builder()
				.tableName(tableName())
				.item(placed())
				.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
			if (this.returning != ReturnValue.NONE) {
				request.returnValues(this.returning);
			}
			WriteCondition condition = this.condition;
			if (condition != null) {
				request.conditionExpression(condition.expression())
					.expressionAttributeNames(condition.names())
					.expressionAttributeValues(orNull(condition.values()))
					.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
			}
			return request;
		}

		@Override
		public TransactWriteItem toTransactItem() {
			return TransactWriteItem.builder().put((put) -> {
				put.tableName(tableName()).item(placed());
				WriteCondition condition = this.condition;
				if (condition != null) {
					put.conditionExpression(condition.expression())
						.expressionAttributeNames(condition.names())
						.expressionAttributeValues(orNull(condition.values()))
						.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
				}
			}).build();
		}

		/** Says what is written where: values stay out of logs. */
		@Override
		public String toString() {
			return describe("put", this);
		}

	}

	/**
	 * Changes attributes of an item.
	 *
	 * @param type the type of the item
	 * @param key the item's primary key
	 * @param update the update expression
	 * @param names the attribute names behind the placeholders of the update and of the
	 * condition
	 * @param values the values behind the placeholders of both
	 * @param condition what must hold, or {@code null}
	 * @param returning what comes back if it is sent by itself
	 * @param outcome what holds for the item after the update and did not before, as far
	 * as it is known; tells an update that was done from one that was not
	 */
	record Update(StoredType type, Map<String, AttributeValue> key, String update, Map<String, String> names,
			Map<String, AttributeValue> values, @Nullable WriteCondition condition, ReturnValue returning,
			@Nullable Condition outcome) implements WriteAction {

		/**
		 * An update whose outcome is not known.
		 * @param type the type of the item
		 * @param key the item's primary key
		 * @param update the update expression
		 * @param names the attribute names behind the placeholders
		 * @param values the values behind the placeholders
		 * @param condition what must hold, or {@code null}
		 * @param returning what comes back if it is sent by itself
		 */
		public Update(StoredType type, Map<String, AttributeValue> key, String update, Map<String, String> names,
				Map<String, AttributeValue> values, @Nullable WriteCondition condition, ReturnValue returning) {
			this(type, key, update, names, values, condition, returning, null);
		}

		@Override
		public Map<String, AttributeValue> sendTo(WriteChannel channel) {
			return channel.update(toRequest(), this);
		}

		/**
		 * The request that does this action by itself.
		 * @return the request, to be built
		 */
		public UpdateItemRequest.Builder toRequest() {
			UpdateItemRequest.Builder request = UpdateItemRequest.builder()
				.tableName(tableName())
				.key(this.key)
				.updateExpression(this.update)
				.expressionAttributeNames(this.names)
				.expressionAttributeValues(orNull(this.values))
				.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
			if (this.returning != ReturnValue.NONE) {
				request.returnValues(this.returning);
			}
			WriteCondition condition = this.condition;
			if (condition != null) {
				request.conditionExpression(condition.expression())
					.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
			}
			return request;
		}

		@Override
		public TransactWriteItem toTransactItem() {
			return TransactWriteItem.builder().update((update) -> {
				update.tableName(tableName())
					.key(this.key)
					.updateExpression(this.update)
					.expressionAttributeNames(this.names)
					.expressionAttributeValues(orNull(this.values));
				WriteCondition condition = this.condition;
				if (condition != null) {
					update.conditionExpression(condition.expression())
						.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
				}
			}).build();
		}

		/** Says what is changed where: values stay out of logs. */
		@Override
		public String toString() {
			return describe("update", this) + ": " + this.update;
		}

	}

	/**
	 * Deletes an item.
	 *
	 * @param type the type of the item
	 * @param key the item's primary key
	 * @param condition what must hold, or {@code null}
	 * @param returning what comes back if it is sent by itself: nothing or the deleted
	 * item
	 */
	record Delete(StoredType type, Map<String, AttributeValue> key, @Nullable WriteCondition condition,
			ReturnValue returning) implements WriteAction {

		/**
		 * A deletion that returns nothing.
		 * @param type the type of the item
		 * @param key the item's primary key
		 * @param condition what must hold, or {@code null}
		 */
		public Delete(StoredType type, Map<String, AttributeValue> key, @Nullable WriteCondition condition) {
			this(type, key, condition, ReturnValue.NONE);
		}

		@Override
		public Map<String, AttributeValue> sendTo(WriteChannel channel) {
			return channel.delete(toRequest(), this);
		}

		/**
		 * The request that does this action by itself.
		 * @return the request, to be built
		 */
		public DeleteItemRequest.Builder toRequest() {
			DeleteItemRequest.Builder request = DeleteItemRequest.builder()
				.tableName(tableName())
				.key(this.key)
				.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
			if (this.returning != ReturnValue.NONE) {
				request.returnValues(this.returning);
			}
			WriteCondition condition = this.condition;
			if (condition != null) {
				request.conditionExpression(condition.expression())
					.expressionAttributeNames(condition.names())
					.expressionAttributeValues(orNull(condition.values()))
					.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
			}
			return request;
		}

		@Override
		public TransactWriteItem toTransactItem() {
			return TransactWriteItem.builder().delete((delete) -> {
				delete.tableName(tableName()).key(this.key);
				WriteCondition condition = this.condition;
				if (condition != null) {
					delete.conditionExpression(condition.expression())
						.expressionAttributeNames(condition.names())
						.expressionAttributeValues(orNull(condition.values()))
						.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
				}
			}).build();
		}

		/** Says what is deleted where: values stay out of logs. */
		@Override
		public String toString() {
			return describe("delete", this);
		}

	}

	/**
	 * Writes nothing: the other actions of the transaction happen only if the condition
	 * holds.
	 *
	 * @param type the type of the item
	 * @param key the item's primary key
	 * @param condition what must hold
	 */
	record Check(StoredType type, Map<String, AttributeValue> key, WriteCondition condition) implements WriteAction {

		@Override
		public Map<String, AttributeValue> sendTo(WriteChannel channel) {
			channel.check(this);
			return Map.of();
		}

		@Override
		public TransactWriteItem toTransactItem() {
			return TransactWriteItem.builder()
				.conditionCheck((check) -> check.tableName(tableName())
					.key(this.key)
					.conditionExpression(this.condition.expression())
					.expressionAttributeNames(this.condition.names())
					.expressionAttributeValues(orNull(this.condition.values()))
					.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
				.build();
		}

		/** Says what is checked where: values stay out of logs. */
		@Override
		public String toString() {
			return describe("check", this);
		}

	}

	private static Map<String, AttributeValue> keyOf(TableDefinition table, Map<String, AttributeValue> item) {
		Map<String, AttributeValue> key = new LinkedHashMap<>(4);
		table.primaryKeyNames().forEach((name) -> key.put(name, item.get(name)));
		return key;
	}

	/** DynamoDB refuses an empty map of values. */
	private static @Nullable Map<String, AttributeValue> orNull(Map<String, AttributeValue> values) {
		return values.isEmpty() ? null : values;
	}

	private static String describe(String verb, WriteAction action) {
		WriteCondition condition = action.condition();
		return verb + " " + action.type().getType().getSimpleName() + " in " + action.tableName()
				+ ((condition != null) ? " if " + condition : "");
	}

}
