package io.dkmio.boot.autoconfigure;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * A property of dkmio that cannot be used.
 */
final class InvalidDynamoConfigurationException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String property;

	private final String reason;

	private final String action;

	InvalidDynamoConfigurationException(String property, String reason, String action) {
		this(property, reason, action, null);
	}

	InvalidDynamoConfigurationException(String property, String reason, String action, @Nullable Throwable cause) {
		super("Property '" + property + "' cannot be used: " + reason + ". " + action + ".", cause);
		this.property = property;
		this.reason = reason;
		this.action = action;
	}

	String getProperty() {
		return this.property;
	}

	String getReason() {
		return this.reason;
	}

	String getAction() {
		return this.action;
	}

}
