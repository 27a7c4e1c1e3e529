package io.dkmio.core.convert;

import java.util.Collection;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where a writer puts attributes, one call per value, in the order they appear: a map of
 * {@code AttributeValue}s or the bytes of a request. Inside a map every value follows a
 * {@link #name(String)}. Values must be valid for DynamoDB: the writer checks, the sink
 * does not. The one thing the sink checks is the depth, because it alone knows it.
 *
 * @since 1.0
 */
public interface AttributeSink {

	/** How deep maps and lists can be nested, the item itself counted. */
	int MAX_DEPTH = 32;

	/**
	 * Names the value that follows, inside a map.
	 * @param name the attribute's name
	 */
	void name(String name);

	/**
	 * Starts a map. The item itself is a map.
	 * @param size the expected number of entries
	 * @throws RuntimeException if the map is nested deeper than {@link #MAX_DEPTH}
	 */
	void beginMap(int size);

	/** Ends the map started last. */
	void endMap();

	/**
	 * Starts a list.
	 * @param size the expected number of elements
	 * @throws RuntimeException if the list is nested deeper than {@link #MAX_DEPTH}
	 */
	void beginList(int size);

	/** Ends the list started last. */
	void endList();

	/**
	 * Writes a string.
	 * @param value the string
	 */
	void string(String value);

	/**
	 * Writes a number.
	 * @param text the number's decimal text
	 */
	void number(String text);

	/**
	 * Writes a boolean.
	 * @param value the boolean
	 */
	void bool(boolean value);

	/** Writes an explicit null. */
	void nullValue();

	/**
	 * Writes binary data.
	 * @param value the bytes
	 */
	void binary(SdkBytes value);

	/**
	 * Writes a set of strings.
	 * @param values the strings, at least one, without duplicates
	 */
	void stringSet(Collection<String> values);

	/**
	 * Writes a set of numbers.
	 * @param texts the numbers' decimal texts, at least one, without duplicates by value
	 */
	void numberSet(Collection<String> texts);

	/**
	 * Writes a set of binary values.
	 * @param values the values, at least one, without duplicates
	 */
	void binarySet(Collection<SdkBytes> values);

	/**
	 * Writes a value that is an attribute already.
	 * @param value the attribute
	 */
	default void attribute(AttributeValue value) {
		AttributeValues.copy(value, this);
	}

}
