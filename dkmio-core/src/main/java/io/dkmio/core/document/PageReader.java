package io.dkmio.core.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.ParallelTasks;
import io.dkmio.core.document.ReadSpec.Limits;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Reads the pages of one query or scan, each when it is needed; of a scan in segments,
 * one page of each at a time.
 */
final class PageReader {

	private final DynamoExecutor executor;

	private final DynamoOperation operation;

	private final ReadRequests requests;

	private final ReadSpec spec;

	/** Where each segment goes on, {@code null} for one that is read to its end. */
	private final @Nullable Map<String, AttributeValue>[] positions;

	private final ParallelTasks tasks;

	private int pages;

	@SuppressWarnings({ "unchecked", "rawtypes" })
	PageReader(DynamoExecutor executor, DynamoOperation operation, ReadRequests requests, ReadSpec spec,
			Map<String, AttributeValue> start) {
		this.executor = executor;
		this.operation = operation;
		this.requests = requests;
		this.spec = spec;
		this.tasks = ParallelTasks.of(spec.segments());
		this.positions = new Map[spec.segments()];
		Arrays.fill(this.positions, requests.isNever() ? null : start);
	}

	/**
	 * Whether there is a page, and another request allowed.
	 */
	boolean hasNext() {
		return !isAtEnd() && this.pages < maxPages();
	}

	/**
	 * Whether everything is read.
	 */
	boolean isAtEnd() {
		return Arrays.stream(this.positions).allMatch(Objects::isNull);
	}

	/**
	 * Where the only segment goes on.
	 * @return the position, empty at the end
	 */
	Map<String, AttributeValue> position() {
		Map<String, AttributeValue> position = this.positions[0];
		return (position != null) ? position : Map.of();
	}

	/**
	 * Reads the next page of each segment.
	 * @param wanted how many items are still to be returned, or {@code null} for all
	 */
	List<Page> next(@Nullable Integer wanted) {
		List<Integer> open = new ArrayList<>();
		for (int i = 0; i < this.positions.length && open.size() < maxPages() - this.pages; i++) {
			if (this.positions[i] != null) {
				open.add(i);
			}
		}
		Integer limit = limit(wanted);
		@Nullable Page[] pages = new Page[open.size()];
		List<Runnable> reads = new ArrayList<>();
		for (int i = 0; i < pages.length; i++) {
			int number = i;
			reads.add(() -> pages[number] = read(open.get(number), limit));
		}
		RuntimeException failure = this.tasks.run(reads);
		if (failure != null) {
			throw failure;
		}
		List<Page> result = new ArrayList<>();
		for (int i = 0; i < pages.length; i++) {
			Page page = pages[i];
			if (page == null) {
				throw new DataAccessResourceFailureException(
						"A scan in " + this.positions.length + " segments was interrupted before it was done");
			}
			this.positions[open.get(i)] = page.end().isEmpty() ? null : page.end();
			result.add(page);
		}
		this.pages += pages.length;
		return result;
	}

	private Page read(int segment, @Nullable Integer limit) {
		Map<String, AttributeValue> start = Objects.requireNonNull(this.positions[segment]);
		return this.spec.isQuery() ? Page.of(this.executor.query(this.requests.query(start, limit), this.operation))
				: Page.of(this.executor.scan(this.requests.scan(segment, start, limit), this.operation));
	}

	/**
	 * No more items are evaluated than are returned, unless there is a filter.
	 */
	private @Nullable Integer limit(@Nullable Integer wanted) {
		Integer pageSize = this.spec.limits().pageSize();
		if (wanted == null || !this.spec.filter().isAlways()) {
			return pageSize;
		}
		return (pageSize != null) ? Integer.valueOf(Math.min(pageSize, wanted)) : wanted;
	}

	private int maxPages() {
		Limits limits = this.spec.limits();
		return (limits.pages() != null) ? limits.pages() : Integer.MAX_VALUE;
	}

}
