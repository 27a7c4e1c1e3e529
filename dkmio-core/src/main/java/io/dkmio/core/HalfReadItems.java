package io.dkmio.core;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Remembers the items of which only a part was read, for as long as somebody has them. To
 * write one as a whole would wipe out what was not read.
 */
final class HalfReadItems {

	private final Set<Reference> marked = ConcurrentHashMap.newKeySet();

	private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

	void mark(Object item) {
		forget();
		this.marked.add(new Reference(item, this.gone));
	}

	/**
	 * Refuses to write an item that was read in part.
	 * @param item the item
	 * @param verb what was to be done with it
	 */
	void refuse(Object item, String verb) {
		forget();
		if (!this.marked.isEmpty() && this.marked.contains(new Reference(item, null))) {
			String type = item.getClass().getSimpleName();
			throw new InvalidDataAccessApiUsageException("Cannot " + verb + " this " + type
					+ ": only a part of it was read (select, or an index that does not hold whole items), and what"
					+ " was not read would be lost. Read it as a whole, or change attributes with an update");
		}
	}

	private void forget() {
		for (Object reference = this.gone.poll(); reference != null; reference = this.gone.poll()) {
			this.marked.remove((Reference) reference);
		}
	}

	/**
	 * An item by its identity.
	 */
	private static final class Reference extends WeakReference<Object> {

		private final int hash;

		private Reference(Object item, @Nullable ReferenceQueue<Object> queue) {
			super(item, queue);
			this.hash = System.identityHashCode(item);
		}

		@Override
		@SuppressWarnings("ReferenceEquality") // items are remembered by identity
		public boolean equals(@Nullable Object other) {
			if (this == other) {
				return true;
			}
			Object item = get();
			return item != null && other instanceof Reference that && item == that.get();
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}
