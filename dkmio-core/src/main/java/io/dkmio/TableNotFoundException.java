package io.dkmio;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * A table or an index does not exist where the application looks for it.
 *
 * @since 1.0
 */
public class TableNotFoundException extends InvalidDataAccessResourceUsageException {

	private static final long serialVersionUID = 1L;

	private final FailedOperation operation;

	/**
	 * Creates the exception.
	 * @param message what failed, why, and what to do
	 * @param operation the facts
	 * @param cause the SDK's exception
	 */
	public TableNotFoundException(String message, FailedOperation operation, @Nullable Throwable cause) {
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
