package io.dkmio.core;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The results of a call, read a page at a time when they are asked for.
 *
 * @param <T> the type of the results
 */
final class RowIterator<T> implements Iterator<T> {

	private final ItemPages pages;

	private final ItemRows<T> rows;

	private final @Nullable Executor threads;

	private int wanted;

	private List<Map<String, AttributeValue>> page = List.of();

	private int at;

	private @Nullable T next;

	private @Nullable FutureTask<ItemPage> ahead;

	/**
	 * Creates an iterator.
	 * @param threads read the next page while one is used, {@code null} to read it when
	 * it is needed
	 */
	RowIterator(ItemPages pages, ItemRows<T> rows, int limit, @Nullable Executor threads) {
		this.pages = pages;
		this.rows = rows;
		this.wanted = limit;
		this.threads = threads;
	}

	@Override
	public boolean hasNext() {
		while (this.next == null && this.wanted > 0) {
			if (this.at < this.page.size()) {
				readAhead();
				this.next = this.rows.read(this.page.get(this.at++));
			}
			else if (!turnPage()) {
				return false;
			}
		}
		return this.next != null;
	}

	private boolean turnPage() {
		if (this.ahead != null) {
			FutureTask<ItemPage> task = this.ahead;
			this.ahead = null;
			this.page = ReadAhead.result(task).items();
		}
		else if (this.pages.hasNext()) {
			this.page = this.pages.next(this.wanted).items();
		}
		else {
			return false;
		}
		this.at = 0;
		return true;
	}

	/**
	 * Begins to read the next page once half of this one is used.
	 */
	private void readAhead() {
		int missing = (this.wanted == ItemPages.ALL) ? ItemPages.ALL : this.wanted - (this.page.size() - this.at);
		if (this.threads != null && this.ahead == null && missing > 0 && this.at >= this.page.size() / 2
				&& this.pages.hasNext()) {
			this.ahead = new FutureTask<>(() -> this.pages.next(missing));
			ReadAhead.start(this.threads, this.ahead);
		}
	}

	@Override
	public T next() {
		if (!hasNext() || this.next == null) {
			throw new NoSuchElementException();
		}
		T row = this.next;
		this.next = null;
		if (this.wanted != ItemPages.ALL) {
			this.wanted--;
		}
		return row;
	}

	void close() {
		if (this.ahead != null) {
			this.ahead.cancel(true);
			this.ahead = null;
		}
		this.wanted = 0;
		this.pages.close();
	}

}
