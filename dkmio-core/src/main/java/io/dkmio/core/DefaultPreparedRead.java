package io.dkmio.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.dkmio.core.query.AccessPath;
import io.dkmio.core.query.QueryShape;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A prepared read of any access path: the path gives pages, and this makes of them what
 * is asked for.
 *
 * @param <T> the type of the results
 */
final class DefaultPreparedRead<T> implements PreparedRead<T> {

	private final ReadPath path;

	private final ReadDefinition<T> definition;

	private final ItemRows<T> rows;

	DefaultPreparedRead(ReadPath path, ReadDefinition<T> definition, ItemRows<T> rows) {
		this.path = path;
		this.definition = definition;
		this.rows = rows;
	}

	@Override
	public AccessPath plan() {
		return this.path.plan();
	}

	@Override
	public List<T> list(ReadCall call) {
		ItemPages pages = openAll(call, QueryShape.Answer.ITEMS);
		int limit = limit(call);
		List<T> found = new ArrayList<>();
		while (found.size() < limit && pages.hasNext()) {
			List<Map<String, AttributeValue>> items = pages.next(limit - found.size()).items();
			for (int i = 0; i < items.size() && found.size() < limit; i++) {
				T row = this.rows.read(items.get(i));
				if (row != null) {
					found.add(row);
				}
			}
		}
		pages.close();
		return Collections.unmodifiableList(found);
	}

	@Override
	public Stream<T> stream(ReadCall call) {
		ItemPages pages = open(call, QueryShape.Answer.ITEMS);
		RowIterator<T> items = new RowIterator<>(pages, this.rows, limit(call),
				call.prefetch() ? this.path.support().threads() : null);
		return StreamSupport
			.stream(Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED | Spliterator.NONNULL), false)
			.onClose(items::close);
	}

	@Override
	public QueryResult<T> page(ReadCall call) {
		ItemPages pages = open(call, QueryShape.Answer.ITEMS);
		boolean limited = call.limit() != null || call.maxPages() != null;
		int limit = limit(call);
		List<T> found = new ArrayList<>();
		List<Map<String, AttributeValue>> returned = new ArrayList<>();
		Map<String, AttributeValue> position = Map.of();
		boolean full = false;
		boolean more = false;
		List<Map<String, AttributeValue>> unmapped = new ArrayList<>();
		while (!full && pages.hasNext()) {
			List<Map<String, AttributeValue>> items = pages.next(limit - found.size()).items();
			position = pages.position();
			for (int i = 0; i < items.size() && !full; i++) {
				T row = this.rows.read(items.get(i));
				if (row == null) {
					unmapped.add(items.get(i));
					continue;
				}
				found.add(row);
				returned.add(items.get(i));
				full = found.size() == limit;
				if (full && i < items.size() - 1) {
					position = pages.positionAfter(items.get(i));
					more = true;
				}
			}
			full |= !limited && pages.isPageEnd();
		}
		pages.close();
		more |= pages.hasMore();
		return new QueryResult<>(found, new ResultPositions(pages, returned, position, more), pages, returned,
				unmapped);
	}

	@Override
	public Optional<T> first(ReadCall call) {
		ItemPages pages = open(call, QueryShape.Answer.ITEMS);
		while (pages.hasNext()) {
			for (Map<String, AttributeValue> item : pages.next(1).items()) {
				T row = this.rows.read(item);
				if (row != null) {
					pages.close();
					return Optional.of(row);
				}
			}
		}
		return Optional.empty();
	}

	@Override
	public long count(ReadCall call) {
		refuseCursor(call, "A count");
		ItemPages pages = openAll(call, QueryShape.Answer.COUNT);
		long limit = (call.limit() != null) ? call.limit() : Long.MAX_VALUE;
		long count = 0;
		while (count < limit && pages.hasNext()) {
			count += pages.next((int) Math.min(limit - count, ItemPages.ALL)).count();
		}
		pages.close();
		return Math.min(count, limit);
	}

	@Override
	public boolean exists(ReadCall call) {
		refuseCursor(call, "A question whether there is an item");
		ItemPages pages = open(call, QueryShape.Answer.EXISTS);
		while (pages.hasNext()) {
			if (pages.next(1).count() > 0) {
				pages.close();
				return true;
			}
		}
		return false;
	}

	private ItemPages open(ReadCall call, QueryShape.Answer answer) {
		check(call, answer);
		return this.path.open(call);
	}

	private ItemPages openAll(ReadCall call, QueryShape.Answer answer) {
		check(call, answer);
		return this.path.openAll(call);
	}

	private void check(ReadCall call, QueryShape.Answer answer) {
		if (this.definition.shape().answer() != answer) {
			throw new InvalidDataAccessApiUsageException("A read prepared for " + this.definition.shape().answer()
					+ " (" + plan().describe() + ") was called for " + answer + "; prepare a shape with this answer");
		}
		checkArguments(this.definition, plan(), call);
		this.path.check(call);
	}

	static void checkArguments(ReadDefinition<?> definition, AccessPath plan, ReadCall call) {
		if (call.arguments().size() != definition.parameters()) {
			throw new InvalidDataAccessApiUsageException("A read prepared for " + definition.parameters()
					+ " arguments (" + plan.describe() + ") was called with " + call.arguments().size());
		}
	}

	private static void refuseCursor(ReadCall call, String what) {
		if (call.cursor() != null) {
			throw new InvalidDataAccessApiUsageException(
					what + " begins at the beginning, and was called with a cursor; leave the cursor out");
		}
	}

	private static int limit(ReadCall call) {
		return (call.limit() != null) ? call.limit() : ItemPages.ALL;
	}

}
