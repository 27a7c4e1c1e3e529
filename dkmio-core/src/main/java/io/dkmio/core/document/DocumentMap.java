package io.dkmio.core.document;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

/**
 * A table as a map from keys to documents. Nothing is kept here: every call goes to the
 * table.
 * <ul>
 * <li>{@code get} and {@code containsKey} are one GetItem, {@code put} and {@code remove}
 * one write, which also brings the old document.</li>
 * <li>{@code putIfAbsent}, {@code replace}, {@code remove(key, document)},
 * {@code compute…} and {@code merge} write under a condition, so that of several callers
 * one wins. Where a document is compared, it is read first: attributes that another
 * writer adds between the two are not seen.</li>
 * <li>{@code putAll} is BatchWriteItem.</li>
 * <li>{@code keySet}, {@code values} and {@code entrySet} are views: iterating them scans
 * the table, a page at a time, and removing and {@code setValue} write.
 * {@code containsValue} scans, too.</li>
 * <li>{@code isEmpty} reads one key. {@code size} is {@link #estimatedSize()}.</li>
 * <li>{@code clear} is refused; see {@link #withClear()}.</li>
 * <li>{@code equals} and {@code hashCode} are those of an object, since comparing would
 * read the whole table. To compare, copy the map.</li>
 * </ul>
 * A document that is put gets the attributes of its key if it has none. For a table
 * without a sort key, a partition key serves as key where any object is taken:
 * {@code map.get("sku-1")}.
 *
 * @since 1.0
 */
public interface DocumentMap extends ConcurrentMap<Key, Document> {

	/**
	 * The same map, reading what was written last, at twice the cost.
	 * @return the map
	 */
	DocumentMap consistent();

	/**
	 * The same map, with {@link #clear()} allowed. It scans the keys and deletes all of
	 * them in batches.
	 * @return the map
	 */
	DocumentMap withClear();

	/**
	 * How many documents there are, as DynamoDB counted them some hours ago:
	 * DescribeTable.
	 * @return the number
	 */
	long estimatedSize();

	/**
	 * The {@link #estimatedSize()}, which is not the size.
	 * @return the number, at most {@link Integer#MAX_VALUE}
	 */
	@Override
	int size();

	/**
	 * Deletes all documents, if {@link #withClear()} allows it.
	 * @throws UnsupportedOperationException if it is not allowed
	 */
	@Override
	void clear();

	@Override
	@Nullable Document get(@Nullable Object key);

	@Override
	@Nullable Document put(Key key, Document document);

	@Override
	@Nullable Document remove(@Nullable Object key);

	@Override
	void putAll(Map<? extends Key, ? extends Document> documents);

}
