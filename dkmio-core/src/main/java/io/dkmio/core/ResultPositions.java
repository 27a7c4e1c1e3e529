package io.dkmio.core;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The places in a result, made into cursors when they are asked for.
 *
 * @param pages the pages that were read
 * @param items the items that were returned
 * @param end where to go on, empty if there is no more, or no place
 * @param hasNext whether there may be more
 */
record ResultPositions(ItemPages pages, List<Map<String, AttributeValue>> items, Map<String, AttributeValue> end,
		boolean hasNext) {

	/**
	 * The positions of a result that is there as a whole.
	 */
	static ResultPositions none() {
		return new ResultPositions(new NoPages(), List.of(), Map.of(), false);
	}

	@Nullable String next() {
		return this.end.isEmpty() ? null : this.pages.cursor(this.end);
	}

	String after(int index) {
		return this.pages.cursor(this.pages.positionAfter(this.items.get(index)));
	}

}
