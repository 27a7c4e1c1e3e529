package io.dkmio;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * A transaction was cancelled as a whole, and nothing of it was done. Where one reason
 * explains it alone, the application sees the exception of that reason, caused by this
 * one.
 *
 * @since 1.0
 */
public class WriteTransactionCanceledException extends NonTransientDataAccessException {

	private static final long serialVersionUID = 1L;

	private final FailedOperation operation;

	@SuppressWarnings("serial") // List.copyOf is serializable, its type does not say so
	private final List<CancellationReason> reasons;

	/**
	 * Creates the exception.
	 * @param message what was cancelled, why, and what to do
	 * @param operation the facts
	 * @param reasons one for each action in order; shorter, or empty, if DynamoDB said
	 * less
	 * @param cause the SDK's exception
	 */
	public WriteTransactionCanceledException(String message, FailedOperation operation,
			List<CancellationReason> reasons, @Nullable Throwable cause) {
		super(message, cause);
		this.operation = operation;
		this.reasons = List.copyOf(reasons);
	}

	/**
	 * The facts of the failed operation.
	 * @return the facts
	 */
	public FailedOperation getOperation() {
		return this.operation;
	}

	/**
	 * The reasons in the order of the actions.
	 * @return the reasons, those of the innocent actions included
	 */
	public List<CancellationReason> getReasons() {
		return this.reasons;
	}

	/**
	 * The reasons of the actions that were to blame.
	 * @return the reasons
	 */
	public List<CancellationReason> getFailures() {
		return this.reasons.stream().filter(CancellationReason::isFailure).toList();
	}

}
