package io.dkmio.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.query.QueryShape;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.util.Assert;

/**
 * A query of items of one type.
 *
 * @param <T> the type of the items
 */
final class DefaultQueryOperation<T> implements QueryOperation<T> {

	private final ReadSupport support;

	private final ReadDefinition<T> definition;

	private final ReadCall call;

	DefaultQueryOperation(ReadSupport support, ReadDefinition<T> definition, ReadCall call) {
		this.support = support;
		this.definition = definition;
		this.call = call;
	}

	private QueryOperation<T> with(QueryShape shape) {
		return new DefaultQueryOperation<>(this.support, this.definition.withShape(shape), this.call);
	}

	private QueryOperation<T> with(ReadCall call) {
		return new DefaultQueryOperation<>(this.support, this.definition, call);
	}

	private QueryShape shape() {
		return this.definition.shape();
	}

	@Override
	public QueryOperation<T> where(Condition condition) {
		return with(shape().withWhere(condition));
	}

	@Override
	public QueryOperation<T> filter(Condition condition) {
		return with(shape().withFilter(condition));
	}

	@Override
	public QueryOperation<T> index(String name) {
		return with(shape().withIndex(name));
	}

	@Override
	public QueryOperation<T> descending() {
		return with(shape().withDescending());
	}

	@Override
	public QueryOperation<T> consistent() {
		return with(shape().withConsistent());
	}

	@Override
	public QueryOperation<T> select(String... paths) {
		return with(shape().withSelect(Paths.and(shape().select(), paths)));
	}

	@Override
	public QueryOperation<T> pageSize(int items) {
		return with(this.call.withPageSize(items));
	}

	@Override
	public QueryOperation<T> limit(int items) {
		return with(this.call.withLimit(items));
	}

	@Override
	public QueryOperation<T> maxPages(int pages) {
		return with(this.call.withMaxPages(pages));
	}

	@Override
	public QueryOperation<T> prefetch() {
		return with(this.call.withPrefetch());
	}

	@Override
	public QueryOperation<T> after(String cursor) {
		return with(this.call.withCursor(cursor));
	}

	@Override
	public List<T> list() {
		return prepare().list(this.call);
	}

	@Override
	public Stream<T> stream() {
		return prepare().stream(this.call);
	}

	@Override
	public QueryResult<T> page() {
		return prepare().page(this.call);
	}

	@Override
	public List<T> all(int max) {
		Assert.isTrue(max > 0 && max < Integer.MAX_VALUE, "A maximum must be at least 1, and not all there are");
		List<T> found = limit(max + 1).list();
		if (found.size() > max) {
			throw new IncorrectResultSizeDataAccessException(shape().describe() + " was expected to have " + max
					+ " items at most, and has more; ask for more, or for pages", max, found.size());
		}
		return found;
	}

	@Override
	public Optional<T> first() {
		return prepare().first(this.call);
	}

	@Override
	public long count() {
		return this.support.prepare(this.definition.withShape(shape().withAnswer(QueryShape.Answer.COUNT)))
			.count(this.call);
	}

	@Override
	public long delete() {
		return this.support.delete(this.support.prepare(this.definition.ofKeys()), this.call);
	}

	@Override
	public String explain() {
		return prepare().plan().describe();
	}

	private PreparedRead<T> prepare() {
		return this.support.prepare(this.definition);
	}

}
