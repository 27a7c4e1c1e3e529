package io.dkmio.observability;

import java.util.Locale;

import io.dkmio.ConditionFailedException;
import io.dkmio.TableNotFoundException;
import io.dkmio.ThrottledException;
import io.dkmio.WriteTransactionCanceledException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;

/**
 * How a request ended: few values, so that they can be a tag.
 *
 * @since 1.0
 */
public enum Outcome {

	/** As asked. */
	SUCCESS,
	/** A condition did not hold, such as that the item exists. */
	CONDITION_FAILED,
	/** The item had another version. */
	VERSION_CONFLICT,
	/** Another request worked on the same item. */
	CONFLICT,
	/** A transaction was cancelled. */
	CANCELLED,
	/** A limit was reached. */
	THROTTLED,
	/** No answer came in time. */
	TIMEOUT,
	/** DynamoDB could not be reached. */
	UNAVAILABLE,
	/** The table or the index does not exist. */
	NOT_FOUND,
	/** The request is not allowed. */
	DENIED,
	/** DynamoDB does not accept such a request. */
	INVALID,
	/** Something else went wrong. */
	ERROR;

	private final String tag = name().toLowerCase(Locale.ROOT);

	/**
	 * The value as a tag.
	 * @return small letters with underscores
	 */
	public String tag() {
		return this.tag;
	}

	/**
	 * The outcome of a request that has thrown.
	 * @param failure what it threw, or {@code null} if it did not
	 * @return the outcome
	 */
	public static Outcome of(@Nullable Throwable failure) {
		if (failure == null) {
			return SUCCESS;
		}
		if (failure instanceof ConditionFailedException || failure instanceof DuplicateKeyException
				|| failure instanceof EmptyResultDataAccessException) {
			return CONDITION_FAILED;
		}
		if (failure instanceof OptimisticLockingFailureException) {
			return VERSION_CONFLICT;
		}
		if (failure instanceof ConcurrencyFailureException) {
			return CONFLICT;
		}
		if (failure instanceof WriteTransactionCanceledException) {
			return CANCELLED;
		}
		if (failure instanceof ThrottledException) {
			return THROTTLED;
		}
		return ofRequest(failure);
	}

	private static Outcome ofRequest(Throwable failure) {
		if (failure instanceof QueryTimeoutException) {
			return TIMEOUT;
		}
		if (failure instanceof DataAccessResourceFailureException) {
			return UNAVAILABLE;
		}
		if (failure instanceof TableNotFoundException) {
			return NOT_FOUND;
		}
		if (failure instanceof PermissionDeniedDataAccessException) {
			return DENIED;
		}
		return (failure instanceof InvalidDataAccessApiUsageException) ? INVALID : ERROR;
	}

}
