package io.dkmio.core;

import java.util.Map;
import java.util.NoSuchElementException;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The pages of one call, each read when it is asked for. For one thread.
 */
abstract class ItemPages {

	/** The number of wanted items where there is no limit. */
	static final int ALL = Integer.MAX_VALUE;

	private final int maxPages;

	private int pages;

	private int scanned;

	private double capacity;

	ItemPages(ReadCall call) {
		this.maxPages = (call.maxPages() != null) ? call.maxPages() : Integer.MAX_VALUE;
	}

	/**
	 * Whether there is more, and one more request is allowed.
	 */
	final boolean hasNext() {
		return this.pages < this.maxPages && hasMore();
	}

	/**
	 * Reads the next page.
	 * @param wanted how many items can be used at most
	 */
	final ItemPage next(int wanted) {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		if (Thread.currentThread().isInterrupted()) {
			throw new DataAccessResourceFailureException("The thread was interrupted before it read page "
					+ (this.pages + 1) + "; its interrupt flag is set, and the read was given up");
		}
		ItemPage page = read(wanted);
		this.pages++;
		this.scanned += page.scanned();
		this.capacity += page.capacity();
		return page;
	}

	/**
	 * Whether there may be more items.
	 */
	abstract boolean hasMore();

	/**
	 * Sends the next request.
	 */
	abstract ItemPage read(int wanted);

	/**
	 * Whether a result without a limit ends after each request.
	 */
	boolean isPageEnd() {
		return true;
	}

	/**
	 * Lets go of what is under way.
	 */
	void close() {
	}

	/**
	 * Where the last page ended.
	 * @return the position, empty if there is no more
	 */
	abstract Map<String, AttributeValue> position();

	/**
	 * The position right after an item.
	 */
	abstract Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item);

	/**
	 * A position as text for the caller.
	 */
	abstract String cursor(Map<String, AttributeValue> position);

	final int scanned() {
		return this.scanned;
	}

	final double capacity() {
		return this.capacity;
	}

}
