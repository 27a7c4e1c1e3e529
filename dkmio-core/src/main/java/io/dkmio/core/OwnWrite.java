package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.dkmio.core.client.RefusedCondition;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Conditions;
import io.dkmio.core.expression.ConditionEvaluator;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.PathResolver;
import io.dkmio.core.expression.ValueEncoder;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteCondition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Recognises a write that was refused because it had been done: the answer was lost, and
 * the client has sent the request again.
 */
final class OwnWrite {

	private static final ValueEncoder ENCODED = (path, value) -> {
		throw new IllegalStateException("The value for attribute '" + path + "' is not encoded");
	};

	private OwnWrite() {
	}

	/**
	 * Whether a refused write was done all the same. A request that was sent once was
	 * not.
	 */
	static boolean isDone(WriteAction action, WriteCondition.Part part, RefusedCondition refused) {
		boolean repeated = refused.cause() instanceof SdkException ex && ex.numAttempts() != null
				&& ex.numAttempts() > 1;
		if (!repeated) {
			return false;
		}
		boolean version = part.meaning() == WriteCondition.Meaning.VERSION;
		if (action instanceof WriteAction.Put put) {
			return (version || part.meaning() == WriteCondition.Meaning.ABSENT) && put.returning() == ReturnValue.NONE
					&& refused.item().keySet().equals(put.item().keySet()) && holds(equal(put.item()), refused.item());
		}
		if (action instanceof WriteAction.Update update) {
			return version && update.outcome() != null && isKnown(update.returning())
					&& holds(update.outcome(), refused.item());
		}
		return version && action instanceof WriteAction.Delete delete && delete.returning() == ReturnValue.NONE
				&& refused.item().isEmpty();
	}

	private static boolean isKnown(@Nullable ReturnValue returning) {
		return returning == ReturnValue.NONE || returning == ReturnValue.ALL_NEW;
	}

	private static Condition equal(Map<String, AttributeValue> item) {
		List<Condition> conditions = new ArrayList<>();
		item.forEach((name, value) -> conditions.add(Conditions.attribute(AttributePath.of(name)).eq(value)));
		return Condition.allOf(conditions);
	}

	/** Compares as DynamoDB does, whatever a number is written like. */
	private static boolean holds(Condition condition, Map<String, AttributeValue> item) {
		return ConditionEvaluator.of(condition, PathResolver.identity(), ENCODED).test(item);
	}

}
