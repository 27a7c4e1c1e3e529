package io.dkmio.core;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a query returned.
 *
 * @param <T> the type of the items
 * @since 1.0
 */
public final class QueryResult<T> implements Iterable<T> {

	private final List<T> items;

	private final @Nullable String cursor;

	private final int scannedCount;

	private final double consumedCapacity;

	QueryResult(List<T> items, @Nullable String cursor, int scannedCount, double consumedCapacity) {
		this.items = List.copyOf(items);
		this.cursor = cursor;
		this.scannedCount = scannedCount;
		this.consumedCapacity = consumedCapacity;
	}

	/**
	 * The items.
	 * @return the items in the order of the sort key
	 */
	public List<T> items() {
		return this.items;
	}

	/**
	 * Where to go on: after the last item returned. The text is opaque, signed, and good
	 * for the same query alone. There may be a cursor and nothing behind it.
	 * @return the cursor, empty if there is no more
	 */
	public Optional<String> cursor() {
		return Optional.ofNullable(this.cursor);
	}

	/**
	 * How many items DynamoDB evaluated, before it filtered.
	 * @return the number
	 */
	public int scannedCount() {
		return this.scannedCount;
	}

	/**
	 * What the query cost.
	 * @return the read capacity units
	 */
	public double consumedCapacity() {
		return this.consumedCapacity;
	}

	@Override
	public Iterator<T> iterator() {
		return this.items.iterator();
	}

	/** Says how much there is: items stay out of logs. */
	@Override
	public String toString() {
		return "QueryResult[items=" + this.items.size() + ", hasNext=" + (this.cursor != null) + ", scanned="
				+ this.scannedCount + ", capacity=" + this.consumedCapacity + "]";
	}

}
