package io.dkmio.core;

import java.util.Map;
import java.util.function.Supplier;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.ItemKeys;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.query.KeyLookup;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Reads items of one type by their keys.
 *
 * @param <T> the type
 */
final class ItemReader<T> {

	private final Class<T> type;

	private final String table;

	private final KeyLookup lookup;

	private final DynamoOperation get;

	private final DynamoOperation exists;

	private final DynamoExecutor executor;

	private final DynamoConverter converter;

	private final ItemKeys keys;

	private final Supplier<ItemCallbacks> callbacks;

	ItemReader(Class<T> type, DynamoPersistentEntity<?> entity, DynamoExecutor executor, DynamoConverter converter,
			Supplier<ItemCallbacks> callbacks) {
		this.type = type;
		this.table = entity.getRequiredTable().name();
		this.lookup = new KeyLookup(entity);
		this.get = Operations.of("get", entity);
		this.exists = Operations.of("exists", entity);
		this.executor = executor;
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

	String table() {
		return this.table;
	}

	@Nullable T read(Map<String, AttributeValue> key, boolean consistent) {
		GetItemResponse response = this.executor.getItem(this.lookup.read(key, consistent), this.get);
		if (!response.hasItem() || response.item().isEmpty()) {
			return null;
		}
		T item = this.converter.fromItem(this.type, response.item());
		return this.callbacks.get().afterConvert(item, this.table);
	}

	boolean exists(Map<String, AttributeValue> key) {
		GetItemResponse response = this.executor.getItem(this.lookup.probe(key), this.exists);
		return response.hasItem() && !response.item().isEmpty();
	}

}
