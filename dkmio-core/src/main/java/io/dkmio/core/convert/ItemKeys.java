package io.dkmio.core.convert;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys of the items of one type: from an item, from an id, or from the values of some
 * properties.
 * <p>
 * An id is the value of the one property the primary key is made of; or, where there are
 * several, an object with a component of the same name for each, a record as a rule, or a
 * {@code Map} of their values.
 *
 * @since 1.0
 */
public final class ItemKeys {

	private final ItemCodec codec;

	private final EntityShape shape;

	private final List<DynamoPersistentProperty> properties;

	private final int[] slots;

	private final Map<KeyComponent, KeyBinding> bindings = new ConcurrentHashMap<>();

	private final Map<Class<?>, IdAccess> ids = new ConcurrentHashMap<>();

	ItemKeys(ItemCodec codec) {
		this.codec = codec;
		this.shape = codec.shape();
		this.properties = this.shape.entity().getRequiredKey().properties();
		this.slots = this.shape.slotsOf(this.properties);
		codec.keys().forEach((key) -> this.bindings.put(key.component(), key));
	}

	/**
	 * The type of the items.
	 * @return the type
	 */
	public DynamoPersistentEntity<?> getEntity() {
		return this.shape.entity();
	}

	/**
	 * The properties the primary key is made of, in the order of the key.
	 * @return the properties
	 */
	public List<DynamoPersistentProperty> getProperties() {
		return this.properties;
	}

	/**
	 * The primary key of an item.
	 * @param item the item
	 * @return the key attributes
	 * @throws io.dkmio.MissingKeyException if a property of the key is null
	 */
	public Map<String, AttributeValue> ofItem(Object item) {
		@Nullable Object[] values = this.codec.values(item);
		return primary((property) -> values[this.shape.slotOf(property)]);
	}

	/**
	 * The primary key of the item with an id.
	 * @param id the id
	 * @return the key attributes
	 * @throws io.dkmio.MissingKeyException if the id has no value for a property of the
	 * key
	 */
	public Map<String, AttributeValue> ofId(Object id) {
		if (this.shape.entity().getType().isInstance(id)) {
			return ofItem(id);
		}
		if (id instanceof Map<?, ?> values) {
			return primary((property) -> values.get(property.getName()));
		}
		IdAccess access = access(id.getClass());
		@Nullable Object[] values = access.values(id);
		return primary((property) -> values[this.properties.indexOf(property)]);
	}

	/**
	 * The values of the properties the primary key is made of, from an id.
	 * @param id the id
	 * @return the values by the properties' names
	 */
	public Map<String, Object> values(Object id) {
		Map<String, Object> named = new LinkedHashMap<>();
		@Nullable Object[] values = idValues(id);
		for (int i = 0; i < values.length; i++) {
			Object value = values[i];
			if (value != null) {
				named.put(this.properties.get(i).getName(), value);
			}
		}
		return named;
	}

	private @Nullable Object[] idValues(Object id) {
		if (this.shape.entity().getType().isInstance(id)) {
			@Nullable Object[] all = this.codec.values(id);
			return Arrays.stream(this.slots).mapToObj((slot) -> all[slot]).toArray();
		}
		if (id instanceof Map<?, ?> values) {
			return this.properties.stream().map((property) -> values.get(property.getName())).toArray();
		}
		return access(id.getClass()).values(id);
	}

	/**
	 * The id of an item.
	 * @param item the item
	 * @param idType the type of ids
	 * @param <I> the type of ids
	 * @return the id, or {@code null} if none of its properties has a value
	 */
	public <I> @Nullable I idOf(Object item, Class<I> idType) {
		@Nullable Object[] values = this.codec.values(item);
		@Nullable Object[] parts = new @Nullable Object[this.slots.length];
		boolean found = false;
		for (int i = 0; i < parts.length; i++) {
			parts[i] = values[this.slots[i]];
			found |= parts[i] != null;
		}
		return found ? idType.cast(access(idType).make(parts)) : null;
	}

	/**
	 * The composed index keys an item has all properties for.
	 * @param item the item
	 * @return the key attributes of all indexes
	 */
	public Map<String, AttributeValue> indexKeysOf(Object item) {
		AttributeValueSink sink = new AttributeValueSink();
		sink.beginMap(4);
		this.codec.writeIndexKeys(this.codec.values(item), sink);
		sink.endMap();
		return sink.item();
	}

	/**
	 * One key attribute from the values of properties.
	 * @param component the component of the primary key or of an index of this type
	 * @param values gives the value of a property
	 * @return the attribute, or {@code null} if a property has no value
	 */
	public @Nullable AttributeValue value(KeyComponent component,
			Function<? super DynamoPersistentProperty, ? extends @Nullable Object> values) {
		KeyBinding binding = this.bindings.get(component);
		if (binding == null) {
			binding = new KeyBinding(this.shape, component);
			this.bindings.put(component, binding);
		}
		return binding.value(values);
	}

	private Map<String, AttributeValue> primary(
			Function<? super DynamoPersistentProperty, ? extends @Nullable Object> values) {
		Map<String, AttributeValue> key = new LinkedHashMap<>(4);
		for (int i = 0; i < this.codec.keys().size(); i++) {
			KeyBinding binding = this.codec.keys().get(i);
			AttributeValue value = binding.value(values);
			if (value == null) {
				throw binding.missing(values, ItemCodec.role(i));
			}
			key.put(binding.attribute(), value);
		}
		return key;
	}

	private IdAccess access(Class<?> type) {
		IdAccess access = this.ids.get(type);
		if (access == null) {
			access = IdAccess.of(type, this.properties, this.shape.entity().getType());
			this.ids.put(type, access);
		}
		return access;
	}

}
