package io.dkmio.boot.autoconfigure;

import java.io.Serial;
import java.util.Objects;

/**
 * The embedded server does not start. The message is that of the server, which says what
 * to do.
 */
final class EmbeddedServerException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	EmbeddedServerException(IllegalStateException cause) {
		super(Objects.requireNonNullElse(cause.getMessage(), "Could not start DynamoDB Local"), cause);
	}

}
