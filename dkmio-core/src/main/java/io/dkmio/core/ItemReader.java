package io.dkmio.core;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.ItemKeys;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.query.KeyLookup;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Reads items of one type by their keys.
 *
 * @param <T> the type
 */
final class ItemReader<T> implements HandleSource<T> {

	private final Class<T> type;

	private final String table;

	private final KeyLookup lookup;

	private final DynamoOperation get;

	private final DynamoOperation exists;

	private final DynamoOperation batchGet;

	private final DynamoExecutor executor;

	private final WireReads reads;

	private final DynamoConverter converter;

	private final ItemKeys keys;

	private final Supplier<ItemCallbacks> callbacks;

	private final HalfReadItems halfReadItems;

	ItemReader(Class<T> type, DynamoPersistentEntity<?> entity, DynamoExecutor executor, DynamoConverter converter,
			Supplier<ItemCallbacks> callbacks, HalfReadItems halfReadItems) {
		this.halfReadItems = halfReadItems;
		this.type = type;
		this.table = entity.getRequiredTable().name();
		this.lookup = new KeyLookup(entity);
		this.get = Operations.of("get", entity);
		this.exists = Operations.of("exists", entity);
		this.batchGet = Operations.of("batchGet", entity);
		this.executor = executor;
		this.reads = new WireReads(executor);
		this.converter = converter;
		this.keys = converter.keys(type);
		this.callbacks = callbacks;
	}

	Map<String, AttributeValue> key(Object id) {
		return this.keys.ofId(id);
	}

	Class<T> type() {
		return this.type;
	}

	@Override
	public String name() {
		return this.type.getSimpleName();
	}

	@Override
	public String table() {
		return this.table;
	}

	@Override
	public DynamoOperation get() {
		return this.get;
	}

	DynamoOperation batchGet() {
		return this.batchGet;
	}

	@Nullable T read(Map<String, AttributeValue> key, boolean consistent) {
		WireReads.Found found = this.reads.get(this.lookup.read(key, consistent), this.get);
		return found.isPresent() ? convert(found.item()) : null;
	}

	/**
	 * Reads a part of an item, and remembers that it is one.
	 */
	@Nullable T read(Map<String, AttributeValue> key, boolean consistent, List<AttributePath> select) {
		Expressions projection = this.lookup.projection(select, this.converter);
		RequiredProperties.check(this.lookup.type(), select);
		WireReads.Found found = this.reads.get(this.lookup.read(key, consistent, projection), this.get);
		if (!found.isPresent()) {
			return null;
		}
		T item = convert(found.item());
		this.halfReadItems.mark(item);
		return item;
	}

	@Override
	public T convert(Map<String, AttributeValue> item) {
		return this.callbacks.get().afterConvert(this.converter.fromItem(this.type, item), this.table);
	}

	boolean exists(Map<String, AttributeValue> key) {
		return exists(key, false);
	}

	boolean exists(Map<String, AttributeValue> key, boolean consistent) {
		GetItemRequest probe = this.lookup.probe(key);
		GetItemResponse response = this.executor
			.getItem(consistent ? probe.toBuilder().consistentRead(true).build() : probe, this.exists);
		return response.hasItem() && !response.item().isEmpty();
	}

}
