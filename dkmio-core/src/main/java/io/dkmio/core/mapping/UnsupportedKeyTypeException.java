package io.dkmio.core.mapping;

import java.io.Serial;

/**
 * A property cannot be part of a key because there is no key encoding for its type.
 *
 * @since 1.0
 */
public final class UnsupportedKeyTypeException extends IllegalArgumentException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String property;

	UnsupportedKeyTypeException(String property, String message) {
		super(message);
		this.property = property;
	}

	/**
	 * The property.
	 * @return the name of the property
	 */
	public String getProperty() {
		return this.property;
	}

}
