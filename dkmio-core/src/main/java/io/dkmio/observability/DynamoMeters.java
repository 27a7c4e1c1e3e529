package io.dkmio.observability;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.dkmio.CancellationReason;
import io.dkmio.ConditionFailedException;
import io.dkmio.WriteTransactionCanceledException;
import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoOperation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Counts what requests cost and return, and what was refused. Counters are found by what
 * the application asked for, and made once.
 */
final class DynamoMeters {

	private static final String OTHER = "other";

	/** Names of conditions come from code; more than these are a mistake. */
	private static final int MOST_CONDITIONS = 100;

	private static final Set<String> REASONS = Set.of("ConditionalCheckFailed", "TransactionConflict",
			"ItemCollectionSizeLimitExceeded", "ProvisionedThroughputExceeded", "ThrottlingError", "ValidationError",
			"AccessDenied", "DuplicateItem");

	private final MeterRegistry registry;

	private final boolean wired;

	private final Map<Subject, OperationMeters> operations = new ConcurrentHashMap<>();

	private final Map<String, Counter> conditions = new ConcurrentHashMap<>();

	/**
	 * Creates meters.
	 * @param registry takes the counters
	 * @param wired whether the client can take items from the wire, and counts for itself
	 */
	DynamoMeters(MeterRegistry registry, boolean wired) {
		this.registry = registry;
		this.wired = wired;
	}

	void answered(DynamoAction<?, ?> action, DynamoOperation operation, ResponseFacts facts) {
		Subject subject = new Subject(operation.name(), operation.tableName(), operation.indexName(),
				operation.itemType(), action.kind());
		OperationMeters meters = this.operations.get(subject);
		if (meters == null) {
			meters = this.operations.computeIfAbsent(subject, (key) -> new OperationMeters(this.registry, key,
					!this.wired && key.kind() == DynamoAction.Kind.READ));
		}
		meters.record(facts);
	}

	void failed(DynamoOperation operation, RuntimeException failure) {
		if (failure instanceof ConditionFailedException refused) {
			conditionFailed(operation, refused.getConditionName().orElse(OTHER));
		}
		else if (failure instanceof DuplicateKeyException) {
			conditionFailed(operation, "not-exists");
		}
		else if (failure instanceof EmptyResultDataAccessException) {
			conditionFailed(operation, "exists");
		}
		else if (failure instanceof OptimisticLockingFailureException) {
			conditionFailed(operation, "version");
		}
		else if (failure instanceof WriteTransactionCanceledException cancelled) {
			cancelled.getFailures()
				.stream()
				.map(CancellationReason::code)
				.map((code) -> REASONS.contains(code) ? code : OTHER)
				.distinct()
				.forEach((reason) -> Counter.builder("dkmio.transaction.cancelled")
					.description("Transactions that were cancelled, by reason")
					.tags("reason", reason)
					.register(this.registry)
					.increment());
		}
	}

	private void conditionFailed(DynamoOperation operation, String name) {
		String type = DefaultDynamoObservationConvention.value(operation.itemType());
		String key = type + '/' + name;
		if (this.conditions.size() >= MOST_CONDITIONS && !this.conditions.containsKey(key)) {
			key = type + '/' + OTHER;
		}
		String tag = key.substring(type.length() + 1);
		this.conditions
			.computeIfAbsent(key,
					(absent) -> Counter.builder("dkmio.condition.failed")
						.description("Writes that were refused because a condition did not hold")
						.tags("item.type", type, "name", tag)
						.register(this.registry))
			.increment();
	}

	/**
	 * What the counters of an operation are about.
	 */
	private record Subject(String operation, @Nullable String table, @Nullable String index, @Nullable String itemType,
			DynamoAction.Kind kind) {

		private Tags tags() {
			return Tags.of("index", DefaultDynamoObservationConvention.value(this.index), "item.type",
					DefaultDynamoObservationConvention.value(this.itemType), "operation", this.operation, "table",
					DefaultDynamoObservationConvention.value(this.table));
		}

	}

	/**
	 * The counters of an operation.
	 */
	private static final class OperationMeters {

		private final Counter capacity;

		private final Counter evaluated;

		private final Counter returned;

		private final @Nullable Counter unwired;

		private OperationMeters(MeterRegistry registry, Subject subject, boolean unwired) {
			this.unwired = unwired ? WireMeters.withoutInterceptor(registry) : null;
			Tags tags = subject.tags();
			this.capacity = Counter.builder("dkmio.capacity")
				.description("Capacity units consumed")
				.baseUnit("units")
				.tags(tags.and("kind", (subject.kind() == DynamoAction.Kind.READ) ? "read" : "write"))
				.register(registry);
			this.evaluated = Counter.builder("dkmio.items.evaluated")
				.description("Items DynamoDB has looked at, before it filtered")
				.baseUnit("items")
				.tags(tags)
				.register(registry);
			this.returned = Counter.builder("dkmio.items.returned")
				.description("Items DynamoDB has returned")
				.baseUnit("items")
				.tags(tags)
				.register(registry);
		}

		private void record(ResponseFacts facts) {
			this.capacity.increment(facts.capacity());
			if (this.unwired != null) {
				this.unwired.increment();
			}
			if (facts.returned() >= 0) {
				this.evaluated.increment(facts.evaluated());
				this.returned.increment(facts.returned());
			}
		}

	}

}
