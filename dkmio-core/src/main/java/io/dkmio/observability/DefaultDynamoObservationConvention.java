package io.dkmio.observability;

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
		return KeyValues.of(KeyValue.of("action", context.getAction().name()),
				KeyValue.of("index", value(operation.indexName())),
				KeyValue.of("item.type", value(operation.itemType())), KeyValue.of("operation", operation.name()),
				KeyValue.of("outcome", context.getOutcome().tag()),
				KeyValue.of("repository.method", value(operation.repositoryMethod())),
				KeyValue.of("table", value(operation.tableName())));
	}

	private static String value(@Nullable String value) {
		return (value != null) ? value : NONE;
	}

}
