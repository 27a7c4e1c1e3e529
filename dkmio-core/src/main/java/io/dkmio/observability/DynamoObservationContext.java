package io.dkmio.observability;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;

import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoOperation;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
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

	private final AtomicReference<KeyValues> lowCardinality = new AtomicReference<>(KeyValues.empty());

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

	@Override
	public Observation.Context addLowCardinalityKeyValue(KeyValue keyValue) {
		this.lowCardinality.updateAndGet((before) -> before.and(keyValue));
		return this;
	}

	/**
	 * Adds key values. Those of the end are mostly those of the start, so that nothing is
	 * to be done.
	 */
	@Override
	public Observation.Context addLowCardinalityKeyValues(KeyValues keyValues) {
		if (!getLowCardinalityKeyValues().equals(keyValues)) {
			this.lowCardinality.updateAndGet((before) -> before.and(keyValues));
		}
		return this;
	}

	@Override
	public Observation.Context removeLowCardinalityKeyValue(String keyName) {
		this.lowCardinality.updateAndGet((before) -> KeyValues
			.of(before.stream().filter((keyValue) -> !keyValue.getKey().equals(keyName)).toList()));
		return this;
	}

	@Override
	public KeyValues getLowCardinalityKeyValues() {
		return Objects.requireNonNull(this.lowCardinality.get());
	}

	@Override
	public @Nullable KeyValue getLowCardinalityKeyValue(String key) {
		for (KeyValue keyValue : getLowCardinalityKeyValues()) {
			if (keyValue.getKey().equals(key)) {
				return keyValue;
			}
		}
		return null;
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
