package io.dkmio.core.write;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

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

	private final Function<Object, Map<String, AttributeValue>> items;

	private final FormerItems formerItems;

	private final Map<Class<?>, ItemWritePlan<?>> plans = new ConcurrentHashMap<>();

	/**
	 * Creates a planner.
	 * @param context knows the types
	 * @param converter converts items
	 * @param clock says when items expire that expire after a while
	 * @param items converts items
	 * @param formerItems reads items whose unique values change
	 */
	public EntityWritePlanner(DynamoMappingContext context, DynamoConverter converter, Clock clock,
			Function<Object, Map<String, AttributeValue>> items, FormerItems formerItems) {
		Assert.notNull(formerItems, "FormerItems must not be null");
		Assert.notNull(context, "DynamoMappingContext must not be null");
		Assert.notNull(converter, "DynamoConverter must not be null");
		Assert.notNull(clock, "Clock must not be null");
		this.context = context;
		this.converter = converter;
		this.clock = clock;
		this.items = items;
		this.formerItems = formerItems;
	}

	/**
	 * The table items of a type are in.
	 * @param type the type of the item
	 * @return the table as DynamoDB knows it
	 */
	public String tableOf(Class<?> type) {
		return plan(type).table();
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
		return put(prepared, WriteTerms.none());
	}

	/**
	 * As {@link #put(Object)}, on terms.
	 * @param prepared the prepared item
	 * @param terms the terms
	 * @return the plan
	 */
	public WriteSet put(Object prepared, WriteTerms terms) {
		return complete(planOf(prepared).put(prepared, this.items.apply(prepared), terms));
	}

	/**
	 * Replaces an item that must exist; one with a version only if the stored item still
	 * has the version before.
	 * @param prepared the prepared item
	 * @param terms the terms
	 * @return the plan
	 */
	public WriteSet replace(Object prepared, WriteTerms terms) {
		return complete(planOf(prepared).replace(prepared, this.items.apply(prepared), terms));
	}

	/**
	 * Writes an item that must not exist yet.
	 * @param prepared the prepared item
	 * @return the plan
	 */
	public WriteSet insert(Object prepared) {
		return complete(planOf(prepared).insert(this.items.apply(prepared)));
	}

	/**
	 * Deletes an item; one with a version only if the stored item still has it.
	 * @param item the item
	 * @return the plan
	 */
	public WriteSet delete(Object item) {
		return delete(item, WriteTerms.none());
	}

	/**
	 * As {@link #delete(Object)}, on terms.
	 * @param item the item
	 * @param terms the terms
	 * @return the plan
	 */
	public WriteSet delete(Object item, WriteTerms terms) {
		return complete(planOf(item).delete(item, this.converter.keys(item.getClass()).ofItem(item), terms));
	}

	/**
	 * Deletes an item by its id, whatever its version.
	 * @param type the type of the item
	 * @param id the id
	 * @return the plan
	 */
	public WriteSet delete(Class<?> type, Object id) {
		return delete(type, id, WriteTerms.none());
	}

	/**
	 * As {@link #delete(Class, Object)}, on terms.
	 * @param type the type of the item
	 * @param id the id
	 * @param terms the terms
	 * @return the plan
	 */
	public WriteSet delete(Class<?> type, Object id, WriteTerms terms) {
		return complete(plan(type).delete(this.converter.keys(type).ofId(id), terms));
	}

	/**
	 * Plans a deletion once, to be called often.
	 * @param type the type of the items
	 * @param terms the terms; their values may be parameters
	 * @param mustExist whether an item that does not exist is a failure
	 * @param arguments how many arguments each call has
	 * @return the deletion
	 */
	public PreparedDelete prepareDelete(Class<?> type, WriteTerms terms, boolean mustExist, int arguments) {
		ItemWritePlan<?> plan = plan(type);
		if (terms.returning() != ReturnValue.NONE && !plan.uniques().isEmpty()) {
			throw plan.uniques().refusedReturning();
		}
		return new PreparedDelete(this.context.getRequiredPersistentEntity(type), this.converter, terms, mustExist,
				arguments);
	}

	/**
	 * Adds what goes with a call of a planned deletion.
	 * @param delete the call
	 * @return the plan
	 */
	public WriteSet delete(WriteAction.Delete delete) {
		return complete(delete);
	}

	/**
	 * Demands that an item exists and meets conditions, and writes nothing.
	 * @param type the type of the item
	 * @param id the id
	 * @param terms the terms
	 * @return the plan
	 */
	public WriteSet check(Class<?> type, Object id, WriteTerms terms) {
		return WriteSet.of(plan(type).check(this.converter.keys(type).ofId(id), terms));
	}

	/**
	 * Adds the claims of unique values that are made and given up with the write.
	 */
	private WriteSet complete(WriteAction action) {
		UniqueValues uniques = plan(action.type().getType()).uniques();
		return uniques.isEmpty() ? WriteSet.of(action) : uniques.complete(action, this.formerItems);
	}

	@SuppressWarnings("unchecked")
	private <T> ItemWritePlan<T> planOf(@Nullable T item) {
		Assert.notNull(item, "Item must not be null");
		return (ItemWritePlan<T>) plan(item.getClass());
	}

	private ItemWritePlan<?> plan(Class<?> type) {
		ItemWritePlan<?> plan = this.plans.get(type);
		if (plan == null) {
			plan = new ItemWritePlan<>(this.context.getRequiredPersistentEntity(type), this.converter, this.clock);
			this.plans.put(type, plan);
		}
		return plan;
	}

}
