package io.dkmio.core.client;

import java.util.List;

import io.dkmio.BatchIncompleteException;
import io.dkmio.FailedOperation;
import org.jspecify.annotations.Nullable;

/**
 * Why a batch has ended before its end, if it was not the failure of a request. It says
 * what of the batch was done and what was not.
 *
 * @since 1.0
 */
public final class BatchFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Backoff.Outcome outcome;

	@SuppressWarnings("NullAway") // no message and no cause: nobody sees this
	BatchFailure(Backoff.Outcome outcome) {
		super(null, null, false, false);
		this.outcome = outcome;
	}

	private String reason(BatchOptions options) {
		return switch (this.outcome) {
			case ATTEMPTS_USED -> "DynamoDB gave them back unprocessed, and " + options.maxAttempts()
					+ " attempts in succession brought nothing";
			case TIME_USED ->
				"DynamoDB gave them back unprocessed for " + options.maxTime().toMillis() + " milliseconds";
			case INTERRUPTED -> "the thread was interrupted, and its flag is set again";
			case GO_ON -> throw new IllegalStateException("A batch that goes on has not failed");
		};
	}

	/**
	 * Makes the exception for the application.
	 * @param failure what ended the batch: one of these, or that of a request
	 * @param action the call the batch is made of
	 * @param operation what the application asked for
	 * @param options how much was tried
	 * @param processed what was done
	 * @param unprocessed what was not
	 * @return the exception
	 */
	public static BatchIncompleteException toException(RuntimeException failure, DynamoAction<?, ?> action,
			DynamoOperation operation, BatchOptions options, List<?> processed, List<?> unprocessed) {
		boolean own = failure instanceof BatchFailure;
		@Nullable RuntimeException cause = own ? null : failure;
		@Nullable String code = (cause != null) ? DynamoExceptionTranslator.errorCode(cause) : null;
		String verb = (action.kind() == DynamoAction.Kind.WRITE) ? "written" : "read";
		String reason = own ? ((BatchFailure) failure).reason(options)
				: "a request failed with " + failure.getClass().getSimpleName();
		String message = operation.describe() + " failed: " + unprocessed.size() + " of "
				+ (processed.size() + unprocessed.size()) + " were not " + verb + ": " + reason + ". The rest ("
				+ processed.size() + ") was " + verb + "; getUnprocessed() has what is left: try it again later, or "
				+ (own ? "raise the capacity of the table" : "correct first what the cause of this exception names")
				+ ". [" + action.name() + ((code != null) ? ": " + code : "") + "]";
		FailedOperation facts = new FailedOperation(operation.name(), operation.tableName(), operation.indexName(),
				operation.itemType(), operation.repositoryMethod(), code, null);
		return new BatchIncompleteException(message, facts, processed, unprocessed, cause);
	}

}
