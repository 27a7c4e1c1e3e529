package io.dkmio.core.document;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.dkmio.core.expression.AttributePath;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * An item of any shape: an immutable map from the names of attributes to their values, in
 * the order they were given.
 *
 * <pre class="code">
 * Document order = Document.of("user_id", "usr_123", "order_id", "ord_789", "total", 99.5);
 * BigDecimal total = order.number("total");
 * Document paid = order.with("status", "PAID");
 * </pre>
 *
 * Values are what DynamoDB keeps, exactly: strings, {@link BigDecimal}s, booleans, nulls,
 * read-only {@link ByteBuffer}s, lists, documents, and sets of strings, numbers or binary
 * values. Other types are turned into these when a document is made: numbers, enums,
 * times, ids and byte arrays. So a document equals what is read after it was stored.
 * Empty sets, which DynamoDB has not, are left out.
 * <p>
 * {@link #get(Object)} and its like take the name of an attribute as it is; the getters
 * with a type, and {@link #at(String)}, take a path such as {@code lines[0].quantity}. A
 * document is a {@link Map}, and JSON libraries write it as one.
 *
 * @since 1.0
 */
public final class Document extends AbstractMap<String, @Nullable Object> {

	private static final Document EMPTY = new Document(Map.of(), false);

	private final Map<String, @Nullable Object> values;

	private final boolean partial;

	/**
	 * Creates a document.
	 * @param values values as documents hold them, in a map of its own
	 * @param partial whether the stored item may have other attributes
	 */
	Document(Map<String, @Nullable Object> values, boolean partial) {
		this.values = Collections.unmodifiableMap(values);
		this.partial = partial;
	}

	/**
	 * A document without attributes, to start from.
	 * @return the document
	 */
	public static Document empty() {
		return EMPTY;
	}

	/**
	 * A document of names and values in turn.
	 * @param namesAndValues a name, its value, the next name, and so on
	 * @return the document
	 * @throws io.dkmio.DynamoConversionException if DynamoDB cannot keep a value
	 */
	public static Document of(@Nullable Object... namesAndValues) {
		Assert.isTrue(namesAndValues.length % 2 == 0, () -> "A document is made of names and values in turn, and "
				+ namesAndValues.length + " were given: the last name has no value");
		Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			int position = i;
			Assert.isInstanceOf(String.class, namesAndValues[i],
					() -> "A document is made of names and values in turn, and number " + (position + 1)
							+ " should be a name:");
			String name = (String) namesAndValues[i];
			Assert.isTrue(!attributes.containsKey(name), () -> "Attribute '" + name + "' is given twice");
			attributes.put(name, namesAndValues[i + 1]);
		}
		return of(attributes);
	}

	/**
	 * A document of a map.
	 * @param attributes the values by name; a document that was read in part becomes one
	 * of its own
	 * @return the document
	 * @throws io.dkmio.DynamoConversionException if DynamoDB cannot keep a value
	 */
	public static Document of(Map<String, ? extends @Nullable Object> attributes) {
		Assert.notNull(attributes, "Attributes must not be null");
		return DocumentValues.document(attributes);
	}

	/**
	 * A document of an item as the SDK knows it, such as that of an
	 * {@code EnhancedDocument.toMap()}.
	 * @param item the attributes by name
	 * @return the document
	 */
	public static Document ofItem(Map<String, AttributeValue> item) {
		Assert.notNull(item, "Item must not be null");
		return DocumentValues.decode(item, false);
	}

	/**
	 * The item as the SDK knows it, such as
	 * {@code EnhancedDocument.fromAttributeValueMap} takes.
	 * @return the attributes by name, a map of the caller's own
	 */
	public Map<String, AttributeValue> toItem() {
		return DocumentValues.encode(this);
	}

	/**
	 * The document as maps, lists and sets that can be changed.
	 * @return a copy, also of everything inside
	 */
	public Map<String, @Nullable Object> toMap() {
		return DocumentValues.mutable(this);
	}

	/**
	 * Sets an attribute.
	 * @param name the attribute's name, verbatim
	 * @param value the value, {@code null} for an explicit null
	 * @return the changed document
	 * @throws io.dkmio.DynamoConversionException if DynamoDB cannot keep the value
	 */
	public Document with(String name, @Nullable Object value) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.values);
		DocumentValues.put(changed, name, value);
		return new Document(changed, this.partial);
	}

	/**
	 * Leaves attributes out.
	 * @param names the attributes' names, verbatim
	 * @return the changed document
	 */
	public Document without(String... names) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.values);
		for (String name : names) {
			changed.remove(name);
		}
		return new Document(changed, this.partial);
	}

	/**
	 * Whether this is not all of an item: it was read with a selection, or through an
	 * index that does not hold all attributes. Such a document cannot be put, since the
	 * attributes that were not read would be lost.
	 * @return {@code true} if attributes may be missing
	 */
	public boolean isPartial() {
		return this.partial;
	}

	/**
	 * Whether there is a value, be it an explicit null.
	 * @param path the path, such as {@code lines[0].quantity}
	 * @return {@code true} if there is
	 */
	public boolean has(String path) {
		return DocumentPaths.has(this, AttributePath.parse(path));
	}

	/**
	 * The value at a path.
	 * @param path the path, such as {@code lines[0].quantity}
	 * @return the value, {@code null} if there is none or it is an explicit null
	 */
	public @Nullable Object at(String path) {
		return DocumentPaths.find(this, AttributePath.parse(path));
	}

	/**
	 * A string.
	 * @param path the path
	 * @return the string, or {@code null}
	 * @throws io.dkmio.DynamoConversionException if there is a value of another type
	 */
	public @Nullable String string(String path) {
		return DocumentPaths.as(this, path, String.class);
	}

	/**
	 * A number.
	 * @param path the path
	 * @return the number, or {@code null}
	 * @throws io.dkmio.DynamoConversionException if there is a value of another type
	 */
	public @Nullable BigDecimal number(String path) {
		return DocumentPaths.as(this, path, BigDecimal.class);
	}

	/**
	 * A number that is whole.
	 * @param path the path
	 * @return the number, or {@code null}
	 * @throws io.dkmio.DynamoConversionException if there is a value of another type, or
	 * a number with a fraction or too large
	 */
	public @Nullable Long integer(String path) {
		return DocumentPaths.integer(this, path);
	}

	/**
	 * A boolean.
	 * @param path the path
	 * @return the boolean, or {@code null}
	 * @throws io.dkmio.DynamoConversionException if there is a value of another type
	 */
	public @Nullable Boolean bool(String path) {
		return DocumentPaths.as(this, path, Boolean.class);
	}

	/**
	 * A moment: a string of ISO 8601, or a number of seconds since the epoch as in an
	 * attribute for the time to live.
	 * @param path the path
	 * @return the moment, or {@code null}
	 * @throws io.dkmio.DynamoConversionException if there is a value of another type, or
	 * a string that is no moment
	 */
	public @Nullable Instant instant(String path) {
		return DocumentPaths.instant(this, path);
	}

	/**
	 * Binary data.
	 * @param path the path
	 * @return the bytes, an array of the caller's own, or {@code null}
	 * @throws io.dkmio.DynamoConversionException if there is a value of another type
	 */
	public byte @Nullable [] bytes(String path) {
		ByteBuffer value = DocumentPaths.as(this, path, ByteBuffer.class);
		return (value != null) ? DocumentValues.bytes(value) : null;
	}

	/**
	 * A list.
	 * @param path the path
	 * @return the elements, empty if there is no list
	 * @throws io.dkmio.DynamoConversionException if there is a value of another type
	 */
	@SuppressWarnings("unchecked")
	public List<@Nullable Object> list(String path) {
		List<@Nullable Object> value = DocumentPaths.as(this, path, List.class);
		return (value != null) ? value : List.of();
	}

	/**
	 * A set of strings, of {@link BigDecimal}s or of {@link ByteBuffer}s.
	 * @param path the path
	 * @return the members, empty if there is no set
	 * @throws io.dkmio.DynamoConversionException if there is a value of another type
	 */
	@SuppressWarnings("unchecked")
	public Set<Object> set(String path) {
		Set<Object> value = DocumentPaths.as(this, path, Set.class);
		return (value != null) ? value : Set.of();
	}

	/**
	 * A map inside the document.
	 * @param path the path
	 * @return the map, or {@code null}
	 * @throws io.dkmio.DynamoConversionException if there is a value of another type
	 */
	public @Nullable Document document(String path) {
		return DocumentPaths.as(this, path, Document.class);
	}

	@Override
	public @Nullable Object get(@Nullable Object name) {
		return this.values.get(name);
	}

	@Override
	public boolean containsKey(@Nullable Object name) {
		return this.values.containsKey(name);
	}

	@Override
	public int size() {
		return this.values.size();
	}

	@Override
	public Set<String> keySet() {
		return this.values.keySet();
	}

	@Override
	public Set<Entry<String, @Nullable Object>> entrySet() {
		return this.values.entrySet();
	}

	/** Says which attributes there are, and their types: values stay out of logs. */
	@Override
	public String toString() {
		return this.values.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + ":" + DocumentValues.typeOf(entry.getValue()))
			.collect(Collectors.joining(", ", "Document[", this.partial ? ", …]" : "]"));
	}

}
