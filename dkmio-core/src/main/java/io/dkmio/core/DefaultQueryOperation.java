package io.dkmio.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.query.AccessPath;
import io.dkmio.core.query.KeyQuery;
import io.dkmio.core.query.KeyRead;
import io.dkmio.core.query.PreparedKeyRead;
import io.dkmio.core.query.PreparedQuery;
import io.dkmio.core.query.QueryShape;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * A query of items of one type.
 *
 * @param <T> the type of the items
 */
final class DefaultQueryOperation<T> implements QueryOperation<T> {

	private final QuerySupport<T> support;

	private final QueryShape shape;

	private final Limits limits;

	private final @Nullable String cursor;

	DefaultQueryOperation(QuerySupport<T> support, QueryShape shape) {
		this(support, shape, Limits.NONE, null);
	}

	private DefaultQueryOperation(QuerySupport<T> support, QueryShape shape, Limits limits, @Nullable String cursor) {
		this.support = support;
		this.shape = shape;
		this.limits = limits;
		this.cursor = cursor;
	}

	private DefaultQueryOperation<T> with(QueryShape shape) {
		return new DefaultQueryOperation<>(this.support, shape, this.limits, this.cursor);
	}

	private DefaultQueryOperation<T> with(Limits limits) {
		return new DefaultQueryOperation<>(this.support, this.shape, limits, this.cursor);
	}

	@Override
	public QueryOperation<T> where(Condition condition) {
		return with(this.shape.withWhere(condition));
	}

	@Override
	public QueryOperation<T> filter(Condition condition) {
		return with(this.shape.withFilter(condition));
	}

	@Override
	public QueryOperation<T> index(String name) {
		return with(this.shape.withIndex(name));
	}

	@Override
	public QueryOperation<T> descending() {
		return with(this.shape.withDescending());
	}

	@Override
	public QueryOperation<T> consistent() {
		return with(this.shape.withConsistent());
	}

	@Override
	public QueryOperation<T> pageSize(int items) {
		return with(new Limits(positive(items, "A page size"), this.limits.items(), this.limits.pages()));
	}

	@Override
	public QueryOperation<T> limit(int items) {
		return with(new Limits(this.limits.pageSize(), positive(items, "A limit"), this.limits.pages()));
	}

	@Override
	public QueryOperation<T> maxPages(int pages) {
		return with(new Limits(this.limits.pageSize(), this.limits.items(), positive(pages, "A number of pages")));
	}

	private static int positive(int value, String what) {
		Assert.isTrue(value > 0, () -> what + " must be at least 1");
		return value;
	}

	@Override
	public QueryOperation<T> after(String cursor) {
		Assert.notNull(cursor, "Cursor must not be null");
		return new DefaultQueryOperation<>(this.support, this.shape, this.limits, cursor);
	}

	@Override
	public List<T> list() {
		return stream().toList();
	}

