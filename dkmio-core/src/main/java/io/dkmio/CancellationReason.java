package io.dkmio;

import java.io.Serializable;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Why one action of a transaction was, or was not, the reason to cancel it.
 *
 * @param position the position of the action in the transaction, from 0
 * @param code the code, such as {@code ConditionalCheckFailed}, or {@link #NONE}
 * @param message the text of DynamoDB, which may contain values and therefore is in no
 * message of this library
 * @param item the item as it is stored, if it was asked for; otherwise empty
 * @since 1.0
 */
public record CancellationReason(int position, String code, @Nullable String message,
		Map<String, AttributeValue> item) implements Serializable {

	/** The code of an action that was not to blame. */
	public static final String NONE = "None";

	public CancellationReason {
		item = Map.copyOf(item);
	}

	/**
	 * Whether this action was to blame.
	 * @return {@code false} if the code is {@link #NONE}
	 */
	public boolean isFailure() {
		return !NONE.equals(this.code);
	}

	/**
	 * The position and the code, and nothing of the item.
	 */
	@Override
	public String toString() {
		return "action " + this.position + ": " + this.code;
	}

}
