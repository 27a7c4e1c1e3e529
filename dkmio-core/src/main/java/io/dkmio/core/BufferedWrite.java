package io.dkmio.core;

import java.util.Map;

import io.dkmio.core.client.ItemIdentity;
import io.dkmio.core.write.WriteAction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An action of a transaction that is not sent yet.
 *
 * @param action the action
 * @param name the name of the operation the application asked for
 */
record BufferedWrite(WriteAction action, String name) {

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
		return "'" + this.name + "' of " + this.action.type().getType().getSimpleName();
	}

}
