package io.dkmio.core;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dkmio.core.document.Document;

/**
 * What a scan returned.
 *
 * @param <T> the type of the items
 * @since 1.0
 */
public final class ScanResult<T> implements Iterable<T> {

	private final QueryResult<T> result;

	ScanResult(QueryResult<T> result) {
		this.result = result;
	}

	/**
	 * The items.
	 * @return the items in no order
	 */
	public List<T> items() {
		return this.result.items();
	}

	/**
	 * Whether the whole table was read, from where the scan began.
	 * @return {@code false} if a limit was reached before
	 */
	public boolean completed() {
		return !this.result.hasNext();
	}

	/**
	 * Where to go on, as {@link QueryResult#cursor()}. A scan in segments has no such
	 * place.
	 * @return the cursor, empty if there is no more
	 */
	public Optional<String> cursor() {
		return this.result.cursor();
	}

	/**
	 * How many items DynamoDB evaluated, before it filtered.
	 * @return the number
	 */
	public int scannedCount() {
		return this.result.scannedCount();
	}

	/**
	 * What the scan cost.
	 * @return the read capacity units
	 */
	public double consumedCapacity() {
		return this.result.consumedCapacity();
	}

	/**
	 * How many items were left out because they are of no known type.
	 * @return the number
	 */
	public int unmappedCount() {
		return this.result.unmappedCount();
	}

	/**
	 * The items as DynamoDB returned them, in the same order.
	 * @return the rows, made when they are asked for
	 */
	public List<Document> rows() {
		return this.result.rows();
	}

	/**
	 * What was left out because it is of no known type, as DynamoDB returned it.
	 * @return the rows, made when they are asked for
	 */
	public List<Document> unmapped() {
		return this.result.unmapped();
	}

	/**
	 * What can be logged, as {@link QueryResult#debug()}.
	 * @return the facts by name
	 */
	public Map<String, Object> debug() {
		Map<String, Object> facts = this.result.debug();
		facts.put("completed", completed());
		return facts;
	}

	@Override
	public Iterator<T> iterator() {
		return this.result.iterator();
	}

	/** Says how much there is: items stay out of logs. */
	@Override
	public String toString() {
		return "ScanResult[items=" + items().size() + ", completed=" + completed() + ", scanned=" + scannedCount()
				+ ", capacity=" + consumedCapacity() + "]";
	}

}
