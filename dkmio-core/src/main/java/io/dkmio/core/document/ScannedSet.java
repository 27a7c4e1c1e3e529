package io.dkmio.core.document;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A view of a table's documents, which scans them when it is iterated, and deletes what
 * its iterator is told to.
 *
 * @param <T> what each document is shown as
 */
final class ScannedSet<T> extends AbstractSet<T> {

	private final TableMap map;

	private final String name;

	private final Supplier<DocumentScan> scan;

	private final Function<Document, T> view;

	private final Predicate<@Nullable Object> contains;

	private final Predicate<@Nullable Object> remove;

	/**
	 * Creates a view.
	 * @param map the map
	 * @param name what is shown, for people
	 * @param scan what is iterated
	 * @param view what a document is shown as
	 * @param contains tests for an element
	 * @param remove removes an element
	 */
	ScannedSet(TableMap map, String name, Supplier<DocumentScan> scan, Function<Document, T> view,
			Predicate<@Nullable Object> contains, Predicate<@Nullable Object> remove) {
		this.map = map;
		this.name = name;
		this.scan = scan;
		this.view = view;
		this.contains = contains;
		this.remove = remove;
	}

	@Override
	public Iterator<T> iterator() {
		return new Scanned(this.scan.get().stream().iterator());
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

		private final Iterator<Document> documents;

		private @Nullable Document last;

		private Scanned(Iterator<Document> documents) {
			this.documents = documents;
		}

		@Override
		public boolean hasNext() {
			return this.documents.hasNext();
		}

		@Override
		public T next() {
			Document document = this.documents.next();
			this.last = document;
			return ScannedSet.this.view.apply(document);
		}

		@Override
		public void remove() {
			Document document = this.last;
			Assert.state(document != null, "There is nothing to remove: call next() first");
			ScannedSet.this.map.delete(document);
			this.last = null;
		}

	}

}
