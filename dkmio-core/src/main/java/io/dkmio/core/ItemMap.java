package io.dkmio.core;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

/**
 * The items of a type as a map from ids to items. Nothing is kept here: every call goes
 * to the table, and versions, unique values, auditing and callbacks count as they do for
 * {@link DynamoOperations}.
 * <ul>
 * <li>{@code get} and {@code containsKey} are one GetItem, {@code put} and {@code remove}
 * one write, which also brings the old item.</li>
 * <li>{@code putIfAbsent}, {@code replace}, {@code remove(id, item)}, {@code compute…}
 * and {@code merge} write under a condition, so that of several callers one wins. Where
 * an item is compared, it is read first, and must have the same properties when it is
 * written.</li>
 * <li>{@code putAll} is BatchWriteItem, or a write under a condition for each item with a
 * version.</li>
 * <li>{@code keySet}, {@code values} and {@code entrySet} are views: iterating them scans
 * the table, a page at a time, and removing and {@code setValue} write.
 * {@code containsValue} and {@code isEmpty} scan, too.</li>
 * <li>{@code clear} is refused; see {@link #withClear()}.</li>
 * <li>{@code equals} and {@code hashCode} are those of an object, since comparing would
 * read the whole table. To compare, copy the map.</li>
 * </ul>
 *
 * @param <K> the type of the ids
 * @param <T> the type of the items
 * @since 1.0
 */
public interface ItemMap<K, T> extends ConcurrentMap<K, T> {

	/**
	 * The same map, reading what was written last, at twice the cost.
	 * @return the map
	 */
	ItemMap<K, T> consistent();

	/**
	 * The same map, with {@link #clear()} allowed. It scans the items of this type and
	 * deletes all of them in batches, whatever their versions.
	 * @return the map
	 */
	ItemMap<K, T> withClear();

	/**
	 * How many items the table has, of all types, as DynamoDB counted them some hours
	 * ago: DescribeTable. {@code scan(type).count()} counts those of the type.
	 * @return the number, at most {@link Integer#MAX_VALUE}
	 */
	@Override
	int size();

	/**
	 * Deletes all items of the type, if {@link #withClear()} allows it.
	 * @throws UnsupportedOperationException if it is not allowed
	 */
	@Override
	void clear();

	/**
	 * The item with an id.
	 * @param id the id: of the declared type, or anything
	 * {@link ItemReadOperations#get(Class, Object)} takes
	 * @return the item, {@code null} if there is none
	 */
	@Override
	@Nullable T get(@Nullable Object id);

	@Override
	@Nullable T put(K id, T item);

	@Override
	@Nullable T remove(@Nullable Object id);

	@Override
	void putAll(Map<? extends K, ? extends T> items);

}
