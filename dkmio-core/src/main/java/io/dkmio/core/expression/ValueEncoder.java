package io.dkmio.core.expression;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Turns a value of an expression into an attribute, as the property at its path would be
 * stored.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface ValueEncoder {

	/**
	 * Encodes a value that is compared with, or stored at, a path.
	 * @param path the path as the caller wrote it
	 * @param value the value, never an {@link AttributeValue}: those are taken as they
	 * are
	 * @return the attribute
	 */
	AttributeValue encode(AttributePath path, Object value);

	/**
	 * Encodes a value that is, or may be, an element of the list or set at a path: the
	 * operand of {@code contains}, an element to append, a member of a set.
	 * @param path the path of the list or set; of {@code contains}, also of a string or
	 * binary
	 * @param value the element, never an {@link AttributeValue}
	 * @return the attribute
	 */
	default AttributeValue encodeElement(AttributePath path, Object value) {
		return encode(path, value);
	}

	/**
	 * An encoder for values of one path, which knows beforehand what follows from it.
	 * @param path the path as the caller wrote it
	 * @return the encoder, to be given this path alone
	 */
	default ValueEncoder at(AttributePath path) {
		return this;
	}

}
