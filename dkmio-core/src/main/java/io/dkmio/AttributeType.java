package io.dkmio;

/**
 * The ten types an attribute of a DynamoDB item can have, by the codes DynamoDB itself
 * uses.
 *
 * @since 1.0
 */
public enum AttributeType {

	/** A string. */
	S,
	/** A number of up to 38 digits. */
	N,
	/** Binary data. */
	B,
	/** A boolean. */
	BOOL,
	/** An explicit null. */
	NULL,
	/** A map from names to attributes. */
	M,
	/** A list of attributes. */
	L,
	/** A set of strings. */
	SS,
	/** A set of numbers. */
	NS,
	/** A set of binary values. */
	BS;

	/**
	 * Whether an attribute of this type can be part of a key.
	 * @return {@code true} for {@link #S}, {@link #N} and {@link #B}
	 */
	public boolean isKeyType() {
		return this == S || this == N || this == B;
	}

}
