package io.dkmio.observability;

import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoOperation;
import io.micrometer.observation.Observation;

/**
 * What is known of a request while it is observed.
 *
 * @since 1.0
 */
public final class DynamoObservationContext extends Observation.Context {

	private final DynamoAction<?, ?> action;

	private final DynamoOperation operation;

	/**
	 * Creates a context.
	 * @param action the call that is made
	 * @param operation what the application asked for
	 */
	public DynamoObservationContext(DynamoAction<?, ?> action, DynamoOperation operation) {
		this.action = action;
		this.operation = operation;
	}

	/**
	 * The call that is made.
	 * @return the call, such as {@code PutItem}
	 */
	public DynamoAction<?, ?> getAction() {
		return this.action;
	}

	/**
	 * What the application asked for.
	 * @return the operation, with table, index, item type and repository method
	 */
	public DynamoOperation getOperation() {
		return this.operation;
	}

	/**
	 * How the request ended.
	 * @return the outcome; {@link Outcome#SUCCESS} while it is on its way
	 */
	public Outcome getOutcome() {
		return Outcome.of(getError());
	}

}
