package io.dkmio.repository.query;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.DynamoOperations;
import io.dkmio.core.PreparedRead;
import io.dkmio.core.ReadDefinition;
import io.dkmio.core.query.QueryShape;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;

/**
 * The reads of one method: the one that is planned at start-up, and one for each order
 * and projection it was called with.
 */
final class MethodReads {

	/** More orders than keys can serve; projections are as many as the program has. */
	private static final int MAX_PLANS = 256;

	private final DynamoQueryMethod method;

	private final DynamoOperations operations;

	private final Function<Class<?>, ResultMapping> mappings;

	private final QueryDefinition definition;

	private final int parameters;

	private final MethodRead base;

	private final Map<Variant, MethodRead> planned = new ConcurrentHashMap<>();

	MethodReads(DynamoQueryMethod method, DynamoOperations operations, Function<Class<?>, ResultMapping> mappings,
			QueryDefinition definition, int parameters) {
		this.method = method;
		this.operations = operations;
		this.mappings = mappings;
		this.definition = definition;
		this.parameters = parameters;
		this.base = plan(new Variant(Sort.unsorted(), null));
	}

	MethodRead base() {
		return this.base;
	}

	/**
	 * The read in an order and a projection.
	 * @throws UnservableQueryException if no key sorts so, or an index does not hold what
	 * is projected
	 */
	MethodRead of(Sort sort, @Nullable Class<?> projection) {
		if (sort.isUnsorted() && projection == null) {
			return this.base;
		}
		Variant variant = new Variant(sort, projection);
		MethodRead read = this.planned.get(variant);
		if (read == null) {
			read = plan(variant);
			if (this.planned.size() < MAX_PLANS) {
				this.planned.put(variant, read);
			}
		}
		return read;
	}

	private MethodRead plan(Variant variant) {
		QueryShape shape = this.definition.shape();
		try {
			if (this.definition.subject() == QueryDefinition.Subject.COUNT) {
				return counted(shape.withAnswer(QueryShape.Answer.COUNT));
			}
			if (this.definition.subject() == QueryDefinition.Subject.EXISTS) {
				return counted(shape.withAnswer(QueryShape.Answer.EXISTS));
			}
			Class<?> projection = variant.projection();
			ResultMapping mapping = this.mappings
				.apply((projection != null) ? projection : this.method.getReturnedObjectType());
			if (mapping.partition()) {
				return new MethodRead(prepare(mapping.type(), WholePartitions.checked(this.method, shape)), null,
						mapping);
			}
			PreparedRead<?> total = this.method.isPageQuery() ? prepare(mapping.type(), Totals.of(shape)) : null;
			QueryShape sorted = Sorts.add(shape, variant.sort(), this.method);
			return new MethodRead(
					prepare(mapping.type(), mapping.select().isEmpty() ? sorted : sorted.withSelect(mapping.select())),
					total, mapping);
		}
		catch (UnservableQueryException ex) {
			throw this.method.refused(ex);
		}
	}

	private MethodRead counted(QueryShape shape) {
		Class<?> type = this.method.entity().getType();
		return new MethodRead(prepare(type, shape), null, ResultMapping.identity(type));
	}

	private <T> PreparedRead<T> prepare(Class<T> type, QueryShape shape) {
		return this.operations.prepare(ReadDefinition.of(type, shape)
			.withParameters(this.parameters)
			.withRepositoryMethod(this.method.name()));
	}

	/**
	 * How a method can be called.
	 *
	 * @param sort the order
	 * @param projection the projection, {@code null} for what the method declares
	 */
	private record Variant(Sort sort, @Nullable Class<?> projection) {

	}

}
