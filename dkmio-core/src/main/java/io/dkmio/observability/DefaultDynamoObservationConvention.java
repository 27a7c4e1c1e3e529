package io.dkmio.observability;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.dkmio.core.client.DynamoOperation;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * The observation {@code dkmio.operation}. All key values come from code and
 * configuration, never from items, so there are few of them.
 *
 * @since 1.0
 */
public class DefaultDynamoObservationConvention implements DynamoObservationConvention {

	/** What stands for an unknown value. */
	static final String NONE = "none";

	private static final String NAME = "dkmio.operation";

	private final Map<Subject, KeyValues> keyValues = new ConcurrentHashMap<>();

	@Override
	public String getName() {
		return NAME;
	}

	/**
	 * The name of a span, such as {@code GetItem shop}.
	 */
	@Override
	public String getContextualName(DynamoObservationContext context) {
		String table = context.getOperation().tableName();
		return (table != null) ? context.getAction().name() + " " + table : context.getAction().name();
	}

	/**
	 * The call, the operation, table, index, item type, repository method and outcome.
	 */
	@Override
	public KeyValues getLowCardinalityKeyValues(DynamoObservationContext context) {
		DynamoOperation operation = context.getOperation();
		Subject subject = new Subject(context.getAction().name(), operation.indexName(), operation.itemType(),
				operation.name(), context.getOutcome(), operation.repositoryMethod(), operation.tableName());
		KeyValues keyValues = this.keyValues.get(subject);
		return (keyValues != null) ? keyValues : this.keyValues.computeIfAbsent(subject, Subject::keyValues);
	}

	/**
	 * The value of a key, where it may be unknown.
	 */
	static String value(@Nullable String value) {
		return (value != null) ? value : NONE;
	}

	/**
	 * What key values are about.
	 */
	private record Subject(String action, @Nullable String index, @Nullable String itemType, String operation,
			Outcome outcome, @Nullable String repositoryMethod, @Nullable String table) {

		private KeyValues keyValues() {
			return KeyValues.of(KeyValue.of("action", this.action), KeyValue.of("index", value(this.index)),
					KeyValue.of("item.type", value(this.itemType)), KeyValue.of("operation", this.operation),
					KeyValue.of("outcome", this.outcome.tag()),
					KeyValue.of("repository.method", value(this.repositoryMethod)),
					KeyValue.of("table", value(this.table)));
		}

	}

}
