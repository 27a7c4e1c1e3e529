package io.dkmio.core.document;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a query or scan returned.
 *
 * @since 1.0
 */
public final class DocumentResult implements Iterable<Document> {

	private final List<Document> items;

	private final @Nullable String cursor;

	private final boolean completed;

	private final int scannedCount;

	private final double consumedCapacity;

	DocumentResult(List<Document> items, @Nullable String cursor, boolean completed, int scannedCount,
			double consumedCapacity) {
		this.items = List.copyOf(items);
		this.cursor = cursor;
		this.completed = completed;
		this.scannedCount = scannedCount;
		this.consumedCapacity = consumedCapacity;
	}

	/**
	 * The documents.
	 * @return the documents; of a query, in the order of the sort key
	 */
	public List<Document> items() {
		return this.items;
	}

	/**
	 * Where to go on: after the last document returned. The text is opaque, signed, and
	 * good for the same keys of the same table or index alone. There may be a cursor and
	 * nothing behind it.
	 * @return the cursor, empty if there is no more, and for a scan in segments
	 */
	public Optional<String> cursor() {
		return Optional.ofNullable(this.cursor);
	}

	/**
	 * Whether everything was read, and no limit came before the end.
	 * @return {@code true} if there is no more
	 */
	public boolean completed() {
		return this.completed;
	}

	/**
	 * How many items DynamoDB evaluated, before it filtered.
	 * @return the number
	 */
	public int scannedCount() {
		return this.scannedCount;
	}

	/**
	 * What the read cost.
	 * @return the read capacity units
	 */
	public double consumedCapacity() {
		return this.consumedCapacity;
	}

	@Override
	public Iterator<Document> iterator() {
		return this.items.iterator();
	}

	/** Says how much there is: documents stay out of logs. */
	@Override
	public String toString() {
		return "DocumentResult[items=" + this.items.size() + ", completed=" + this.completed + ", scanned="
				+ this.scannedCount + ", capacity=" + this.consumedCapacity + "]";
	}

}
