package io.dkmio.core;

import java.util.Map;

import io.dkmio.core.client.RefusedCondition;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteCondition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Makes one action of two that a transaction has for one item, since DynamoDB takes one.
 * What the second expects is checked on what the first one leaves, as if it were stored.
 */
final class WriteMerge {

	private final WriteRefusals refusals;

	WriteMerge(WriteRefusals refusals) {
		this.refusals = refusals;
	}

	/**
	 * Merges two actions.
	 * @param before the one that comes first
	 * @param after the one that follows
	 * @return the one that does what both do
	 */
	BufferedWrite merge(BufferedWrite before, BufferedWrite after) {
		Map<String, AttributeValue> left = before.result();
		if (before.action().type().equals(after.action().type())) {
			if (left != null && !(after.action() instanceof WriteAction.Update)) {
				return onto(before, left, after);
			}
			if (before.action() instanceof WriteAction.Check check) {
				WriteAction joined = checked(check.condition(), after.action());
				if (joined != null) {
					return after.with(joined);
				}
			}
		}
		throw refused(before, after);
	}

	private BufferedWrite onto(BufferedWrite before, Map<String, AttributeValue> left, BufferedWrite after) {
		WriteAction action = after.action();
		WriteCondition expected = action.condition();
		if (expected != null && !expected.holds(left)) {
			IllegalStateException cause = new IllegalStateException(
					"It does not hold after " + before.describe() + " of the same transaction; nothing was sent");
			throw this.refusals.of(action).toException(RefusedCondition.unsent(after.operation(), left, cause));
		}
		WriteCondition condition = before.action().condition();
		if (action instanceof WriteAction.Put put) {
			return after.with(new WriteAction.Put(put.type(), put.item(), condition));
		}
		if (action instanceof WriteAction.Delete delete) {
			return after.with(new WriteAction.Delete(delete.type(), delete.key(), condition));
		}
		return before;
	}

	/**
	 * An action under one more condition.
	 * @return the action, or {@code null} for one whose condition cannot be added to
	 */
	private static @Nullable WriteAction checked(WriteCondition check, WriteAction action) {
		WriteCondition condition = action.condition();
		WriteCondition both = (condition != null) ? check.and(condition.parts()) : check;
		if (action instanceof WriteAction.Put put) {
			return new WriteAction.Put(put.type(), put.item(), both);
		}
		if (action instanceof WriteAction.Delete delete) {
			return new WriteAction.Delete(delete.type(), delete.key(), both);
		}
		return (action instanceof WriteAction.Check other) ? new WriteAction.Check(other.type(), other.key(), both)
				: null;
	}

	private static InvalidDataAccessApiUsageException refused(BufferedWrite before, BufferedWrite after) {
		String advice;
		if (!before.action().type().equals(after.action().type())) {
			advice = "They are of two types with the same key, so that one would replace the other; give the types keys"
					+ " that differ";
		}
		else if (after.action() instanceof WriteAction.Check) {
			advice = "What the update leaves is not known before it is done; give the condition to the update instead";
		}
		else if (before.action() instanceof WriteAction.Check) {
			advice = "Give the condition to the update instead";
		}
		else {
			advice = "What an update leaves is not known before it is done; say everything in one update, or read the"
					+ " item, change it, and store it once";
		}
		return new InvalidDataAccessApiUsageException("A transaction has one write for an item, and "
				+ before.describe() + " and " + after.describe() + " are of the same item of table '"
				+ after.action().tableName() + "' and cannot be made one. " + advice + ". Nothing was sent.");
	}

}
