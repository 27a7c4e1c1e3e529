package io.dkmio.repository.query;

import java.util.Set;

import io.dkmio.core.DynamoOperations;

import org.springframework.util.ClassUtils;

/**
 * Chooses what a method does, by what it asks and what it returns.
 */
final class QueryExecutions {

	private static final Set<Class<?>> NUMBERS = Set.of(Long.class, Integer.class, Number.class, Object.class);

	private QueryExecutions() {
	}

	static DynamoQueryExecution of(DynamoQueryMethod method, QueryDefinition definition, DynamoOperations operations) {
		Class<?> answer = ClassUtils.resolvePrimitiveIfNecessary(method.answerType());
		return switch (definition.subject()) {
			case COUNT -> {
				if (!NUMBERS.contains(answer)) {
					throw method.refused("it counts, and returns " + answer.getSimpleName(), "Return a long");
				}
				yield new DynamoQueryExecution.Counting(answer == Integer.class);
			}
			case EXISTS -> {
				if (answer != Boolean.class) {
					throw method.refused("it asks whether there is an item, and returns " + answer.getSimpleName(),
							"Return a boolean");
				}
				yield new DynamoQueryExecution.Probing();
			}
			case FIND -> find(method, definition, answer);
			case DELETE -> new DeleteExecution(method, operations, definition.shape());
		};
	}

	static boolean isNothing(Class<?> answer) {
		return answer == Void.class || answer == void.class;
	}

	private static DynamoQueryExecution find(DynamoQueryMethod method, QueryDefinition definition, Class<?> answer) {
		check(method, definition, answer);
		if (method.isPageQuery()) {
			return new DynamoQueryExecution.Paging();
		}
		if (method.isSliceQuery()) {
			return new DynamoQueryExecution.Slicing();
		}
		if (method.isScrollQuery()) {
			return new DynamoQueryExecution.Scrolling();
		}
		if (method.isStreamQuery()) {
			return new DynamoQueryExecution.Streaming();
		}
		if (method.isCollectionQuery()) {
			return new DynamoQueryExecution.Listing();
		}
		Integer limit = definition.limit();
		if (limit != null && limit > 1) {
			throw method.refused("it asks for " + limit + " items, and returns one", "Return a List");
		}
		return new DynamoQueryExecution.Single(method, limit != null);
	}

	private static void check(DynamoQueryMethod method, QueryDefinition definition, Class<?> answer) {
		if (isNothing(answer)) {
			throw method.refused("it finds items, and returns nothing", "Return what it finds");
		}
		if (answer == Boolean.class || Number.class.isAssignableFrom(answer)) {
			throw method.refused("it finds items, and returns " + answer.getSimpleName(),
					"Begin its name with count or exists, or set count or exists of @Query");
		}
		if (method.isSearchQuery()) {
			throw method.refused("it returns search results, which are for vectors", "Return a List");
		}
		if (method.isSliceQuery() && !method.getParameters().hasPageableParameter()) {
			throw method.refused("it returns a Slice, and is not told which", "Add a parameter of type Pageable");
		}
		if (definition.limit() != null && method.getParameters().hasPageableParameter()) {
			throw method.refused("its name limits what is found, and so does its Pageable", "Leave out one of them");
		}
	}

}
