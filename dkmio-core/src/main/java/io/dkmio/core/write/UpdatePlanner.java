package io.dkmio.core.write;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.expression.UpdateValue;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.UniqueModel;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Plans updates of items. What follows from a type alone is worked out once.
 *
 * @since 1.0
 */
public final class UpdatePlanner {

	private final DynamoMappingContext context;

	private final DynamoConverter converter;

	private final Clock clock;

	private final Map<Class<?>, UpdateType> types = new ConcurrentHashMap<>();

	/**
	 * Creates a planner.
	 * @param context knows the types
	 * @param converter converts items
	 * @param clock says when items expire that expire after a while
	 */
	public UpdatePlanner(DynamoMappingContext context, DynamoConverter converter, Clock clock) {
		Assert.notNull(context, "DynamoMappingContext must not be null");
		Assert.notNull(converter, "DynamoConverter must not be null");
		Assert.notNull(clock, "Clock must not be null");
		this.context = context;
		this.converter = converter;
		this.clock = clock;
	}

	/**
	 * Plans an update once, to be called often.
	 * @param type the type of the items
	 * @param update what is to be done
	 * @param arguments how many arguments each call has
	 * @return the update
	 * @throws InvalidDataAccessApiUsageException if it changes what must not be changed,
	 * or an index key that cannot be composed
	 */
	public PreparedUpdate prepare(Class<?> type, ItemUpdate update, int arguments) {
		Assert.notNull(update, "Update must not be null");
		UpdateType planned = type(type);
		IndexKeyRules rules = new IndexKeyRules(planned, update);
		for (UniqueModel unique : rules.uniques()) {
			throw new InvalidDataAccessApiUsageException("An update of " + planned.name() + " changes '"
					+ unique.property().getName() + "', which is unique, and has to read the item first: it cannot be"
					+ " planned ahead. Use update(…) of the operations, or save the item");
		}
		new UpdateCheck(planned, update).check();
		rules.checkPlanned();
		return new PreparedUpdate(planned, update, arguments);
	}

	/**
	 * The attributes an update must know and does not: those it would compose index keys
	 * of.
	 * @param type the type of the item
	 * @param update what is to be done
	 * @return the names of the attributes, none if the update can be planned
	 */
	public Set<String> unknown(Class<?> type, ItemUpdate update) {
		return new IndexKeyRules(type(type), update).unknown();
	}

	/**
	 * Writes the properties of an item that are not null, and leaves the others alone;
	 * creates the item if it does not exist.
	 * @param item the item
	 * @return what is to be done
	 */
	public ItemUpdate upsert(Object item) {
		UpdateType type = type(item.getClass());
		Update update = Update.empty();
		for (Map.Entry<String, AttributeValue> attribute : attributes(type, item).entrySet()) {
			AttributePath path = AttributePath.of(attribute.getKey());
			Operand value = new Operand.Value(attribute.getValue());
			update = update.with(new UpdateAction.Set(path, isKept(type, attribute.getKey())
					? new UpdateValue.IfAbsent(path, value) : new UpdateValue.Plain(value)));
		}
		ItemUpdate upsert = ItemUpdate.of(update).withUpsert().withStoredPaths();
		long version = version(type, item);
		return (version > 0) ? upsert.withExpectedVersion(version) : upsert;
	}

	private static boolean isKept(UpdateType type, String attribute) {
		return type.targets().isWrittenOnce(attribute) || type.stamped()
			.stream()
			.anyMatch((audited) -> audited.creation() && audited.attribute().equals(attribute));
	}

	/**
	 * Changes what differs between two states of an item, and nothing else, provided the
	 * stored item is still as the former one: by its version, or else in what index keys
	 * are composed of.
	 * @param former the item as it was read
	 * @param changed the item as it is to be
	 * @return what is to be done, or {@code null} if the two are equal
	 */
	public @Nullable ItemUpdate difference(Object former, Object changed) {
		Assert.isTrue(former.getClass() == changed.getClass(), "The items must be of one type");
		UpdateType type = type(former.getClass());
		if (type.version() != null && (version(type, former) == 0 || version(type, former) != version(type, changed))) {
			throw new InvalidDataAccessApiUsageException("The two states of " + type.name()
					+ " must have one and the same version, that of the item that was read. Read it first, and change a"
					+ " copy of it");
		}
		Update update = difference(type, former, changed);
		return update.isEmpty() ? null : complete(type, former, update);
	}

