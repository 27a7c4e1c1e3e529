package io.dkmio.core;

import io.dkmio.core.client.ConditionRefusal;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteChannel;
import io.dkmio.core.write.WriteCondition;
import io.dkmio.core.write.WriteSet;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Sends planned writes, and says what a refusal means.
 */
final class WriteSender {

	private final DynamoExecutor executor;

	WriteSender(DynamoExecutor executor) {
		this.executor = executor;
	}

	void send(WriteSet writes, String name) {
		Channel channel = new Channel(name);
		writes.actions().forEach((action) -> action.sendTo(channel));
	}

	private static DynamoOperation operation(String name, WriteAction action) {
		DynamoOperation operation = Operations.of(name, action.type());
		WriteCondition condition = action.condition();
		return (condition != null) ? operation.withRefusal(refusal(condition)) : operation;
	}

	private static ConditionRefusal refusal(WriteCondition condition) {
		return switch (condition.meaning()) {
			case ABSENT -> ConditionRefusal.insert();
			case VERSION -> ConditionRefusal.version();
			case APPLICATION -> ConditionRefusal.named(condition.name());
		};
	}

	/**
	 * Sends the actions of one operation, each by itself.
	 */
	private final class Channel implements WriteChannel {

		private final String name;

		private Channel(String name) {
			this.name = name;
		}

		@Override
		public void put(PutItemRequest request, WriteAction.Put action) {
			WriteSender.this.executor.putItem(request, operation(this.name, action));
		}

		@Override
		public void delete(DeleteItemRequest request, WriteAction.Delete action) {
			WriteSender.this.executor.deleteItem(request, operation(this.name, action));
		}

	}

}
