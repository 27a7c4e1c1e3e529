package io.dkmio.core;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.dkmio.ConditionFailedException;
import io.dkmio.InvalidKeyException;
import io.dkmio.core.convert.ItemKeys;
import io.dkmio.core.document.ScannedSet;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Conditions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.util.Assert;

/**
 * The items of a type as a map.
 *
 * @param <K> the type of the ids
 * @param <T> the type of the items
 */
final class DefaultItemMap<K, T> extends AbstractMap<K, T> implements ItemMap<K, T> {

	/** How many items are deleted in one go when the map is cleared. */
	private static final int CLEARED_AT_ONCE = 500;

	private final DynamoTemplate dynamo;

	private final Class<T> type;

	private final Class<K> idType;

	private final ItemKeys keys;

	private final boolean consistent;

	private final boolean clearable;

	DefaultItemMap(DynamoTemplate dynamo, Class<T> type, Class<K> idType, boolean consistent, boolean clearable) {
		this.dynamo = dynamo;
		this.type = type;
		this.idType = idType;
		this.keys = dynamo.converter().keys(type);
		this.consistent = consistent;
		this.clearable = clearable;
	}

	@Override
	public ItemMap<K, T> consistent() {
		return new DefaultItemMap<>(this.dynamo, this.type, this.idType, true, this.clearable);
	}

	@Override
	public ItemMap<K, T> withClear() {
		return new DefaultItemMap<>(this.dynamo, this.type, this.idType, this.consistent, true);
	}

	@Override
	public @Nullable T get(@Nullable Object id) {
		return read(id, this.consistent);
	}

	private @Nullable T read(@Nullable Object id, boolean consistent) {
		Assert.notNull(id, "Id must not be null");
		GetOperation<T> get = this.dynamo.get(this.type, id);
		return (consistent ? get.consistent() : get).optional().orElse(null);
	}

	@Override
	public boolean containsKey(@Nullable Object id) {
		Assert.notNull(id, "Id must not be null");
		return this.consistent ? read(id, true) != null : this.dynamo.exists(this.type, id);
	}

	@Override
	public @Nullable T put(K id, T item) {
		check(id, item);
		return this.dynamo.put(item, Write.returningOld()).formerItem();
	}

	@Override
	public void putAll(Map<? extends K, ? extends T> items) {
		items.forEach(this::check);
		this.dynamo.putAll(new ArrayList<>(items.values()));
	}

	private void check(K id, T item) {
		Assert.notNull(id, "Id must not be null");
		Assert.notNull(item, "Item must not be null");
		if (!this.keys.ofId(id).equals(this.keys.ofItem(item))) {
			throw new InvalidKeyException("The " + name()
					+ " has another id than the one it is put under. Put it under its own, or change its properties",
					name(), null);
		}
	}

	private String name() {
		return this.type.getSimpleName();
	}

	@Override
	public @Nullable T remove(@Nullable Object id) {
		Assert.notNull(id, "Id must not be null");
		return this.dynamo.delete(this.type, id, Write.returningOld()).orElse(null);
	}

	@Override
	public @Nullable T putIfAbsent(K id, T item) {
		check(id, item);
		while (true) {
			try {
				this.dynamo.insert(item);
				return null;
			}
			catch (DuplicateKeyException ex) {
				T present = read(id, true);
				if (present != null) {
					return present;
				}
				if (!this.keys.getEntity().getUniques().isEmpty()) {
					throw ex;
				}
			}
		}
	}

	@Override
	public @Nullable T replace(K id, T item) {
		check(id, item);
		try {
			return this.dynamo.put(item, Write.when(exists()).thenReturningOld()).formerItem();
		}
		catch (ConditionFailedException ex) {
			return null;
		}
	}

	@Override
	public boolean replace(K id, T expected, T item) {
		check(id, expected);
		check(id, item);
		return expected.equals(read(id, true)) && met(() -> this.dynamo.put(item, Write.when(unchanged(expected))));
	}

