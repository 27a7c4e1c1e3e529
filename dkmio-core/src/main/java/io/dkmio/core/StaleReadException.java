package io.dkmio.core;

import org.springframework.dao.OptimisticLockingFailureException;

/**
 * What an update has read just before was changed since, so that it can be tried again.
 */
final class StaleReadException extends OptimisticLockingFailureException {

	private static final long serialVersionUID = 1L;

	StaleReadException(String message, Throwable cause) {
		super(message, cause);
	}

}
