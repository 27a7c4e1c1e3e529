package io.dkmio.core;

import java.util.Map;
import java.util.function.Supplier;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.query.AccessPath;
import io.dkmio.core.query.CursorCodec;
import io.dkmio.core.query.QueryShape;
import io.dkmio.core.query.ReadPlanner;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What queries of one type share.
 *
 * @param <T> the type
 */
final class QuerySupport<T> {

	private final Class<T> type;

	private final String table;

	private final ReadPlanner planner;

	private final DynamoExecutor executor;

	private final DynamoConverter converter;

	private final CursorCodec cursors;

	private final DynamoOperation operation;

	private final Supplier<ItemCallbacks> callbacks;

	QuerySupport(Class<T> type, DynamoPersistentEntity<?> entity, ReadPlanner planner, DynamoExecutor executor,
			DynamoConverter converter, CursorCodec cursors, Supplier<ItemCallbacks> callbacks) {
		this.type = type;
		this.table = entity.getRequiredTable().name();
		this.planner = planner;
		this.executor = executor;
		this.converter = converter;
		this.cursors = cursors;
		this.callbacks = callbacks;
		this.operation = Operations.of("query", entity);
	}

	AccessPath plan(QueryShape shape) {
		return this.planner.plan(shape);
	}

	T convert(Map<String, AttributeValue> item) {
		return this.callbacks.get().afterConvert(this.converter.fromItem(this.type, item), this.table);
	}

	DynamoExecutor executor() {
		return this.executor;
	}

	DynamoConverter converter() {
		return this.converter;
	}

	CursorCodec cursors() {
		return this.cursors;
	}

	DynamoOperation operation() {
		return this.operation;
	}

}
