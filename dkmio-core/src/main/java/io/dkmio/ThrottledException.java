package io.dkmio;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * DynamoDB refused the request because a limit was reached. The SDK has repeated it as
 * often as it is configured to; the same request can succeed later.
 *
 * @since 1.0
 */
public class ThrottledException extends TransientDataAccessResourceException {

	private static final long serialVersionUID = 1L;

	private final FailedOperation operation;

	@SuppressWarnings("serial") // List.copyOf is serializable, its type does not say so
	private final List<String> reasons;

	/**
	 * Creates the exception.
	 * @param message what was throttled, why, and what to do
	 * @param operation the facts
	 * @param reasons the reasons DynamoDB gave, such as
	 * {@code TableWriteProvisionedThroughputExceeded}
	 * @param cause the SDK's exception
	 */
	@SuppressWarnings("NullAway") // a Throwable takes null for no cause
	public ThrottledException(String message, FailedOperation operation, List<String> reasons,
			@Nullable Throwable cause) {
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
	 * The reasons as DynamoDB wrote them, each once. New ones may appear at any time.
	 * @return the reasons, empty if none were given
	 */
	public List<String> getReasons() {
		return this.reasons;
	}

}