	@Override
	public Stream<T> stream() {
		AccessPath plan = this.support.plan(this.shape);
		if (plan instanceof KeyRead read) {
			return read(read).items().stream();
		}
		KeyQuery query = query(plan);
		QueryRunner runner = runner(query, this.limits);
		if (runner == null) {
			return Stream.empty();
		}
		Iterator<Map<String, AttributeValue>> items = runner.items();
		Stream<T> stream = StreamSupport
			.stream(Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED | Spliterator.NONNULL), false)
			.map(this.support::convert);
		Integer limit = this.limits.items();
		return (limit != null) ? stream.limit(limit) : stream;
	}

	@Override
	public QueryResult<T> page() {
		AccessPath plan = this.support.plan(this.shape);
		if (plan instanceof KeyRead read) {
			return read(read);
		}
		KeyQuery query = query(plan);
		Integer limit = this.limits.items();
		QueryRunner runner = runner(query, this.limits);
		if (runner == null) {
			return new QueryResult<>(List.of(), null, 0, 0);
		}
		List<T> found = new ArrayList<>();
		Map<String, AttributeValue> position = Map.of();
		boolean full = false;
		while (!full && runner.hasNext()) {
			List<Map<String, AttributeValue>> items = runner.next().items();
			position = runner.position();
			for (int i = 0; i < items.size() && !full; i++) {
				found.add(this.support.convert(items.get(i)));
				full = limit != null && found.size() == limit;
				if (full && (i < items.size() - 1 || !position.isEmpty())) {
					position = runner.positionAfter(items.get(i));
				}
			}
			full |= limit == null;
		}
		String next = position.isEmpty() ? null
				: this.support.cursors().encode(position, binding(query, runner.values()));
		return new QueryResult<>(found, next, runner.scanned(), runner.capacity());
	}

	@Override
	public Optional<T> first() {
		return limit(1).stream().findFirst();
	}

	@Override
	public long count() {
		AccessPath plan = this.support.plan(this.shape.withAnswer(QueryShape.Answer.COUNT));
		QueryRunner runner = runner(query(plan), Limits.NONE);
		long count = 0;
		while (runner != null && runner.hasNext()) {
			count += Objects.requireNonNullElse(runner.next().count(), 0);
		}
		return count;
	}

	@Override
	public String explain() {
		return this.support.plan(this.shape).describe();
	}

	private QueryResult<T> read(KeyRead plan) {
		PreparedKeyRead read = new PreparedKeyRead(plan, this.support.converter());
		GetItemResponse response = this.support.executor().getItem(read.bind(List.of()), operation(null));
		boolean found = response.hasItem() && !response.item().isEmpty();
		List<T> items = (found && read.accepts(response.item(), List.of()))
				? List.of(this.support.convert(response.item())) : List.of();
		return new QueryResult<>(items, null, found ? 1 : 0, capacity(response.consumedCapacity()));
	}

	static double capacity(@Nullable ConsumedCapacity consumed) {
		return (consumed != null) ? Objects.requireNonNullElse(consumed.capacityUnits(), 0.0) : 0;
	}

	private KeyQuery query(AccessPath plan) {
		if (plan instanceof KeyQuery query && !query.isFannedOut()) {
			return query;
		}
		throw new InvalidDataAccessApiUsageException("A query reads one partition, and " + this.shape.describe()
				+ " asks for several keys (" + plan.describe() + "); ask for each of them");
	}

	private @Nullable QueryRunner runner(KeyQuery plan, Limits limits) {
		PreparedQuery query = new PreparedQuery(plan, this.support.converter(), 0);
		QueryRequest.Builder request = query.bind(List.of());
		if (request == null) {
			return null;
		}
		Integer evaluated = plan.filter().isAlways() ? QueryRunner.smaller(limits.pageSize(), limits.items())
				: limits.pageSize();
		if (evaluated != null) {
			request.limit(evaluated);
		}
		if (this.cursor != null) {
			byte[] binding = binding(plan, request.build().expressionAttributeValues());
			request.exclusiveStartKey(this.support.cursors().decode(this.cursor, binding));
		}
		Integer pages = limits.pages();
		return new QueryRunner(this.support.executor(),
				operation((plan.path().index() != null) ? plan.path().index().physicalName() : null), query,
				request.build(), (pages != null) ? pages : Integer.MAX_VALUE);
	}

	private DynamoOperation operation(@Nullable String index) {
		return this.support.operation().withIndex(index);
	}

	/**
	 * What a cursor is good for: the plan with the values in it. The values go into a
	 * digest and nowhere else.
	 */
	private static byte[] binding(KeyQuery plan, Map<String, AttributeValue> values) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(plan.describe().getBytes(StandardCharsets.UTF_8));
			new TreeMap<>(values).forEach((name, value) -> {
				digest.update(name.getBytes(StandardCharsets.UTF_8));
				digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
			});
			return digest.digest();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM has no SHA-256", ex);
		}
	}

	/**
	 * The three limits.
	 *
	 * @param pageSize how many items a request evaluates
	 * @param items how many items are returned
	 * @param pages how many requests are sent
	 */
	private record Limits(@Nullable Integer pageSize, @Nullable Integer items, @Nullable Integer pages) {

		private static final Limits NONE = new Limits(null, null, null);

	}

}
