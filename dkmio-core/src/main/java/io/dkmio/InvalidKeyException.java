package io.dkmio;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A value cannot be part of a key, the composed key is empty or too long, or a text is no
 * key of the expected template. The message never contains the value.
 *
 * @since 1.0
 */
public class InvalidKeyException extends InvalidDataAccessApiUsageException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final @Nullable String entity;

	private final @Nullable String property;

	/**
	 * Creates the exception.
	 * @param message what was attempted, what was found and what to do
	 * @param entity the name of the item type, or {@code null} if not known
	 * @param property the property at fault, or {@code null} if it is the key as a whole
	 */
	public InvalidKeyException(String message, @Nullable String entity, @Nullable String property) {
		super(message);
		this.entity = entity;
		this.property = property;
	}

	/**
	 * The item type whose key it is.
	 * @return the name of the type, or {@code null} if not known
	 */
	public @Nullable String getEntity() {
		return this.entity;
	}

	/**
	 * The property at fault.
	 * @return the name of the property, or {@code null} if it is the key as a whole
	 */
	public @Nullable String getProperty() {
		return this.property;
	}

}
