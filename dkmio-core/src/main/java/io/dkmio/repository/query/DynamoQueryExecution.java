package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.dkmio.core.PreparedRead;
import io.dkmio.core.QueryResult;
import io.dkmio.core.ReadCall;
import io.dkmio.core.query.Cursor;
import io.dkmio.repository.DynamoPageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.SliceImpl;
import org.springframework.data.domain.Window;

/**
 * What a method does with a read, by what it returns. Each sends no more than it needs.
 */
@FunctionalInterface
interface DynamoQueryExecution {

	/**
	 * Does it.
	 * @param read the read
	 * @param call the arguments
	 * @param limit how many items are asked for, {@code null} for all
	 * @param pageable the page that is asked for, unpaged for all
	 * @return what the method returns
	 */
	@Nullable Object execute(MethodRead read, ReadCall call, @Nullable Integer limit, Pageable pageable);

	/**
	 * All items, or as many as are asked for.
	 */
	final class Listing implements DynamoQueryExecution {

		@Override
		public Object execute(MethodRead read, ReadCall call, @Nullable Integer limit, Pageable pageable) {
			return read.mapping().all(read.items().list(limited(call, limit, pageable)));
		}

	}

	/**
	 * Items as they are asked for.
	 */
	final class Streaming implements DynamoQueryExecution {

		@Override
		public Object execute(MethodRead read, ReadCall call, @Nullable Integer limit, Pageable pageable) {
			Stream<?> items = read.items().stream(limited(call, limit, pageable));
			return read.mapping().isIdentity() ? items : items.map(read.mapping()::one);
		}

	}

	/**
	 * One item: the first one, or the only one.
	 *
	 * @param source what asks
	 * @param first whether there may be more
	 */
	record Single(QuerySource source, boolean first) implements DynamoQueryExecution {

		@Override
		public @Nullable Object execute(MethodRead read, ReadCall call, @Nullable Integer limit, Pageable pageable) {
			if (this.first || (limit != null && limit == 1)) {
				return read.items().first(call).map(read.mapping()::one).orElse(null);
			}
			List<?> items = read.items().list(read.mapping().partition() ? call : call.withLimit(2));
			if (items.size() > 1) {
				throw new IncorrectResultSizeDataAccessException(this.source.describe()
						+ " returns one item, and there are several. Return a List, or ask for the first (findFirst…By)",
						1);
			}
			return items.isEmpty() ? null : read.mapping().one(items.get(0));
		}

	}

	/**
	 * A page, and whether there is another: one item more is read to know.
	 */
	final class Slicing implements DynamoQueryExecution {

		@Override
		public Object execute(MethodRead read, ReadCall call, @Nullable Integer limit, Pageable pageable) {
			if (pageable.isUnpaged()) {
				return new SliceImpl<>(read.mapping().all(read.items().list(limited(call, limit, pageable))));
			}
			int size = pageable.getPageSize();
			QueryResult<?> result = read.items().page(after(call.withLimit(size + 1), pageable));
			List<?> items = result.items();
			boolean more = items.size() > size;
			Pageable request = DynamoPageRequest.of(pageable, more ? result.cursorAfter(size - 1) : null);
			return new SliceImpl<>(read.mapping().all(more ? items.subList(0, size) : items), request, more);
		}

	}

	/**
	 * A page and how many items there are on all pages, which are counted.
	 */
	final class Paging implements DynamoQueryExecution {

		@Override
		public Object execute(MethodRead read, ReadCall call, @Nullable Integer limit, Pageable pageable) {
			if (pageable.isUnpaged()) {
				return new PageImpl<>(read.mapping().all(read.items().list(limited(call, limit, pageable))));
			}
			QueryResult<?> result = read.items().page(after(call.withLimit(pageable.getPageSize()), pageable));
			String next = result.cursor().orElse(null);
			boolean all = next == null && pageable.getPageNumber() == 0;
			PreparedRead<?> counter = read.total();
			long total = (all || counter == null) ? result.items().size() : counter.count(call);
			return new PageImpl<>(read.mapping().all(result.items()), DynamoPageRequest.of(pageable, next), total);
		}

	}

	/**
	 * A window: as many items as are asked for, or else one page of DynamoDB.
	 */
	final class Scrolling implements DynamoQueryExecution {

		@Override
		public Object execute(MethodRead read, ReadCall call, @Nullable Integer limit, Pageable pageable) {
			QueryResult<?> result = read.items().page(limited(call, limit, pageable));
			return Window.from(read.mapping().all(result.items()),
					(index) -> Cursor.decode(result.cursorAfter(index)).toScrollPosition(), result.hasNext());
		}

	}

	/**
	 * How many items there are.
	 */
	final class Counting implements DynamoQueryExecution {

		private final boolean narrow;

		/**
		 * Counts.
		 * @param narrow whether the method returns an int
		 */
		Counting(boolean narrow) {
			this.narrow = narrow;
		}

		@Override
		public Object execute(MethodRead read, ReadCall call, @Nullable Integer limit, Pageable pageable) {
			long count = read.items().count(call);
			return this.narrow ? (Object) Math.toIntExact(count) : (Object) count;
		}

	}

	/**
	 * Whether there is an item.
	 */
	final class Probing implements DynamoQueryExecution {

		@Override
		public Object execute(MethodRead read, ReadCall call, @Nullable Integer limit, Pageable pageable) {
			return read.items().exists(call);
		}

	}

	private static ReadCall limited(ReadCall call, @Nullable Integer limit, Pageable pageable) {
		Integer items = pageable.isPaged() ? Integer.valueOf(pageable.getPageSize()) : limit;
		return after((items != null) ? call.withLimit(items) : call, pageable);
	}

	private static ReadCall after(ReadCall call, Pageable pageable) {
		return (pageable instanceof DynamoPageRequest request) ? request.cursor().map(call::withCursor).orElse(call)
				: call;
	}

}
