package io.dkmio.core;

import java.util.List;
import java.util.stream.Stream;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.query.QueryShape;

/**
 * A scan of items of one type.
 *
 * @param <T> the type of the items
 */
final class DefaultScanOperation<T> implements ScanOperation<T> {

	private final ReadSupport support;

	private final ReadDefinition<T> definition;

	private final ReadCall call;

	DefaultScanOperation(ReadSupport support, ReadDefinition<T> definition, ReadCall call) {
		this.support = support;
		this.definition = definition;
		this.call = call;
	}

	private ScanOperation<T> with(QueryShape shape) {
		return new DefaultScanOperation<>(this.support, this.definition.withShape(shape), this.call);
	}

	private ScanOperation<T> with(ReadCall call) {
		return new DefaultScanOperation<>(this.support, this.definition, call);
	}

	private QueryShape shape() {
		return this.definition.shape();
	}

	@Override
	public ScanOperation<T> filter(Condition condition) {
		return with(shape().withFilter(condition));
	}

	@Override
	public ScanOperation<T> segments(int segments) {
		return with(this.call.withSegments(segments));
	}

	@Override
	public ScanOperation<T> consistent() {
		return with(shape().withConsistent());
	}

	@Override
	public ScanOperation<T> select(String... paths) {
		return with(shape().withSelect(Paths.and(shape().select(), paths)));
	}

	@Override
	public ScanOperation<T> pageSize(int items) {
		return with(this.call.withPageSize(items));
	}

	@Override
	public ScanOperation<T> limit(int items) {
		return with(this.call.withLimit(items));
	}

	@Override
	public ScanOperation<T> maxPages(int pages) {
		return with(this.call.withMaxPages(pages));
	}

	@Override
	public ScanOperation<T> prefetch() {
		return with(this.call.withPrefetch());
	}

	@Override
	public ScanOperation<T> after(String cursor) {
		return with(this.call.withCursor(cursor));
	}

	@Override
	public List<T> list() {
		return prepare(this.definition).list(this.call);
	}

	@Override
	public Stream<T> stream() {
		return prepare(this.definition).stream(this.call);
	}

	@Override
	public ScanResult<T> page() {
		return new ScanResult<>(prepare(this.definition).page(this.call));
	}

	@Override
	public long count() {
		return prepare(this.definition.withShape(shape().withAnswer(QueryShape.Answer.COUNT))).count(this.call);
	}

	@Override
	public String explain() {
		return this.support.planner().scan(shape()).describe();
	}

	private PreparedRead<T> prepare(ReadDefinition<T> definition) {
		return this.support.prepare(definition, this.support.planner().scan(definition.shape()));
	}

}
