package io.dkmio.core.document;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.dkmio.ConditionFailedException;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Conditions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A table as a map.
 */
final class TableMap extends AbstractMap<Key, Document> implements DocumentMap {

	/** How many keys are deleted in one go when the map is cleared. */
	private static final int CLEARED_AT_ONCE = 500;

	private final DefaultTable table;

	private final boolean consistent;

	private final boolean clearable;

	TableMap(DefaultTable table, boolean consistent, boolean clearable) {
		this.table = table;
		this.consistent = consistent;
		this.clearable = clearable;
	}

	@Override
	public DocumentMap consistent() {
		return new TableMap(this.table, true, this.clearable);
	}

	@Override
	public DocumentMap withClear() {
		return new TableMap(this.table, this.consistent, true);
	}

	@Override
	public @Nullable Document get(@Nullable Object key) {
		return lookup(key).optional().orElse(null);
	}

	@Override
	public boolean containsKey(@Nullable Object key) {
		return lookup(key).exists();
	}

	private DefaultDocumentLookup lookup(@Nullable Object key) {
		DefaultDocumentLookup lookup = this.table.lookup("get", key(key));
		return this.consistent ? lookup.consistent() : lookup;
	}

	private static Key key(@Nullable Object key) {
		Assert.notNull(key, "Key must not be null");
		return Key.of(key);
	}

	@Override
	public @Nullable Document put(Key key, Document document) {
		return this.table.putAndReturnOld(withKey(key, document)).orElse(null);
	}

	@Override
	public void putAll(Map<? extends Key, ? extends Document> documents) {
		List<Document> all = new ArrayList<>(documents.size());
		documents.forEach((key, document) -> all.add(withKey(key, document)));
		this.table.putAll(all);
	}

	private Document withKey(Key key, Document document) {
		Assert.notNull(key, "Key must not be null");
		Assert.notNull(document, "Document must not be null");
		return this.table.keys().add(key, document);
	}

	@Override
	public @Nullable Document remove(@Nullable Object key) {
		return this.table.deleteAndReturnOld(key(key)).orElse(null);
	}

	@Override
	public @Nullable Document putIfAbsent(Key key, Document document) {
		Document stored = withKey(key, document);
		while (!this.table.putIfAbsent(stored)) {
			Document present = this.table.lookup("get", key).consistent().optional().orElse(null);
			if (present != null) {
				return present;
			}
		}
		return null;
	}

	@Override
	public @Nullable Document replace(Key key, Document document) {
		Document stored = withKey(key, document);
		try {
			return this.table.putAndReturnOld(stored, this.table.exists()).orElse(null);
		}
		catch (ConditionFailedException ex) {
			return null;
		}
	}

	@Override
	public boolean replace(Key key, Document expected, Document document) {
		Document old = withKey(key, expected);
		Document stored = withKey(key, document);
		return isStored(key, old) && met(() -> this.table.putNow(stored, unchanged(old)));
	}

	@Override
	public boolean remove(@Nullable Object key, @Nullable Object document) {
		Key deleted = key(key);
		if (!(document instanceof Document expected)) {
			return false;
		}
		Document old = withKey(deleted, expected);
		return isStored(deleted, old) && met(() -> this.table.deleteNow(deleted, unchanged(old)));
	}

	private boolean isStored(Key key, Document expected) {
		return this.table.lookup("get", key).consistent().optional().filter(expected::equals).isPresent();
	}

	private Condition unchanged(Document document) {
		List<Condition> conditions = new ArrayList<>();
		conditions.add(this.table.exists());
		List<String> keys = this.table.keys().names();
		document.toItem().forEach((name, value) -> {
			if (!keys.contains(name)) {
				conditions.add(Conditions.attribute(AttributePath.of(name)).eq(value));
			}
		});
		return Condition.allOf(conditions);
	}

	private static boolean met(Runnable write) {
		try {
			write.run();
			return true;
		}
		catch (ConditionFailedException ex) {
			return false;
		}
	}

	@Override
	public long estimatedSize() {
		return this.table.estimateDocuments();
	}

	@Override
	public int size() {
		return (int) Math.min(estimatedSize(), Integer.MAX_VALUE);
	}

	@Override
	public boolean isEmpty() {
		return keys().limit(1).first().isEmpty();
	}

	private DocumentScan scan() {
		return this.consistent ? this.table.scan().consistent() : this.table.scan();
	}

	private DocumentScan keys() {
		return scan().select(this.table.keys().names().toArray(String[]::new));
	}

	@Override
	public boolean containsValue(@Nullable Object value) {
		return scan().stream().anyMatch((document) -> document.equals(value));
	}

	@Override
	public void clear() {
		if (!this.clearable) {
			throw new UnsupportedOperationException("clear() would delete every document of " + this.table
					+ ". If that is meant, call withClear().clear()");
		}
		Iterator<Document> keys = keys().stream().iterator();
		List<Key> deleted = new ArrayList<>();
		while (keys.hasNext()) {
			deleted.add(this.table.keys().key(keys.next()));
			if (deleted.size() == CLEARED_AT_ONCE || !keys.hasNext()) {
				this.table.batchWrite((batch) -> deleted.forEach(batch::delete));
				deleted.clear();
			}
		}
	}

	@Override
	public Set<Key> keySet() {
		return new ScannedSet<>(this, "Keys", () -> keys().stream(), this.table.keys()::key, this::delete,
				this::containsKey, (key) -> remove(key) != null);
	}

	@Override
	public Collection<Document> values() {
		return new ScannedSet<>(this, "Documents", () -> scan().stream(), Function.identity(), this::delete,
				this::containsValue, this::removeValue);
	}

	/** Removes a document by its key, which is a part of it. */
	private boolean removeValue(@Nullable Object value) {
		return value instanceof Document document && document.keySet().containsAll(this.table.keys().names())
				&& remove(this.table.keys().key(document), document);
	}

	@Override
	public Set<Entry<Key, Document>> entrySet() {
		return new ScannedSet<>(this, "Entries", () -> scan().stream(), Written::new, this::delete,
				(entry) -> entry instanceof Entry<?, ?> found && found.getValue() != null
						&& found.getValue().equals(get(found.getKey())),
				(entry) -> entry instanceof Entry<?, ?> found && remove(found.getKey(), found.getValue()));
	}

	private void delete(Document document) {
		this.table.delete(this.table.keys().key(document));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/** Names the table: documents stay out of logs. */
	@Override
	public String toString() {
		return "Map of " + this.table;
	}

	/**
	 * An entry whose value can be replaced.
	 */
	private final class Written extends SimpleEntry<Key, Document> {

		private static final long serialVersionUID = 1L;

		private Written(Document document) {
			super(TableMap.this.table.keys().key(document), document);
		}

		@Override
		public Document setValue(Document document) {
			Document stored = withKey(getKey(), document);
			TableMap.this.table.put(stored);
			return super.setValue(stored);
		}

		@Override
		public String toString() {
			return "Entry of " + TableMap.this.table;
		}

	}

}
