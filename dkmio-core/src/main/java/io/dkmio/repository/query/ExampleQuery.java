package io.dkmio.repository.query;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.dkmio.core.ReadCall;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.query.QueryShape;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.query.FluentQuery.FetchableFluentQuery;

/**
 * A query by example. Immutable.
 *
 * @param <R> the type of the results
 */
@SuppressWarnings("unchecked") // What the mapping makes is of the type that was asked for
final class ExampleQuery<R> implements FetchableFluentQuery<R> {

	private final ExampleQueries queries;

	private final QuerySource source;

	private final ExampleTerms terms;

	private final Class<?> type;

	private final Sort sort;

	private final @Nullable Integer limit;

	private final List<String> select;

	ExampleQuery(ExampleQueries queries, QuerySource source, ExampleTerms terms, Class<R> type) {
		this(queries, source, terms, type, Sort.unsorted(), null, List.of());
	}

	private ExampleQuery(ExampleQueries queries, QuerySource source, ExampleTerms terms, Class<?> type, Sort sort,
			@Nullable Integer limit, List<String> select) {
		this.queries = queries;
		this.source = source;
		this.terms = terms;
		this.type = type;
		this.sort = sort;
		this.limit = limit;
		this.select = select;
	}

	@Override
	public FetchableFluentQuery<R> sortBy(Sort sort) {
		return new ExampleQuery<>(this.queries, this.source, this.terms, this.type, this.sort.and(sort), this.limit,
				this.select);
	}

	@Override
	public FetchableFluentQuery<R> limit(int limit) {
		return new ExampleQuery<>(this.queries, this.source, this.terms, this.type, this.sort, limit, this.select);
	}

	@Override
	public <S> FetchableFluentQuery<S> as(Class<S> resultType) {
		return new ExampleQuery<>(this.queries, this.source, this.terms, resultType, this.sort, this.limit,
				this.select);
	}

	@Override
	public FetchableFluentQuery<R> project(Collection<String> properties) {
		return new ExampleQuery<>(this.queries, this.source, this.terms, this.type, this.sort, this.limit,
				List.copyOf(properties));
	}

	@Override
	public @Nullable R oneValue() {
		return (R) execute(new DynamoQueryExecution.Single(this.source, false), call(), Pageable.unpaged(), false);
	}

	@Override
	public @Nullable R firstValue() {
		return (R) execute(new DynamoQueryExecution.Single(this.source, true), call(), Pageable.unpaged(), false);
	}

	@Override
	public List<R> all() {
		return (List<R>) required(execute(new DynamoQueryExecution.Listing(), call(), Pageable.unpaged(), false));
	}

	@Override
	public Window<R> scroll(ScrollPosition scrollPosition) {
		return (Window<R>) required(execute(new DynamoQueryExecution.Scrolling(), call().withPosition(scrollPosition),
				Pageable.unpaged(), false));
	}

	@Override
	public Page<R> page(Pageable pageable) {
		return (Page<R>) required(execute(new DynamoQueryExecution.Paging(), call(), pageable, true));
	}

	@Override
	public Slice<R> slice(Pageable pageable) {
		return (Slice<R>) required(execute(new DynamoQueryExecution.Slicing(), call(), pageable, false));
	}

	@Override
	public Stream<R> stream() {
		return (Stream<R>) required(execute(new DynamoQueryExecution.Streaming(), call(), Pageable.unpaged(), false));
	}

	@Override
	public long count() {
		return this.queries.read(counted(QueryShape.Answer.COUNT), this.source).count(call());
	}

	@Override
	public boolean exists() {
		return this.queries.read(counted(QueryShape.Answer.EXISTS), this.source).exists(call());
	}

	private ReadCall call() {
		return ReadCall.of(this.terms.arguments().toArray());
	}

	private ExampleQueries.Plan counted(QueryShape.Answer answer) {
		return new ExampleQueries.Plan(this.terms.form(), Sort.unsorted(), this.source.entity().getType(), List.of(),
				answer);
	}

	private @Nullable Object execute(DynamoQueryExecution execution, ReadCall call, Pageable pageable, boolean counts) {
		Pageable known = MethodArguments.known(pageable, this.source);
		ResultMapping mapping = this.queries.mapping(this.source, this.type);
		List<String> selected = mapping.select().isEmpty() ? this.select
				: mapping.select().stream().map(AttributePath::toString).toList();
		ExampleQueries.Plan plan = new ExampleQueries.Plan(this.terms.form(), this.sort.and(known.getSort()),
				mapping.type(), selected, QueryShape.Answer.ITEMS);
		MethodRead read = new MethodRead(this.queries.read(plan, this.source),
				counts ? this.queries.read(counted(QueryShape.Answer.COUNT), this.source) : null, mapping);
		return execution.execute(read, call, this.limit, known);
	}

	private static Object required(@Nullable Object value) {
		if (value == null) {
			throw new IllegalStateException("Nothing was returned");
		}
		return value;
	}

}
