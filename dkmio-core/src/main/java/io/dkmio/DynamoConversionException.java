package io.dkmio;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * A value could not be turned into an attribute, or an attribute into a value. The
 * message names types, properties and attributes, never values.
 *
 * @since 1.0
 */
public class DynamoConversionException extends NonTransientDataAccessException {

	private static final long serialVersionUID = 1L;

	private final Class<?> entityType;

	private final String propertyPath;

	private final String attribute;

	/**
	 * Creates an exception.
	 * @param message what was attempted, what was found, and what to do
	 * @param entityType the type that was read or written
	 * @param propertyPath the property inside it, {@code lines[2].sku}, empty for the
	 * whole
	 * @param attribute the attribute inside the item, empty for the whole
	 * @param cause what a converter or constructor of the application threw
	 */
	public DynamoConversionException(String message, Class<?> entityType, String propertyPath, String attribute,
			@Nullable Throwable cause) {
		super(message, cause);
		this.entityType = entityType;
		this.propertyPath = propertyPath;
		this.attribute = attribute;
	}

	/**
	 * The type that was read or written.
	 * @return the type
	 */
	public Class<?> getEntityType() {
		return this.entityType;
	}

	/**
	 * The property that could not be converted, by its path from the entity.
	 * @return the path, such as {@code lines[2].sku}, empty for the entity itself
	 */
	public String getPropertyPath() {
		return this.propertyPath;
	}

	/**
	 * The attribute that could not be converted, by its path from the item.
	 * @return the path, empty for the item itself
	 */
	public String getAttribute() {
		return this.attribute;
	}

}
