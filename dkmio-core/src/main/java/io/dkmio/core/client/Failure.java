package io.dkmio.core.client;

import java.util.List;
import java.util.Map;

import io.dkmio.FailedOperation;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is known about a failure before it has a class.
 *
 * @param operation what the application asked for
 * @param action the call that failed
 * @param place where in the request, such as {@code action 3}
 * @param code the code without namespace
 * @param requestId the id AWS support asks for
 * @param serverText the text of DynamoDB, which may contain values
 * @param throttlingReasons why it was throttled
 * @param item the item as it is stored
 * @param position the position in the transaction
 * @param cause the exception to give as the cause
 */
record Failure(DynamoOperation operation, @Nullable DynamoAction<?, ?> action, @Nullable String place,
		@Nullable String code, @Nullable String requestId, @Nullable String serverText, List<String> throttlingReasons,
		Map<String, AttributeValue> item, int position, Throwable cause) {

	/** The name of the operation if nothing is known about it. */
	static final String UNKNOWN = "unknown";

	static Failure of(DynamoOperation operation, @Nullable DynamoAction<?, ?> action, Throwable cause) {
		return new Failure(operation, action, null, null, null, null, List.of(), Map.of(), 0, cause);
	}

	Failure withAnswer(@Nullable String code, @Nullable String requestId, @Nullable String serverText) {
		return new Failure(this.operation, this.action, this.place, code, requestId, serverText, this.throttlingReasons,
				this.item, this.position, this.cause);
	}

	Failure withThrottlingReasons(List<String> throttlingReasons) {
		return new Failure(this.operation, this.action, this.place, this.code, this.requestId, this.serverText,
				throttlingReasons, this.item, this.position, this.cause);
	}

	Failure withItem(Map<String, AttributeValue> item) {
		return new Failure(this.operation, this.action, this.place, this.code, this.requestId, this.serverText,
				this.throttlingReasons, item, this.position, this.cause);
	}

	Failure at(int position, String code, @Nullable String serverText, Map<String, AttributeValue> item,
			Throwable cause) {
		return new Failure(this.operation.part(position), this.action, "action " + position + " of the transaction",
				code, this.requestId, serverText, this.throttlingReasons, item, position, cause);
	}

	boolean isWrite() {
		return this.action != null && this.action.kind() == DynamoAction.Kind.WRITE;
	}

	boolean isControl() {
		return this.action != null && this.action.kind() == DynamoAction.Kind.CONTROL;
	}

	FailedOperation facts() {
		return new FailedOperation(this.operation.name(), this.operation.tableName(), this.operation.indexName(),
				this.operation.itemType(), this.operation.repositoryMethod(), this.code, this.requestId);
	}

	String message(String found, String advice) {
		StringBuilder text = new StringBuilder(
				UNKNOWN.equals(this.operation.name()) ? "A DynamoDB operation" : this.operation.describe());
		text.append(" failed");
		if (this.place != null) {
			text.append(" at ").append(this.place);
		}
		text.append(": ").append(found).append(". ").append(advice).append('.');
		String origin = origin();
		return origin.isEmpty() ? text.toString() : text.append(" [").append(origin).append(']').toString();
	}

	private String origin() {
		StringBuilder origin = new StringBuilder();
		if (this.action != null) {
			origin.append(this.action.name());
		}
		if (this.code != null) {
			origin.append((origin.length() > 0) ? ": " : "").append(this.code);
		}
		if (this.requestId != null) {
			origin.append((origin.length() > 0) ? ", " : "").append("request id ").append(this.requestId);
		}
		return origin.toString();
	}

}
