package io.dkmio.core.client;

import io.dkmio.ConditionFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * What it means to the application that the condition of a write did not hold. DynamoDB
 * says only that it did not; whoever planned the write knows why it was there.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface ConditionRefusal {

	/**
	 * Names the failure.
	 * @param refused what is known about it
	 * @return the exception for the application
	 */
	DataAccessException toException(RefusedCondition refused);

	/**
	 * A condition of the application, without a name.
	 * @return a refusal that gives {@link ConditionFailedException}
	 */
	static ConditionRefusal condition() {
		return named(null);
	}

	/**
	 * A condition of the application.
	 * @param conditionName the name the application gave it, if it did
	 * @return a refusal that gives {@link ConditionFailedException}
	 */
	static ConditionRefusal named(@Nullable String conditionName) {
		return (refused) -> {
			String found = (conditionName != null) ? "the condition '" + conditionName + "' does not hold"
					: "its condition does not hold";
			String message = refused.message(found,
					refused.item().isEmpty()
							? "Read the item to see why; perhaps it does not exist. Repeating the write will not help"
							: "getItem() of this exception has the item as it is stored");
			return new ConditionFailedException(message, refused.facts(), conditionName, refused.item(),
					refused.cause());
		};
	}

	/**
	 * The item must not exist yet.
	 * @return a refusal that gives {@link DuplicateKeyException}
	 */
	static ConditionRefusal insert() {
		return (refused) -> new DuplicateKeyException(
				refused.message("an item with this key exists already",
						"Choose another key, or use an operation that replaces or changes the existing item"),
				refused.cause());
	}

	/**
	 * The item must be as it was read.
	 * @return a refusal that gives {@link OptimisticLockingFailureException}
	 */
	static ConditionRefusal version() {
		return (refused) -> new OptimisticLockingFailureException(
				refused.message("the item was changed or deleted since it was read",
						"Read it again, apply the change to what was read, and write that"),
				refused.cause());
	}

}
