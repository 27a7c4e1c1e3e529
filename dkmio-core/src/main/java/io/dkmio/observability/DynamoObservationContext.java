package io.dkmio.observability;

import java.util.OptionalDouble;
import java.util.OptionalInt;

import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoOperation;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request while it is observed, and of its answer when it has ended.
 *
 * @since 1.0
 */
public final class DynamoObservationContext extends Observation.Context {

	private final DynamoAction<?, ?> action;

	private final DynamoOperation operation;

	private @Nullable ResponseFacts facts;

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
	 * What the request cost.
	 * @return the capacity units; empty without an answer
	 */
	public OptionalDouble getConsumedCapacity() {
		ResponseFacts facts = this.facts;
		return (facts != null) ? OptionalDouble.of(facts.capacity()) : OptionalDouble.empty();
	}

	/**
	 * How many items DynamoDB has looked at, before it filtered.
	 * @return the number; empty without an answer, and for a request that reads none
	 */
	public OptionalInt getItemsEvaluated() {
		ResponseFacts facts = this.facts;
		return (facts != null && facts.evaluated() >= 0) ? OptionalInt.of(facts.evaluated()) : OptionalInt.empty();
	}

	/**
	 * How many items DynamoDB has returned.
	 * @return the number; empty without an answer, and for a request that reads none
	 */
	public OptionalInt getItemsReturned() {
		ResponseFacts facts = this.facts;
		return (facts != null && facts.returned() >= 0) ? OptionalInt.of(facts.returned()) : OptionalInt.empty();
	}

	void answered(ResponseFacts facts) {
		this.facts = facts;
	}

	/**
	 * How the request ended.
	 * @return the outcome; {@link Outcome#SUCCESS} while it is on its way
	 */
	public Outcome getOutcome() {
		return Outcome.of(getError());
	}

}
