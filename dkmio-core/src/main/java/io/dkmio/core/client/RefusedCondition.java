package io.dkmio.core.client;

import java.util.Map;

import io.dkmio.FailedOperation;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A write whose condition did not hold.
 *
 * @since 1.0
 */
public final class RefusedCondition {

	private final Failure failure;

	private final int position;

	private final Map<String, AttributeValue> item;

	RefusedCondition(Failure failure, int position, Map<String, AttributeValue> item) {
		this.failure = failure;
		this.position = position;
		this.item = item;
	}

	/**
	 * A write that was refused before it was sent, by what is known about the item.
	 * @param operation what the application asked for
	 * @param item the item as it is known
	 * @param cause how it is known
	 * @return the refused write
	 */
	public static RefusedCondition unsent(DynamoOperation operation, Map<String, AttributeValue> item,
			Throwable cause) {
		return new RefusedCondition(Failure.of(operation, null, cause), 0, item);
	}

	/**
	 * What the application asked for.
	 * @return the operation
	 */
	public DynamoOperation operation() {
		return this.failure.operation();
	}

	/**
	 * The position of the write in its transaction.
	 * @return the position from 0, also for a write that is no part of a transaction
	 */
	public int position() {
		return this.position;
	}

	/**
	 * The item as it is stored.
	 * @return the item, empty if there is none or the request did not ask for it
	 */
	public Map<String, AttributeValue> item() {
		return this.item;
	}

	/**
	 * The facts of the failed operation.
	 * @return the facts
	 */
	public FailedOperation facts() {
		return this.failure.facts();
	}

	/**
	 * The exception to give as the cause.
	 * @return the SDK's exception, or that of the cancelled transaction
	 */
	public Throwable cause() {
		return this.failure.cause();
	}

	/**
	 * Makes a message of the usual form: what was attempted, what was found, what to do,
	 * and the id of the request.
	 * @param found what was found, without a full stop
	 * @param advice what to do, without a full stop
	 * @return the message
	 */
	public String message(String found, String advice) {
		return this.failure.message(found, advice);
	}

}
