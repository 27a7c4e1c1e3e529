package io.dkmio.core.document;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A view of a map over a table: it scans the table when it is iterated, and deletes what
 * its iterator is told to. For the maps of dkmio.
 *
 * @param <V> the type of the map's values
 * @param <T> what each value is shown as
 * @since 1.0
 */
public final class ScannedSet<V, T> extends AbstractSet<T> {

	private final Map<?, V> map;

	private final String name;

	private final Supplier<Stream<V>> scan;

	private final Function<V, T> view;

	private final Consumer<V> delete;

	private final Predicate<@Nullable Object> contains;

	private final Predicate<@Nullable Object> remove;

	/**
	 * Creates a view.
	 * @param map the map
	 * @param name what is shown, for people
	 * @param scan what is iterated
	 * @param view what a value is shown as
	 * @param delete deletes a value that was scanned
	 * @param contains tests for an element
	 * @param remove removes an element
	 */
	public ScannedSet(Map<?, V> map, String name, Supplier<Stream<V>> scan, Function<V, T> view, Consumer<V> delete,
			Predicate<@Nullable Object> contains, Predicate<@Nullable Object> remove) {
		this.map = map;
		this.name = name;
		this.scan = scan;
		this.view = view;
		this.delete = delete;
		this.contains = contains;
		this.remove = remove;
	}

	@Override
	public Iterator<T> iterator() {
		return new Scanned(this.scan.get().iterator());
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

	private final class Scanned implements Iterator<T> {

		private final Iterator<V> values;

		private @Nullable V last;

		private Scanned(Iterator<V> values) {
			this.values = values;
		}

		@Override
		public boolean hasNext() {
			return this.values.hasNext();
		}

		@Override
		public T next() {
			V value = this.values.next();
			this.last = value;
			return ScannedSet.this.view.apply(value);
		}

		@Override
		public void remove() {
			V value = this.last;
			Assert.state(value != null, "There is nothing to remove: call next() first");
			ScannedSet.this.delete.accept(value);
			this.last = null;
		}

	}

}
