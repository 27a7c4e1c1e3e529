package io.dkmio.core;

import java.util.Map;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.ItemIdentity;
import io.dkmio.core.write.WriteAction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An action that is not sent yet.
 *
 * @param action the action
 * @param name what the application asked for
 */
record BufferedWrite(WriteAction action, WriteName name) {

	/**
	 * The same write, done by another action.
	 */
	BufferedWrite with(WriteAction action) {
		return new BufferedWrite(action, this.name);
	}

	/**
	 * Names what the application asked for.
	 */
	DynamoOperation operation() {
		return Operations.of(this.name.operation(), this.action.type(), this.name.method());
	}

	ItemIdentity identity() {
		return ItemIdentity.of(this.action.tableName(), this.action.key());
	}

	/**
	 * The item as this action leaves it.
	 * @return the item, empty if there is none, {@code null} if it depends on what is
	 * stored
	 */
	@Nullable Map<String, AttributeValue> result() {
		if (this.action instanceof WriteAction.Put put) {
			return put.item();
		}
		return (this.action instanceof WriteAction.Delete) ? Map.of() : null;
	}

	/**
	 * Names the action in the middle of a sentence.
	 */
	String describe() {
		return "'" + this.name.operation() + "' of " + this.action.type().getType().getSimpleName()
				+ ((this.name.method() != null) ? " (" + this.name.method() + ")" : "");
	}

}