	@Override
	public boolean remove(@Nullable Object id, @Nullable Object item) {
		Assert.notNull(id, "Id must not be null");
		return item != null && item.equals(read(id, true))
				&& met(() -> this.dynamo.delete(this.type, id, Write.when(unchanged(item))));
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

	private Condition exists() {
		return Conditions.attribute(this.keys.getEntity().getRequiredTable().partitionKey().name()).exists();
	}

	/** Every property must be stored as it is in the item. */
	private Condition unchanged(Object item) {
		Map<String, AttributeValue> stored = this.dynamo.converter().toItem(item);
		List<Condition> conditions = new ArrayList<>();
		conditions.add(exists());
		this.keys.getEntity().forEach((property) -> {
			if (!this.keys.getProperties().contains(property) && !property.isOtherAttributes()) {
				AttributeValue value = stored.get(property.getAttributeName());
				conditions.add((value != null) ? Conditions.attribute(property.getAttributeName()).eq(value)
						: Conditions.attribute(property.getAttributeName()).notExists());
			}
		});
		return Condition.allOf(conditions);
	}

	@Override
	public int size() {
		return (int) Math.min(this.dynamo.estimateItems(this.type), Integer.MAX_VALUE);
	}

	@Override
	public boolean isEmpty() {
		return scan().limit(1).list().isEmpty();
	}

	private ScanOperation<T> scan() {
		ScanOperation<T> scan = this.dynamo.scan(this.type);
		return this.consistent ? scan.consistent() : scan;
	}

	@Override
	public boolean containsValue(@Nullable Object value) {
		return stream().anyMatch((item) -> item.equals(value));
	}

	@Override
	public void clear() {
		if (!this.clearable) {
			throw new UnsupportedOperationException("clear() would delete every " + name() + " of table '"
					+ this.keys.getEntity().getRequiredTable().logicalName()
					+ "'. If that is meant, call withClear().clear()");
		}
		List<K> deleted = new ArrayList<>();
		Iterator<T> items = stream().iterator();
		while (items.hasNext()) {
			deleted.add(id(items.next()));
			if (deleted.size() == CLEARED_AT_ONCE || !items.hasNext()) {
				this.dynamo.deleteAllById(this.type, deleted);
				deleted.clear();
			}
		}
	}

	private Stream<T> stream() {
		return scan().stream();
	}

	private void delete(T item) {
		this.dynamo.delete(this.type, id(item));
	}

	private K id(T item) {
		return Objects.requireNonNull(this.keys.idOf(item, this.idType));
	}

	@Override
	public Set<K> keySet() {
		return new ScannedSet<>(this, "Ids", this::stream, this::id, this::delete, this::containsKey,
				(id) -> remove(id) != null);
	}

	@Override
	public Collection<T> values() {
		return new ScannedSet<>(this, "Items", this::stream, Function.identity(), this::delete, this::containsValue,
				(item) -> this.type.isInstance(item) && remove(id(this.type.cast(item)), item));
	}

	@Override
	public Set<Entry<K, T>> entrySet() {
		return new ScannedSet<>(this, "Entries", this::stream, Written::new, this::delete,
				(entry) -> entry instanceof Entry<?, ?> found && found.getKey() != null
						&& Objects.equals(found.getValue(), get(found.getKey())),
				(entry) -> entry instanceof Entry<?, ?> found && remove(found.getKey(), found.getValue()));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/** Names the type: items stay out of logs. */
	@Override
	public String toString() {
		return "Map of " + name();
	}

	/**
	 * An entry whose value can be replaced.
	 */
	private final class Written extends SimpleEntry<K, T> {

		private static final long serialVersionUID = 1L;

		private Written(T item) {
			super(id(item), item);
		}

		@Override
		public T setValue(T item) {
			DefaultItemMap.this.put(getKey(), item);
			return super.setValue(item);
		}

		@Override
		public String toString() {
			return "Entry of " + DefaultItemMap.this;
		}

	}

}
