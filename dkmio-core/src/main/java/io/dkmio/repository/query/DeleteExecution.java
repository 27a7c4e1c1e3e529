package io.dkmio.repository.query;

import java.util.List;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.ReadCall;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.query.QueryShape;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.domain.Pageable;
import org.springframework.util.ClassUtils;

/**
 * Deletes what a read finds: the keys alone are read, unless the method returns the
 * items.
 */
final class DeleteExecution implements DynamoQueryExecution {

	private final DynamoOperations operations;

	private final Class<?> type;

	private final Answer answer;

	private final @Nullable KeyArguments key;

	DeleteExecution(DynamoQueryMethod method, DynamoOperations operations, QueryShape shape) {
		this.operations = operations;
		this.type = method.entity().getType();
		this.answer = answer(method);
		this.key = (this.answer == Answer.NOTHING) ? KeyArguments.of(shape) : null;
	}

	/**
	 * Whether the one item is deleted without reading anything.
	 */
	boolean isDirect() {
		return this.key != null;
	}

	private static Answer answer(DynamoQueryMethod method) {
		Class<?> answer = ClassUtils.resolvePrimitiveIfNecessary(method.answerType());
		if (QueryExecutions.isNothing(answer)) {
			return Answer.NOTHING;
		}
		if (answer == Long.class || answer == Integer.class || answer == Number.class) {
			return (answer == Integer.class) ? Answer.INT : Answer.LONG;
		}
		if (method.isCollectionQuery() && method.entity().getType().isAssignableFrom(method.getReturnedObjectType())) {
			return Answer.ITEMS;
		}
		throw method.refused("it deletes, and returns " + answer.getSimpleName(),
				"Return nothing, a long for how many, or a List for which");
	}

	/**
	 * What is read.
	 */
	ResultMapping mapping(DynamoQueryMethod method) {
		if (this.answer == Answer.ITEMS) {
			return ResultMapping.identity(this.type);
		}
		List<DynamoPersistentProperty> key = method.entity().getRequiredKey().properties();
		return ResultMapping.rows(key.stream().map((property) -> PropertyPath.from(property.getName(), this.type)),
				(row) -> row);
	}

	@Override
	public @Nullable Object execute(MethodRead read, ReadCall call, @Nullable Integer limit, Pageable pageable) {
		KeyArguments key = this.key;
		if (key != null) {
			this.operations.delete(this.type, key.id(call.arguments()));
			return null;
		}
		List<?> found = read.items().list(call);
		if (this.answer == Answer.ITEMS) {
			this.operations.deleteAll(found);
		}
		else {
			this.operations.deleteAllById(this.type, found);
		}
		return switch (this.answer) {
			case NOTHING -> null;
			case LONG -> (long) found.size();
			case INT -> found.size();
			case ITEMS -> found;
		};
	}

	private enum Answer {

		NOTHING, LONG, INT, ITEMS

	}

}
