package io.dkmio.core;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.dkmio.core.document.Document;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * What a query returned.
 *
 * @param <T> the type of the items
 * @since 1.0
 */
public final class QueryResult<T> implements Iterable<T> {

	private final List<T> items;

	private final ResultPositions positions;

	private final int scannedCount;

	private final double consumedCapacity;

	private final int unmappedCount;

	private final List<Map<String, AttributeValue>> rows;

	private final List<Map<String, AttributeValue>> unmapped;

	QueryResult(List<T> items, ResultPositions positions, ItemPages pages, List<Map<String, AttributeValue>> rows,
			List<Map<String, AttributeValue>> unmapped) {
		this(items, positions, pages.scanned(), pages.capacity(), unmapped.size(), rows, unmapped);
	}

	QueryResult(List<T> items, ResultPositions positions, int scannedCount, double consumedCapacity,
			int unmappedCount) {
		this(items, positions, scannedCount, consumedCapacity, unmappedCount, List.of(), List.of());
	}

	private QueryResult(List<T> items, ResultPositions positions, int scannedCount, double consumedCapacity,
			int unmappedCount, List<Map<String, AttributeValue>> rows, List<Map<String, AttributeValue>> unmapped) {
		this.rows = rows;
		this.unmapped = unmapped;
		this.unmappedCount = unmappedCount;
		this.items = Collections.unmodifiableList(items);
		this.positions = positions;
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
	 * Whether there may be more. There may be nothing behind the last item all the same.
	 * @return {@code false} if this is the end
	 */
	public boolean hasNext() {
		return this.positions.hasNext();
	}

	/**
	 * Where to go on: after the last item returned. The text is opaque, encrypted,
	 * signed, and good for the same query with the same values alone. There may be a
	 * cursor and nothing behind it.
	 * @return the cursor, empty if there is no more
	 */
	public Optional<String> cursor() {
		return Optional.ofNullable(this.positions.next());
	}

	/**
	 * Where to go on after one of the items. The text is made when it is asked for, and
	 * is of the same kind as {@link #cursor()}.
	 * @param index the place of the item in {@link #items()}
	 * @return the cursor
	 */
	public String cursorAfter(int index) {
		Assert.isTrue(index >= 0 && index < this.items.size(),
				() -> "A cursor after item " + index + " was asked for, and there are " + this.items.size());
		return this.positions.after(index);
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

	/**
	 * How many items were left out because they are of no known type. Only reads of
	 * several types leave them out; see {@link UnmappedItems}.
	 * @return the number
	 */
	public int unmappedCount() {
		return this.unmappedCount;
	}

	/**
	 * The items as DynamoDB returned them, in the same order. A result that is composed
	 * of whole partitions has none.
	 * @return the rows, made when they are asked for
	 */
	public List<Document> rows() {
		return this.rows.stream().map(Document::ofItem).toList();
	}

	/**
	 * What was left out because it is of no known type, as DynamoDB returned it. A result
	 * that is composed of whole partitions has its own:
	 * {@link ItemCollection#unmapped()}.
	 * @return the rows, made when they are asked for
	 */
	public List<Document> unmapped() {
		return this.unmapped.stream().map(Document::ofItem).toList();
	}

	/**
	 * What can be logged: how many items of which types there are, what was read for them
	 * and what it cost. No item, key or cursor is in it.
	 * @return the facts by name, in a fixed order
	 */
	public Map<String, Object> debug() {
		Map<String, Long> types = new TreeMap<>();
		this.items
			.forEach((item) -> types.merge(ClassUtils.getShortName(ClassUtils.getUserClass(item)), 1L, Long::sum));
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("items", this.items.size());
		facts.put("types", types);
		facts.put("unmapped", this.unmappedCount);
		facts.put("hasNext", hasNext());
		facts.put("scanned", this.scannedCount);
		facts.put("capacity", this.consumedCapacity);
		return facts;
	}

	@Override
	public Iterator<T> iterator() {
		return this.items.iterator();
	}

	/** Says how much there is: items stay out of logs. */
	@Override
	public String toString() {
		return "QueryResult[items=" + this.items.size() + ", hasNext=" + hasNext() + ", scanned=" + this.scannedCount
				+ ", capacity=" + this.consumedCapacity + "]";
	}

}
