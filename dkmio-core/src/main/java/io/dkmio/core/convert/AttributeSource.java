package io.dkmio.core.convert;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where a reader takes attributes from, one value at a time: a map of
 * {@code AttributeValue}s or the bytes of a response. There is always a current value;
 * its {@link #type()} says which of the other methods may be called.
 * <p>
 * Containers are read to their end: after {@link #nextField()} has returned {@link #END},
 * or {@link #nextEntry()} or {@link #nextElement()} has returned {@code false}, the
 * container itself is the current value again and done with. A value inside a container
 * may be left unread; the next step skips it.
 *
 * @since 1.0
 */
public interface AttributeSource {

	/** Returned by {@link #nextField()} at the end of the map. */
	int END = -1;

	/**
	 * Returned by {@link #nextField()} for a name the table does not have, if the table
	 * asks for those.
	 */
	int UNKNOWN = -2;

	/**
	 * The type of the current value.
	 * @return the type
	 */
	AttributeType type();

	/**
	 * The current string, also of an element of a string set.
	 * @return the string
	 */
	String string();

	/**
	 * The decimal text of the current number, also of an element of a number set.
	 * @return the text
	 */
	String number();

	/**
	 * The current boolean.
	 * @return the boolean
	 */
	boolean bool();

	/**
	 * The current bytes, also of an element of a binary set.
	 * @return the bytes
	 */
	SdkBytes binary();

	/**
	 * The number of entries or elements of the current container, as far as known.
	 * @return the size, or a guess the reader may use to size its collection
	 */
	int size();

	/**
	 * Enters the current map to read the fields a table names, in any order.
	 * @param fields the names
	 */
	void enterMap(FieldTable fields);

	/**
	 * Moves to the next field of a map entered with {@link #enterMap(FieldTable)}.
	 * @return its position in the table, {@link #UNKNOWN}, or {@link #END}
	 */
	int nextField();

	/** Enters the current map to read all its entries. */
	void enterMap();

	/**
	 * Moves to the next entry of a map entered with {@link #enterMap()}.
	 * @return {@code false} at the end
	 */
	boolean nextEntry();

	/**
	 * The name of the current entry, or of the field for which {@link #UNKNOWN} was
	 * returned.
	 * @return the name
	 */
	String name();

	/** Enters the current list or set. */
	void enterElements();

	/**
	 * Moves to the next element.
	 * @return {@code false} at the end
	 */
	boolean nextElement();

	/**
	 * Looks a string up in the current map without entering it: the current value is the
	 * same afterwards. Meant for the rare questions that must be answered before a map is
	 * read, such as its type, or after it was, such as a key of which a part is wanted.
	 * @param name the name of an entry of the map that is the current value, read already
	 * or not
	 * @return the string, or {@code null} if there is no such entry or it is no string
	 */
	@Nullable String lookup(String name);

	/**
	 * The current value as it is.
	 * @return the value
	 */
	default AttributeValue attribute() {
		return AttributeValues.copy(this);
	}

}
