package io.dkmio.repository.query;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.DynamoOperations;
import io.dkmio.core.PreparedRead;
import io.dkmio.core.ReadDefinition;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.query.QueryShape;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.Sort;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.projection.SpelAwareProxyProjectionFactory;
import org.springframework.data.repository.query.FluentQuery.FetchableFluentQuery;
import org.springframework.util.Assert;

/**
 * Queries by example. Each form of an example is planned once: which properties it has,
 * how they are matched, and what is asked for.
 *
 * @since 1.0
 */
public final class ExampleQueries {

	private static final int MAX_PLANS = 256;

	private final DynamoOperations operations;

	private final DynamoMappingContext context;

	private final String repository;

	private final UnaryOperator<QueryShape> options;

	private final ProjectionFactory projections = new SpelAwareProxyProjectionFactory();

	private final Map<Plan, PreparedRead<?>> planned = new ConcurrentHashMap<>();

	/**
	 * Creates the queries.
	 * @param operations reads
	 * @param repository the name of the repository
	 * @param options adds what holds for all queries of the repository
	 */
	public ExampleQueries(DynamoOperations operations, String repository, UnaryOperator<QueryShape> options) {
		Assert.notNull(operations, "DynamoOperations must not be null");
		Assert.notNull(repository, "Repository must not be null");
		Assert.notNull(options, "Options must not be null");
		this.operations = operations;
		this.context = operations.getConverter().getMappingContext();
		this.repository = repository;
		this.options = options;
	}

	/**
	 * Begins a query.
	 * @param example the example
	 * @param <S> the type of the example
	 * @return the query
	 */
	public <S> FetchableFluentQuery<S> by(Example<S> example) {
		Assert.notNull(example, "Example must not be null");
		Source source = new Source(this.repository + " by example",
				this.context.getRequiredPersistentEntity(example.getProbeType()));
		return new ExampleQuery<>(this, source, new ExampleTerms(source, this.context, example),
				example.getProbeType());
	}

	ResultMapping mapping(QuerySource source, Class<?> type) {
		return new ResultMappings(source, this.projections, this.context).of(type);
	}

	PreparedRead<?> read(Plan plan, QuerySource source) {
		PreparedRead<?> read = this.planned.get(plan);
		if (read == null) {
			read = prepare(plan, source);
			if (this.planned.size() < MAX_PLANS) {
				this.planned.put(plan, read);
			}
		}
		return read;
	}

	private PreparedRead<?> prepare(Plan plan, QuerySource source) {
		QueryShape shape = this.options.apply(QueryShape.of(plan.form().type()))
			.withWhere(plan.form().condition())
			.withAnswer(plan.answer());
		try {
			if (plan.answer() == QueryShape.Answer.ITEMS) {
				shape = Sorts.add(shape, plan.sort(), source).withSelect(select(plan));
			}
			return this.operations.prepare(ReadDefinition.of(plan.type(), shape)
				.withParameters(plan.form().argumentCount())
				.withRepositoryMethod(this.repository + ".findBy"));
		}
		catch (UnservableQueryException ex) {
			throw source.refused(ex);
		}
	}

	private static List<AttributePath> select(Plan plan) {
		return plan.select()
			.stream()
			.map((path) -> AttributePath.ofProperty(PropertyPath.from(path, plan.form().type().getType())))
			.toList();
	}

	/**
	 * What one plan is for.
	 *
	 * @param form the form of the example
	 * @param sort the order
	 * @param type the type items are read as
	 * @param select the properties that are read, empty for all
	 * @param answer what is asked for
	 */
	record Plan(ExampleTerms.Form form, Sort sort, Class<?> type, List<String> select, QueryShape.Answer answer) {

	}

	private record Source(String describe, DynamoPersistentEntity<?> entity) implements QuerySource {

	}

}
