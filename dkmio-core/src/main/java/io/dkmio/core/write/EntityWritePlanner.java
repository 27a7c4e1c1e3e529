package io.dkmio.core.write;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * Plans the writes of items. What follows from a type alone is worked out once.
 *
 * @since 1.0
 */
public final class EntityWritePlanner {

	private final DynamoMappingContext context;

	private final DynamoConverter converter;

	private final Clock clock;

	private final Map<Class<?>, ItemWritePlan<?>> plans = new ConcurrentHashMap<>();

	/**
	 * Creates a planner.
	 * @param context knows the types
	 * @param converter converts items
	 * @param clock says when items expire that expire after a while
	 */
	public EntityWritePlanner(DynamoMappingContext context, DynamoConverter converter, Clock clock) {
		Assert.notNull(context, "DynamoMappingContext must not be null");
		Assert.notNull(converter, "DynamoConverter must not be null");
		Assert.notNull(clock, "Clock must not be null");
		this.context = context;
		this.converter = converter;
		this.clock = clock;
	}

	/**
	 * The item as it will be stored by {@link #put(Object)}: with the version that
	 * follows its own, or the first one, and with the time it expires at.
	 * @param item the item
	 * @param <T> the type
	 * @return the item to store; the given one stays as it is if it is immutable
	 */
	public <T> PreparedItem<T> prepare(T item) {
		return planOf(item).prepare(item, false);
	}

	/**
	 * The item as it will be stored by {@link #insert(Object)}: with the first version,
	 * and with the time it expires at.
	 * @param item the item
	 * @param <T> the type
	 * @return the item to store
	 */
	public <T> PreparedItem<T> prepareInsert(T item) {
		return planOf(item).prepare(item, true);
	}

	/**
	 * Writes an item whether it exists or not; one with a version only if the stored item
	 * still has the version before, or does not exist and the version is the first.
	 * @param prepared the prepared item
	 * @return the plan
	 */
	public WriteSet put(Object prepared) {
		return WriteSet.of(planOf(prepared).put(prepared, this.converter.toItem(prepared)));
	}

	/**
	 * Writes an item that must not exist yet.
	 * @param prepared the prepared item
	 * @return the plan
	 */
	public WriteSet insert(Object prepared) {
		return WriteSet.of(planOf(prepared).insert(this.converter.toItem(prepared)));
	}

	/**
	 * Deletes an item; one with a version only if the stored item still has it.
	 * @param item the item
	 * @return the plan
	 */
	public WriteSet delete(Object item) {
		return WriteSet.of(planOf(item).delete(item, this.converter.keys(item.getClass()).ofItem(item)));
	}

	/**
	 * Deletes an item by its id, whatever its version.
	 * @param type the type of the item
	 * @param id the id
	 * @return the plan
	 */
	public WriteSet delete(Class<?> type, Object id) {
		ItemWritePlan<?> plan = plan(type);
		Map<String, AttributeValue> key = this.converter.keys(type).ofId(id);
		return WriteSet.of(new WriteAction.Delete(plan.type(), key, null));
	}

	@SuppressWarnings("unchecked")
	private <T> ItemWritePlan<T> planOf(@Nullable T item) {
		Assert.notNull(item, "Item must not be null");
		return (ItemWritePlan<T>) plan(item.getClass());
	}

	private ItemWritePlan<?> plan(Class<?> type) {
		ItemWritePlan<?> plan = this.plans.get(type);
		if (plan == null) {
			plan = new ItemWritePlan<>(this.context.getRequiredPersistentEntity(type), this.clock);
			this.plans.put(type, plan);
		}
		return plan;
	}

}