	/**
	 * As {@link #difference}, of an item that was prepared to be written: its version is
	 * that after the write.
	 * @param former the item as it was read
	 * @param prepared the item as it is to be
	 * @return what is to be done
	 */
	public ItemUpdate differenceOfPrepared(Object former, Object prepared) {
		UpdateType type = type(former.getClass());
		return complete(type, former, difference(type, former, prepared));
	}

	private Update difference(UpdateType type, Object former, Object changed) {
		if (!type.keys().ofItem(former).equals(type.keys().ofItem(changed))) {
			throw new InvalidDataAccessApiUsageException("The two states of " + type.name()
					+ " have different keys: they are two items. Delete one and insert the other");
		}
		Map<String, AttributeValue> before = attributes(type, former);
		Map<String, AttributeValue> after = attributes(type, changed);
		Update update = Update.empty();
		for (Map.Entry<String, AttributeValue> attribute : after.entrySet()) {
			if (!attribute.getValue().equals(before.get(attribute.getKey()))) {
				update = update.with(new UpdateAction.Set(AttributePath.of(attribute.getKey()),
						new UpdateValue.Plain(new Operand.Value(attribute.getValue()))));
			}
		}
		for (String attribute : before.keySet()) {
			if (!after.containsKey(attribute)) {
				update = update.with(new UpdateAction.Remove(AttributePath.of(attribute)));
			}
		}
		return update;
	}

	private ItemUpdate complete(UpdateType type, Object former, Update update) {
		Map<String, AttributeValue> before = attributes(type, former);
		for (UpdateAction action : update.actions()) {
			type.targets().checkDifference(action);
		}
		ItemUpdate difference = ItemUpdate.of(update).withStoredPaths();
		long version = version(type, former);
		if (version > 0) {
			difference = difference.withExpectedVersion(version);
		}
		for (String attribute : new IndexKeyRules(type, difference).unknown()) {
			difference = difference
				.withKnown(new ItemUpdate.Known(AttributePath.of(attribute), before.get(attribute), true));
		}
		return difference;
	}

	/**
	 * What an item stores beside its keys, its type and its version.
	 */
	private Map<String, AttributeValue> attributes(UpdateType type, Object item) {
		Map<String, AttributeValue> attributes = new HashMap<>(this.converter.toItem(item));
		attributes.keySet().removeAll(type.entity().getRequiredTable().primaryKeyNames());
		type.indexKeys().forEach((key) -> attributes.remove(key.attribute().name()));
		attributes.keySet().remove(type.entity().getRequiredTable().typeAttribute());
		if (type.version() != null) {
			attributes.remove(type.version().getAttributeName());
		}
		return attributes;
	}

	private static long version(UpdateType type, Object item) {
		DynamoPersistentProperty version = type.version();
		return (version != null) ? Versions.of(type.entity().getPropertyAccessor(item).getProperty(version)) : 0;
	}

	private UpdateType type(Class<?> type) {
		UpdateType found = this.types.get(type);
		if (found == null) {
			found = new UpdateType(this.context.getRequiredPersistentEntity(type), this.converter, this.clock);
			this.types.put(type, found);
		}
		return found;
	}

	/**
	 * Plans one call of an update.
	 * @param type the type of the item
	 * @param id the id
	 * @param update what is to be done
	 * @param stamp who writes, and when
	 * @return the plan
	 */
	public WriteSet update(Class<?> type, Object id, ItemUpdate update, AuditStamp stamp) {
		UpdateType planned = type(type);
		WriteAction.Update action = new PreparedUpdate(planned, update, 0).bind(id, List.of(), stamp);
		if (planned.uniques().isEmpty()) {
			return WriteSet.of(action);
		}
		IndexKeyRules rules = new IndexKeyRules(planned, update);
		Map<String, Object> idValues = planned.keys().values(id);
		List<WriteAction> actions = new ArrayList<>(List.of(action));
		for (UniqueModel unique : rules.uniques()) {
			actions.addAll(planned.uniques()
				.move(unique, action.key(), rules.claim(unique, false, idValues), rules.claim(unique, true, idValues)));
		}
		if (actions.size() > 1 && action.returning() != ReturnValue.NONE) {
			throw planned.uniques().refusedReturning();
		}
		return new WriteSet(actions);
	}

	/**
	 * Whether an update changes unique values: then it is a transaction, and has to know
	 * the values before.
	 * @param type the type of the item
	 * @param update what is to be done
	 * @return {@code true} if it does
	 */
	public boolean changesUniqueValues(Class<?> type, ItemUpdate update) {
		UpdateType planned = type(type);
		return !planned.uniques().isEmpty() && !new IndexKeyRules(planned, update).uniques().isEmpty();
	}

}
