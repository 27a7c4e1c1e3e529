package io.dkmio;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A key could not be composed because one of its properties is null.
 *
 * @since 1.0
 */
public class MissingKeyException extends InvalidDataAccessApiUsageException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final @Nullable String entity;

	private final String property;

	/**
	 * Creates the exception.
	 * @param message what was attempted, what is missing and what to do
	 * @param entity the name of the item type, or {@code null} if not known
	 * @param property the property that is null
	 */
	public MissingKeyException(String message, @Nullable String entity, String property) {
		super(message);
		this.entity = entity;
		this.property = property;
	}

	/**
	 * The item type whose key was composed.
	 * @return the name of the type, or {@code null} if not known
	 */
	public @Nullable String getEntity() {
		return this.entity;
	}

	/**
	 * The property that is null.
	 * @return the name of the property
	 */
	public String getProperty() {
		return this.property;
	}

}
