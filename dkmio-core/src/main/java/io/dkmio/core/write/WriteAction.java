package io.dkmio.core.write;

import java.util.Map;

import io.dkmio.core.mapping.DynamoPersistentEntity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * One write to one item.
 *
 * @since 1.0
 */
public sealed interface WriteAction {

	/**
	 * The type of the item.
	 * @return the type
	 */
	DynamoPersistentEntity<?> type();

	/**
	 * What must hold for the write to happen.
	 * @return the condition, or {@code null} for none
	 */
	@Nullable WriteCondition condition();

	/**
	 * Sends this action by itself.
	 * @param channel where to
	 */
	void sendTo(WriteChannel channel);

	/**
	 * Writes an item as a whole.
	 *
	 * @param type the type of the item
	 * @param item the item's attributes
	 * @param condition what must hold, or {@code null}
	 */
	record Put(DynamoPersistentEntity<?> type, Map<String, AttributeValue> item,
			@Nullable WriteCondition condition) implements WriteAction {

		@Override
		public void sendTo(WriteChannel channel) {
			channel.put(toRequest(), this);
		}

		/**
		 * The request that does this action by itself.
		 * @return the request
		 */
		public PutItemRequest toRequest() {
			PutItemRequest.Builder request = PutItemRequest.builder()
				.tableName(this.type.getRequiredTable().name())
				.item(this.item)
				.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
			WriteCondition condition = this.condition;
			if (condition != null) {
				request.conditionExpression(condition.expression())
					.expressionAttributeNames(condition.names())
					.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
				if (!condition.values().isEmpty()) {
					request.expressionAttributeValues(condition.values());
				}
			}
			return request.build();
		}

		/** Says what is written where: values stay out of logs. */
		@Override
		public String toString() {
			return describe("put", this.type, this.condition);
		}

	}

	/**
	 * Deletes an item.
	 *
	 * @param type the type of the item
	 * @param key the item's primary key
	 * @param condition what must hold, or {@code null}
	 */
	record Delete(DynamoPersistentEntity<?> type, Map<String, AttributeValue> key,
			@Nullable WriteCondition condition) implements WriteAction {

		@Override
		public void sendTo(WriteChannel channel) {
			channel.delete(toRequest(), this);
		}

		/**
		 * The request that does this action by itself.
		 * @return the request
		 */
		public DeleteItemRequest toRequest() {
			DeleteItemRequest.Builder request = DeleteItemRequest.builder()
				.tableName(this.type.getRequiredTable().name())
				.key(this.key)
				.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
			WriteCondition condition = this.condition;
			if (condition != null) {
				request.conditionExpression(condition.expression())
					.expressionAttributeNames(condition.names())
					.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
				if (!condition.values().isEmpty()) {
					request.expressionAttributeValues(condition.values());
				}
			}
			return request.build();
		}

		/** Says what is deleted where: values stay out of logs. */
		@Override
		public String toString() {
			return describe("delete", this.type, this.condition);
		}

	}

	private static String describe(String verb, DynamoPersistentEntity<?> type, @Nullable WriteCondition condition) {
		return verb + " " + type.getType().getSimpleName() + " in " + type.getRequiredTable().name()
				+ ((condition != null) ? " if " + condition : "");
	}

}
