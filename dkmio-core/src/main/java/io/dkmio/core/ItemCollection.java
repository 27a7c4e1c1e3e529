package io.dkmio.core;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.util.Assert;

/**
 * The items of one partition, of whatever types, in the order of the sort key.
 *
 * @since 1.0
 */
public final class ItemCollection implements Iterable<Object> {

	private final List<Object> items;

	private final List<Map<String, Object>> unmapped;

	ItemCollection(List<Object> items, List<Map<String, Object>> unmapped) {
		this.items = List.copyOf(items);
		this.unmapped = List.copyOf(unmapped);
	}

	/**
	 * The items of a type.
	 * @param type the type, or a supertype of several
	 * @param <T> the type
	 * @return the items in the order of the sort key
	 */
	public <T> List<T> get(Class<T> type) {
		Assert.notNull(type, "Type must not be null");
		List<T> found = new ArrayList<>();
		for (Object item : this.items) {
			if (type.isInstance(item)) {
				found.add(type.cast(item));
			}
		}
		return List.copyOf(found);
	}

	/**
	 * The item of a type of which there is one at most.
	 * @param type the type
	 * @param <T> the type
	 * @return the item, if there is one
	 * @throws IncorrectResultSizeDataAccessException if there are several
	 */
	public <T> Optional<T> single(Class<T> type) {
		List<T> found = get(type);
		if (found.size() > 1) {
			throw new IncorrectResultSizeDataAccessException("One " + type.getSimpleName()
					+ " was expected in the partition, and there are " + found.size() + "; use get for all of them", 1,
					found.size());
		}
		return found.stream().findFirst();
	}

	/**
	 * The items of all known types.
	 * @return the items in the order of the sort key
	 */
	public List<Object> all() {
		return this.items;
	}

	/**
	 * How many items are of no known type.
	 * @return the number
	 */
	public int unmappedCount() {
		return this.unmapped.size();
	}

	/**
	 * The items of no known type, as they are.
	 * @return their attributes by name: strings, {@code BigDecimal}s, booleans, bytes,
	 * sets, lists and maps
	 */
	public List<Map<String, Object>> unmapped() {
		return this.unmapped;
	}

	/**
	 * Whether there is nothing in the partition.
	 * @return {@code true} if there is not
	 */
	public boolean isEmpty() {
		return this.items.isEmpty() && this.unmapped.isEmpty();
	}

	@Override
	public Iterator<Object> iterator() {
		return this.items.iterator();
	}

	/** Says how much there is: items stay out of logs. */
	@Override
	public String toString() {
		return "ItemCollection[items=" + this.items.size() + ", unmapped=" + this.unmapped.size() + "]";
	}

}
