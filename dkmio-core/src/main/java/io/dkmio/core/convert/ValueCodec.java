package io.dkmio.core.convert;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads values of one type. Made at start-up; holds no state of a call.
 *
 * @param <T> the type
 */
abstract class ValueCodec<T> {

	private final String expected;

	private final boolean required;

	/**
	 * Creates a codec.
	 * @param expected what is expected on reading, for messages
	 * @param required whether there must be a value
	 */
	ValueCodec(String expected, boolean required) {
		this.expected = expected;
		this.required = required;
	}

	abstract void write(T value, AttributeSink sink);

	/**
	 * Reads the current value.
	 * @return the value, or that of {@link #absent()} for an explicit null
	 */
	abstract @Nullable T read(AttributeSource source);

	/**
	 * Writes a named value, or nothing where the value is one that is not stored.
	 */
	void writeField(String name, T value, AttributeSink sink) {
		sink.name(name);
		write(value, sink);
	}

	/**
	 * Writes what stands for a null property, by default nothing.
	 */
	void writeNullField(String name, AttributeSink sink) {
	}

	/**
	 * The value of a property that is not stored.
	 */
	@Nullable T absent() {
		return null;
	}

	final boolean isRequired() {
		return this.required;
	}

	final String expected() {
		return this.expected;
	}

	/**
	 * Handles a value whose type is not the expected one.
	 */
	final @Nullable T unexpected(AttributeSource source) {
		AttributeType found = source.type();
		if (found == AttributeType.NULL && !this.required) {
			return absent();
		}
		throw ConversionFault.mismatch(this.expected, found);
	}

}
