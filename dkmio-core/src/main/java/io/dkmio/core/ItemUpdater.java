package io.dkmio.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.query.KeyLookup;
import io.dkmio.core.write.AuditStamp;
import io.dkmio.core.write.ItemUpdate;
import io.dkmio.core.write.PreparedUpdate;
import io.dkmio.core.write.UpdatePlanner;
import io.dkmio.core.write.WriteSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Updates items of one type.
 *
 * @param <T> the type
 */
final class ItemUpdater<T> {

	private final Class<T> type;

	private final DynamoPersistentEntity<?> entity;

	private final UpdatePlanner planner;

	private final WriteSender sender;

	private final DynamoExecutor executor;

	private final DynamoConverter converter;

	private final KeyLookup lookup;

	private final Supplier<ItemCallbacks> callbacks;

	private final Map<String, DynamoPersistentProperty> properties = new LinkedHashMap<>();

	ItemUpdater(Class<T> type, DynamoPersistentEntity<?> entity, UpdatePlanner planner, WriteSender sender,
			DynamoExecutor executor, DynamoConverter converter, Supplier<ItemCallbacks> callbacks) {
		this.type = type;
		this.entity = entity;
		this.planner = planner;
		this.sender = sender;
		this.executor = executor;
		this.converter = converter;
		this.lookup = new KeyLookup(entity);
		this.callbacks = callbacks;
		entity.forEach((property) -> this.properties.put(property.getAttributeName(), property));
	}

	String name() {
		return this.type.getSimpleName();
	}

	/**
	 * Makes an update.
	 * @return the attributes it asks to be returned
	 */
	Map<String, AttributeValue> update(Object id, ItemUpdate update, boolean readFirst) {
		return update(id, update, readFirst, "update");
	}

	/**
	 * Stores what of an item is not null. An item has been audited itself.
	 * @return the attributes of the whole item, empty if a transaction keeps the write
	 */
	Map<String, AttributeValue> upsert(T item) {
		ReturnValue returning = this.sender.isBuffering() ? ReturnValue.NONE : ReturnValue.ALL_NEW;
		return update(item, this.planner.upsert(item).withReturning(returning), true, "upsert");
	}

	/**
	 * Plans an update once.
	 */
	PreparedItemUpdate<T> prepare(UpdateDefinition<T> definition) {
		PreparedUpdate prepared = this.planner.prepare(this.type, definition.update(), definition.parameters());
		return new PreparedWrites.Updating<>(prepared, definition.name(), () -> stamp(definition.update()),
				(writes) -> send(writes, definition.name(), definition.update()), this.sender, this::toItem);
	}

	private Map<String, AttributeValue> update(Object id, ItemUpdate update, boolean readFirst, String name) {
		if (!this.planner.changesUniqueValues(this.type, update)) {
			return readFirst ? FreshPlan.send(() -> send(id, completed(id, update), name)) : send(id, update, name);
		}
		boolean read = update.returning() == ReturnValue.ALL_NEW;
		ItemUpdate silent = read ? update.withReturning(ReturnValue.NONE) : update;
		FreshPlan.send(() -> send(id, completed(id, silent), name));
		return (read && !this.sender.isBuffering()) ? read(id) : Map.of();
	}

	private Map<String, AttributeValue> send(Object id, ItemUpdate update, String name) {
		return send(this.planner.update(this.type, id, update, stamp(update)), WriteName.of(name), update);
	}

	private Map<String, AttributeValue> send(WriteSet writes, WriteName name, ItemUpdate update) {
		try {
			return this.sender.send(writes, name);
		}
		catch (InvalidDataAccessApiUsageException ex) {
			throw isWithoutParent(ex) ? withoutParent(update, ex) : ex;
		}
	}

	/** DynamoDB has no code for it. */
	private static boolean isWithoutParent(InvalidDataAccessApiUsageException ex) {
		return ex.getCause() instanceof DynamoDbException cause && cause.getMessage() != null
				&& cause.getMessage().contains("document path");
	}

	private InvalidDataAccessApiUsageException withoutParent(ItemUpdate update, InvalidDataAccessApiUsageException ex) {
		String paths = update.update()
			.paths()
			.stream()
			.filter((path) -> !path.isTopLevel())
			.map(AttributePath::toString)
			.collect(Collectors.joining("', '"));
		return new InvalidDataAccessApiUsageException("An update of " + name() + " cannot change '" + paths
				+ "': the stored item has no map or list there to change. Nothing was written; set what surrounds it as a"
				+ " whole, and demand by a condition that it is absent", ex.getCause());
	}

	private Map<String, AttributeValue> read(Object id) {
		return this.executor
			.getItem(this.lookup.read(this.converter.keys(this.type).ofId(id), true).build(),
					Operations.of("update", this.entity))
			.item();
	}

	/** A whole item was audited as such. */
	private AuditStamp stamp(ItemUpdate update) {
		return update.stored() ? AuditStamp.none() : this.callbacks.get().stamp(this.entity.getRequiredTable().name());
	}

	/**
	 * Reads what the update needs to know.
	 */
	private ItemUpdate completed(Object id, ItemUpdate update) {
		Set<String> unknown = this.planner.unknown(this.type, update);
		if (unknown.isEmpty()) {
			return update;
		}
		Map<String, AttributeValue> item = read(id);
		ItemUpdate completed = update;
		for (String attribute : unknown) {
			completed = completed
				.withKnown(new ItemUpdate.Known(AttributePath.of(attribute), item.get(attribute), true));
		}
		return completed;
	}

	T toItem(Map<String, AttributeValue> attributes) {
		return this.callbacks.get()
			.afterConvert(this.converter.fromItem(this.type, attributes), this.entity.getRequiredTable().name());
	}

	/**
	 * The values of properties; keys and the like are left out.
	 */
	Map<String, Object> toProperties(Map<String, AttributeValue> attributes) {
		Map<String, Object> values = new LinkedHashMap<>();
		attributes.forEach((attribute, value) -> {
			DynamoPersistentProperty property = this.properties.get(attribute);
			if (property != null) {
				Object converted = this.converter.fromAttributeValue(property, value);
				if (converted != null) {
					values.put(property.getName(), converted);
				}
			}
		});
		return values;
	}

}
