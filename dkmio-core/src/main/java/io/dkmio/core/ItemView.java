package io.dkmio.core;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A view of a map's items, which scans them when it is iterated, and deletes what its
 * iterator is told to.
 *
 * @param <T> the type of the items
 * @param <V> what each item is shown as
 */
final class ItemView<T, V> extends AbstractSet<V> {

	private final DefaultItemMap<?, T> map;

	private final String name;

	private final Supplier<Iterator<T>> items;

	private final Function<T, V> view;

	private final Predicate<@Nullable Object> contains;

	private final Predicate<@Nullable Object> remove;

	/**
	 * Creates a view.
	 * @param map the map
	 * @param name what is shown, for people
	 * @param items what is iterated
	 * @param view what an item is shown as
	 * @param contains tests for an element
	 * @param remove removes an element
	 */
	ItemView(DefaultItemMap<?, T> map, String name, Supplier<Iterator<T>> items, Function<T, V> view,
			Predicate<@Nullable Object> contains, Predicate<@Nullable Object> remove) {
		this.map = map;
		this.name = name;
		this.items = items;
		this.view = view;
		this.contains = contains;
		this.remove = remove;
	}

	@Override
	public Iterator<V> iterator() {
		return new Viewed(this.items.get());
	}

	@Override
	public boolean contains(@Nullable Object element) {
		return this.contains.test(element);
	}

	@Override
	public boolean remove(@Nullable Object element) {
		return this.remove.test(element);
	}

	@Override
	public int size() {
		return this.map.size();
	}

	@Override
	public boolean isEmpty() {
		return this.map.isEmpty();
	}

	@Override
	public void clear() {
		this.map.clear();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/** Says what is shown, without reading it. */
	@Override
	public String toString() {
		return this.name + " of " + this.map;
	}

	private final class Viewed implements Iterator<V> {

		private final Iterator<T> items;

		private @Nullable T last;

		private Viewed(Iterator<T> items) {
			this.items = items;
		}

		@Override
		public boolean hasNext() {
			return this.items.hasNext();
		}

		@Override
		public V next() {
			T item = this.items.next();
			this.last = item;
			return ItemView.this.view.apply(item);
		}

		@Override
		public void remove() {
			T item = this.last;
			Assert.state(item != null, "There is nothing to remove: call next() first");
			ItemView.this.map.delete(item);
			this.last = null;
		}

	}

}
