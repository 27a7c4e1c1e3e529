package io.dkmio.core.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * What is asked of a table or an index. Checked as it is put together, and immutable.
 *
 * @param source what is read from
 * @param key the condition on the keys, {@code null} for a scan
 * @param sorted whether the condition is also on the sort key
 * @param filter what is filtered after reading
 * @param select the paths to read, empty for all
 * @param backwards whether the sort key is read in descending order
 * @param consistent whether what was written last is read
 * @param segments how many parts a scan reads side by side
 * @param limits how much is read
 * @param cursor where to go on
 */
record ReadSpec(ReadSource source, @Nullable Condition key, boolean sorted, Condition filter,
		List<AttributePath> select, boolean backwards, boolean consistent, int segments, Limits limits,
		@Nullable String cursor) {

	static ReadSpec query(ReadSource source, Condition key) {
		return new ReadSpec(source, key, false, Condition.always(), List.of(), false, false, 1, Limits.NONE, null);
	}

	static ReadSpec scan(ReadSource source) {
		return new ReadSpec(source, null, false, Condition.always(), List.of(), false, false, 1, Limits.NONE, null);
	}

	private ReadSpec checked() {
		if (this.consistent && this.source.isGlobalIndex()) {
			throw new InvalidDataAccessApiUsageException("A consistent read of " + this.source
					+ " is not possible: it is a global index, which follows the table with a delay. Read the table,"
					+ " or a local index, consistently");
		}
		if (this.segments > 1 && this.cursor != null) {
			throw new InvalidDataAccessApiUsageException("A scan in " + this.segments
					+ " segments cannot go on after a cursor: a cursor is a position in one. Leave out segments(…)");
		}
		return this;
	}

	boolean isQuery() {
		return this.key != null;
	}

	ReadSpec withSort(SortKeyCondition... conditions) {
		if (this.sorted || this.key == null) {
			throw new InvalidDataAccessApiUsageException("where(…) is called twice for a query of " + this.source
					+ ": DynamoDB takes one condition on a sort key. Use between(…) for a range");
		}
		return new ReadSpec(this.source, this.key.and(this.source.condition(conditions)), true, this.filter,
				this.select, this.backwards, this.consistent, this.segments, this.limits, this.cursor);
	}

	ReadSpec withFilter(Condition condition) {
		Assert.notNull(condition, "Condition must not be null");
		if (isQuery()) {
			this.source.requireNoKeys(condition);
		}
		this.source.requireHeld("filter", condition.paths());
		return new ReadSpec(this.source, this.key, this.sorted, this.filter.and(condition), this.select, this.backwards,
				this.consistent, this.segments, this.limits, this.cursor);
	}

	ReadSpec withSelect(Collection<AttributePath> paths) {
		this.source.requireHeld("selection", paths);
		List<AttributePath> select = new ArrayList<>(this.select);
		select.addAll(paths);
		return new ReadSpec(this.source, this.key, this.sorted, this.filter, List.copyOf(select), this.backwards,
				this.consistent, this.segments, this.limits, this.cursor);
	}

	ReadSpec withBackwards() {
		return new ReadSpec(this.source, this.key, this.sorted, this.filter, this.select, true, this.consistent,
				this.segments, this.limits, this.cursor);
	}

	ReadSpec withConsistent() {
		return new ReadSpec(this.source, this.key, this.sorted, this.filter, this.select, this.backwards, true,
				this.segments, this.limits, this.cursor)
			.checked();
	}

	ReadSpec withSegments(int segments) {
		Assert.isTrue(segments >= 1 && segments <= 1_000_000, "Segments must be from 1 to 1000000");
		return new ReadSpec(this.source, this.key, this.sorted, this.filter, this.select, this.backwards,
				this.consistent, segments, this.limits, this.cursor)
			.checked();
	}

	ReadSpec withLimits(Limits limits) {
		return new ReadSpec(this.source, this.key, this.sorted, this.filter, this.select, this.backwards,
				this.consistent, this.segments, limits, this.cursor);
	}

	ReadSpec withCursor(String cursor) {
		Assert.notNull(cursor, "Cursor must not be null");
		return new ReadSpec(this.source, this.key, this.sorted, this.filter, this.select, this.backwards,
				this.consistent, this.segments, this.limits, cursor)
			.checked();
	}

	/**
	 * The same for counting: what is returned does not matter.
	 */
	ReadSpec forCount() {
		return new ReadSpec(this.source, this.key, this.sorted, this.filter, List.of(), this.backwards, this.consistent,
				this.segments, new Limits(this.limits.pageSize(), null, this.limits.pages()), this.cursor);
	}

	/**
	 * The attributes that are read for the position alone, because a page may be cut
	 * after any item and the selection leaves them out.
	 */
	Set<String> hidden() {
		if (this.select.isEmpty() || this.filter.isAlways() || this.limits.items() == null) {
			return Set.of();
		}
		Set<String> hidden = new LinkedHashSet<>(this.source.positionNames());
		this.select.forEach((path) -> hidden.remove(path.root()));
		return hidden;
	}

	/**
	 * The paths of the request's projection.
	 */
	List<AttributePath> projection() {
		List<AttributePath> paths = new ArrayList<>(this.select);
		hidden().forEach((name) -> paths.add(AttributePath.of(name)));
		return paths;
	}

	boolean readsPartOnly() {
		return !this.select.isEmpty() || this.source.holdsPartOnly();
	}

	/**
	 * The three limits.
	 *
	 * @param pageSize how many items a request evaluates
	 * @param items how many items are returned
	 * @param pages how many requests are sent
	 */
	record Limits(@Nullable Integer pageSize, @Nullable Integer items, @Nullable Integer pages) {

		private static final Limits NONE = new Limits(null, null, null);

		Limits {
			positive(pageSize, "A page size");
			positive(pages, "A number of pages");
			Assert.isTrue(items == null || items >= 0, "A limit must not be negative");
		}

		private static void positive(@Nullable Integer value, String what) {
			Assert.isTrue(value == null || value > 0, () -> what + " must be at least 1");
		}

		Limits withPageSize(int items) {
			return new Limits(items, this.items, this.pages);
		}

		Limits withItems(int items) {
			return new Limits(this.pageSize, items, this.pages);
		}

		Limits withPages(int pages) {
			return new Limits(this.pageSize, this.items, pages);
		}

	}

}
