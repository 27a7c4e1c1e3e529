package io.dkmio.repository.query;

import java.util.HashMap;
import java.util.Map;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Nullness;
import org.springframework.data.core.NullableWrapperConverters;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.util.ClassUtils;

/**
 * What a method that writes one item answers.
 *
 * @param kind what it is
 * @param mapping what is made of the item, {@code null} if it is not asked for
 * @param context knows the types of items
 */
record WriteAnswer(Kind kind, @Nullable ResultMapping mapping, DynamoMappingContext context) {

	/**
	 * What is answered.
	 */
	enum Kind {

		/** Nothing. */
		NOTHING,
		/** Whether it was done. */
		DONE,
		/** The item, which must exist. */
		ITEM,
		/** The item, if there is one. */
		OPTIONAL

	}

	/**
	 * Reads it off a method.
	 * @throws io.dkmio.UnservableQueryException if a write cannot answer that
	 */
	static WriteAnswer of(DynamoQueryMethod method, ProjectionFactory projections) {
		Class<?> answer = ClassUtils.resolvePrimitiveIfNecessary(method.answerType());
		if (QueryExecutions.isNothing(answer)) {
			return new WriteAnswer(Kind.NOTHING, null, method.context());
		}
		if (answer == Boolean.class) {
			return new WriteAnswer(Kind.DONE, null, method.context());
		}
		boolean several = method.isCollectionQuery() || method.isStreamQuery() || method.isSliceQuery()
				|| method.isPageQuery() || method.isScrollQuery();
		if (several || answer.isArray() || ClassUtils.isSimpleValueType(answer)) {
			throw method.refused("it writes one item, and returns " + method.method().getReturnType().getSimpleName(),
					"Return the item, an Optional of it, a projection, a boolean, or nothing");
		}
		ResultMapping mapping = new ResultMappings(method, projections, method.context())
			.of(method.getReturnedObjectType());
		if (mapping.partition()) {
			throw method.refused("it writes one item, and returns " + answer.getSimpleName() + ", made of several",
					"Return the item");
		}
		return new WriteAnswer(isOptional(method) ? Kind.OPTIONAL : Kind.ITEM, mapping, method.context());
	}

	private static boolean isOptional(DynamoQueryMethod method) {
		return NullableWrapperConverters.supports(method.method().getReturnType())
				|| Nullness.forMethodReturnType(method.method()) == Nullness.NULLABLE;
	}

	boolean isItem() {
		return this.mapping != null;
	}

	/**
	 * Makes it of the item.
	 */
	@Nullable Object of(@Nullable Object item) {
		ResultMapping mapping = this.mapping;
		if (item == null || mapping == null) {
			return item;
		}
		return mapping.one(mapping.select().isEmpty() ? item : row(item, mapping));
	}

	/**
	 * The item as if its projected properties alone had been read.
	 */
	private Map<String, @Nullable Object> row(Object item, ResultMapping mapping) {
		DynamoPersistentEntity<?> type = this.context.getRequiredPersistentEntity(item.getClass());
		Map<String, @Nullable Object> row = new HashMap<>();
		for (AttributePath path : mapping.select()) {
			DynamoPersistentProperty property = type.getRequiredPersistentProperty(path.root());
			row.put(property.getName(), type.getPropertyAccessor(item).getProperty(property));
		}
		return row;
	}

}
