package io.dkmio;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A cursor that is forged, damaged, or comes from another query. No request was sent. A
 * web application answers it with 400.
 *
 * @since 1.0
 */
public class InvalidCursorException extends InvalidDataAccessApiUsageException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what is wrong, without the cursor itself
	 */
	public InvalidCursorException(String message) {
		super(message);
	}

}
