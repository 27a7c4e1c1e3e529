package io.dkmio;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * The items of one partition have reached the 10 GB that a table with a local index
 * allows.
 *
 * @since 1.0
 */
public class ItemCollectionSizeExceededException extends NonTransientDataAccessResourceException {

	private static final long serialVersionUID = 1L;

	private final FailedOperation operation;

	/**
	 * Creates the exception.
	 * @param message what failed, why, and what to do
	 * @param operation the facts
	 * @param cause the SDK's exception
	 */
	public ItemCollectionSizeExceededException(String message, FailedOperation operation, @Nullable Throwable cause) {
		super(message, cause);
		this.operation = operation;
	}

	/**
	 * The facts of the failed operation, the names of table and index among them.
	 * @return the facts
	 */
	public FailedOperation getOperation() {
		return this.operation;
	}

}
