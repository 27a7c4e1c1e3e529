package io.dkmio.core.document;

import java.nio.ByteBuffer;

import io.dkmio.AttributeType;
import io.dkmio.InvalidKeyException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of a document. Numbers are compared by value, binary data by content.
 *
 * @param partitionKey a string, a {@link java.math.BigDecimal} or a read-only
 * {@link ByteBuffer}
 * @param sortKey likewise, or {@code null} if the table has none
 * @since 1.0
 */
public record Key(Object partitionKey, @Nullable Object sortKey) {

	public Key {
		partitionKey = value("partition key", partitionKey);
		sortKey = (sortKey != null) ? value("sort key", sortKey) : null;
	}

	/**
	 * The key of a table without a sort key.
	 * @param partitionKey what {@link Document} takes for a string, a number or binary
	 * data; a key is taken as it is
	 * @return the key
	 */
	public static Key of(Object partitionKey) {
		return (partitionKey instanceof Key key) ? key : new Key(partitionKey, null);
	}

	/**
	 * The key of a table with a sort key.
	 * @param partitionKey what {@link Document} takes for a string, a number or binary
	 * data
	 * @param sortKey likewise
	 * @return the key
	 */
	public static Key of(Object partitionKey, Object sortKey) {
		if (sortKey == null) {
			throw new InvalidKeyException("The sort key is null; give a string, a number or binary data", null, null);
		}
		return new Key(partitionKey, sortKey);
	}

	private static Object value(String role, @Nullable Object value) {
		if (value == null) {
			throw new InvalidKeyException("The " + role + " is null; give a string, a number or binary data", null,
					null);
		}
		Object result = DocumentValues.of(value);
		if (result == null || !DocumentValues.typeOf(result).isKeyType()) {
			throw new InvalidKeyException("The " + role + " has the type " + value.getClass().getSimpleName()
					+ ", and keys are strings, numbers or binary data", null, null);
		}
		return result;
	}

	AttributeValue partition() {
		return DocumentValues.encode(this.partitionKey);
	}

	@Nullable AttributeValue sort() {
		return (this.sortKey != null) ? DocumentValues.encode(this.sortKey) : null;
	}

	/** Says which types the key has: values stay out of logs. */
	@Override
	public String toString() {
		AttributeType partition = DocumentValues.typeOf(this.partitionKey);
		return "Key[" + partition + ((this.sortKey != null) ? ", " + DocumentValues.typeOf(this.sortKey) : "") + "]";
	}

}
