package io.dkmio.core.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.mapping.UniqueModel;
import io.dkmio.core.write.WriteCondition.Meaning;
import io.dkmio.core.write.WriteCondition.Part;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Keeps the unique properties of one type unique: each value is claimed by an item of its
 * own, which names its owner, and is claimed and freed in the transaction that writes the
 * owner.
 */
final class UniqueValues {

	private final DynamoPersistentEntity<?> type;

	private final DynamoConverter converter;

	private final List<UniqueModel> uniques;

	private final Set<String> attributes = new LinkedHashSet<>();

	private final AttributePath partitionKey;

	UniqueValues(DynamoPersistentEntity<?> type, DynamoConverter converter) {
		this.type = type;
		this.converter = converter;
		this.uniques = type.getUniques();
		this.partitionKey = AttributePath.of(type.getRequiredTable().partitionKey().name());
		Set<DynamoPersistentProperty> primary = Set.copyOf(type.getRequiredKey().properties());
		for (UniqueModel unique : this.uniques) {
			for (DynamoPersistentProperty property : unique.key().properties()) {
				if (!primary.contains(property)) {
					this.attributes.add(property.getAttributeName());
				}
			}
		}
	}

	boolean isEmpty() {
		return this.uniques.isEmpty();
	}

	/**
	 * What must not have changed since the item was read: what its claims are made of.
	 */
	List<Part> unchanged(Map<String, AttributeValue> former) {
		List<Part> parts = new ArrayList<>();
		for (String attribute : this.attributes) {
			AttributePath path = AttributePath.of(attribute);
			AttributeValue value = former.get(attribute);
			parts.add(new Part(Meaning.READ, attribute,
					(value != null) ? UpdateConditions.equal(path, value) : new Condition.NotExists(path)));
		}
		return parts;
	}

	/**
	 * The claims that have to be made and given up when an item changes.
	 * @param owner the primary key of the item
	 * @param former the item as it is stored, empty if there is none
	 * @param next the item as it will be, empty if it is deleted
	 */
	List<WriteAction> moves(Map<String, AttributeValue> owner, Map<String, AttributeValue> former,
			Map<String, AttributeValue> next) {
		List<WriteAction> moves = new ArrayList<>();
		for (UniqueModel unique : this.uniques) {
			moves.addAll(move(unique, owner, text(unique, former), text(unique, next)));
		}
		return moves;
	}

	private @Nullable String text(UniqueModel unique, Map<String, AttributeValue> item) {
		AttributeValue key = this.converter.keys(this.type.getType()).value(unique.key(), (property) -> {
			AttributeValue value = item.get(property.getAttributeName());
			return (value != null) ? this.converter.fromAttributeValue(property, value) : null;
		});
		return (key != null) ? key.s() : null;
	}

	List<WriteAction> move(UniqueModel unique, Map<String, AttributeValue> owner, @Nullable String before,
			@Nullable String after) {
		List<WriteAction> moves = new ArrayList<>();
		if (Objects.equals(before, after)) {
			return moves;
		}
		Part own = new Part(Meaning.UNIQUE, unique.property().getName(), new Condition.NotExists(this.partitionKey)
			.or(UpdateConditions.equal(AttributePath.of(UniqueModel.OWNER_ATTRIBUTE), AttributeValue.fromM(owner))));
		WriteCondition condition = WriteCondition.of(List.of(own));
		if (before != null) {
			moves.add(new WriteAction.Delete(this.type, key(before), condition));
		}
		if (after != null) {
			Map<String, AttributeValue> claim = key(after);
			claim.put(Objects.requireNonNull(this.type.getRequiredTable().typeAttribute()),
					AttributeValue.fromS(UniqueModel.MARK));
			claim.put(UniqueModel.OWNER_ATTRIBUTE, AttributeValue.fromM(owner));
			moves.add(new WriteAction.Put(this.type, claim, condition));
		}
		return moves;
	}

	private Map<String, AttributeValue> key(String text) {
		TableDefinition table = this.type.getRequiredTable();
		Map<String, AttributeValue> key = new HashMap<>();
		key.put(table.partitionKey().name(), AttributeValue.fromS(text));
		if (table.sortKey() != null) {
			key.put(table.sortKey().name(), AttributeValue.fromS(UniqueModel.MARK));
		}
		return key;
	}

	List<UniqueModel> uniques() {
		return this.uniques;
	}

	/**
	 * A write of a whole item with the claims that go with it.
	 */
	WriteSet complete(WriteAction action, FormerItems formerItems) {
		boolean insert = action.condition() != null && action.condition().parts().get(0).meaning() == Meaning.ABSENT;
		Map<String, AttributeValue> owner = action.key();
		Map<String, AttributeValue> former = insert ? Map.of() : formerItems.read(this.type, owner);
		Map<String, AttributeValue> next = (action instanceof WriteAction.Put put) ? put.item() : Map.of();
		List<WriteAction> actions = new ArrayList<>();
		actions.add(insert ? action : guarded(action, unchanged(former)));
		actions.addAll(moves(owner, former, next));
		return returningNothing(new WriteSet(actions));
	}

	private static WriteAction guarded(WriteAction action, List<Part> parts) {
		WriteCondition condition = action.condition();
		WriteCondition all = (condition != null) ? condition.and(parts) : WriteCondition.of(parts);
		if (action instanceof WriteAction.Put put) {
			return new WriteAction.Put(put.type(), put.item(), all, put.returning());
		}
		return (action instanceof WriteAction.Delete delete)
				? new WriteAction.Delete(delete.type(), delete.key(), all, delete.returning()) : action;
	}

	/**
	 * Transactions return nothing.
	 */
	private WriteSet returningNothing(WriteSet writes) {
		WriteAction action = writes.actions().get(0);
		ReturnValue returning = (action instanceof WriteAction.Put put) ? put.returning()
				: (action instanceof WriteAction.Delete delete) ? delete.returning() : ReturnValue.NONE;
		if (writes.actions().size() > 1 && returning != ReturnValue.NONE) {
			throw refusedReturning();
		}
		return writes;
	}

	InvalidDataAccessApiUsageException refusedReturning() {
		return new InvalidDataAccessApiUsageException("A write of " + this.type.getType().getSimpleName()
				+ " that changes a unique value is a transaction, and transactions return no items. Read the item before,"
				+ " or ask for nothing");
	}

}
