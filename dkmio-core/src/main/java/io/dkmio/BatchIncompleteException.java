package io.dkmio;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * A part of a batch was not done within the attempts and the time allowed for it. The
 * rest was, and stays done.
 *
 * @since 1.0
 */
public class BatchIncompleteException extends TransientDataAccessResourceException {

	private static final long serialVersionUID = 1L;

	private final FailedOperation operation;

	private final int processedCount;

	private final int unprocessedCount;

	private final transient @Nullable List<Object> processed;

	private final transient @Nullable List<Object> unprocessed;

	/**
	 * Creates the exception.
	 * @param message what was left undone, why, and what to do
	 * @param operation the facts
	 * @param processed what was done, as the application passed it
	 * @param unprocessed what was not done, as the application passed it
	 * @param cause the last failure, if there was one
	 */
	@SuppressWarnings("NullAway") // a Throwable takes null for no cause
	public BatchIncompleteException(String message, FailedOperation operation, List<?> processed, List<?> unprocessed,
			@Nullable Throwable cause) {
		super(message, cause);
		this.operation = operation;
		this.processed = List.copyOf(processed);
		this.unprocessed = List.copyOf(unprocessed);
		this.processedCount = processed.size();
		this.unprocessedCount = unprocessed.size();
	}

	/**
	 * The facts of the failed operation.
	 * @return the facts
	 */
	public FailedOperation getOperation() {
		return this.operation;
	}

	/**
	 * What was done: items as they are stored, with their new versions, and ids or items
	 * that were deleted.
	 * @return the items or ids; empty in a copy of this exception that was deserialized
	 */
	public List<Object> getProcessed() {
		return (this.processed != null) ? this.processed : List.of();
	}

	/**
	 * What was not done, and can be tried again.
	 * @return the items or ids as the application passed them; empty in a copy of this
	 * exception that was deserialized
	 */
	public List<Object> getUnprocessed() {
		return (this.unprocessed != null) ? this.unprocessed : List.of();
	}

	/**
	 * What was done, of one type.
	 * @param type the type of the items or ids
	 * @param <T> the type
	 * @return those of this type
	 */
	public <T> List<T> getProcessed(Class<T> type) {
		return getProcessed().stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * What was not done, of one type.
	 * @param type the type of the items or ids
	 * @param <T> the type
	 * @return those of this type
	 */
	public <T> List<T> getUnprocessed(Class<T> type) {
		return getUnprocessed().stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * How many were done.
	 * @return the number
	 */
	public int getProcessedCount() {
		return this.processedCount;
	}

	/**
	 * How many were not done.
	 * @return the number
	 */
	public int getUnprocessedCount() {
		return this.unprocessedCount;
	}

}
