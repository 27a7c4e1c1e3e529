package io.dkmio.core;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Pages each of which begins where the one before ended.
 */
abstract class PositionedPages extends ItemPages {

	private final boolean filtered;

	private final @Nullable Integer pageSize;

	private Map<String, AttributeValue> position;

	private boolean begun;

	/**
	 * Creates pages.
	 * @param call how they are read
	 * @param start where the first one begins, empty for the beginning
	 * @param filtered whether items are filtered: then nobody knows how many it takes to
	 * find those that are wanted
	 */
	PositionedPages(ReadCall call, Map<String, AttributeValue> start, boolean filtered) {
		super(call);
		this.pageSize = call.pageSize();
		this.position = start;
		this.filtered = filtered;
	}

	@Override
	final boolean hasMore() {
		return !this.begun || !this.position.isEmpty();
	}

	@Override
	final ItemPage read(int wanted) {
		int size = (this.pageSize != null) ? this.pageSize : ALL;
		int limit = this.filtered ? size : Math.min(size, wanted);
		ItemPage page = read(this.position.isEmpty() ? null : this.position, (limit != ALL) ? limit : null);
		this.begun = true;
		this.position = page.end();
		return page;
	}

	/**
	 * Sends the next request.
	 * @param start where it begins, {@code null} for the beginning
	 * @param limit how many items it evaluates, {@code null} for as many as fit
	 */
	abstract ItemPage read(@Nullable Map<String, AttributeValue> start, @Nullable Integer limit);

	@Override
	final Map<String, AttributeValue> position() {
		return this.position;
	}

}
