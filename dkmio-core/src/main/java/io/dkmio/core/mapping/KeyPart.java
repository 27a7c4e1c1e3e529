package io.dkmio.core.mapping;

import io.dkmio.InvalidKeyException;
import io.dkmio.MissingKeyException;
import org.jspecify.annotations.Nullable;

/**
 * One property inside a key: what stands before it, and how its values are written.
 */
final class KeyPart {

	private final String property;

	private final String literal;

	private final KeyEncoding<?> encoding;

	private final KeyEscaping escaping;

	private final boolean last;

	private final boolean escaped;

	private final @Nullable String entity;

	private final String description;

	/**
	 * Creates a part.
	 * @param literal the literal text between the part before and this one, separators
	 * included
	 * @param last whether nothing follows
	 */
	KeyPart(KeyTemplate template, String property, String literal, boolean last, KeyEncoding<?> encoding,
			@Nullable String entity) {
		this.property = property;
		this.literal = literal;
		this.encoding = encoding;
		this.escaping = template.escaping();
		this.last = last;
		this.escaped = encoding.needs(this.escaping);
		this.entity = entity;
		this.description = ((entity != null) ? entity + ": " : "") + "Property '" + property + "' of key template '"
				+ template + "'";
	}

	String property() {
		return this.property;
	}

	String literal() {
		return this.literal;
	}

	String typeName() {
		return this.encoding.javaType().getSimpleName();
	}

	KeyBounds bounds(int limit) {
		return new KeyBounds(this.escaping, this.last, this.encoding.isSelfDelimiting(), limit);
	}

	void append(@Nullable Object value, StringBuilder out) {
		if (value == null) {
			throw new MissingKeyException(
					this.description + " is null, and a key cannot be composed without it; give it a value",
					this.entity, this.property);
		}
		if (!this.encoding.javaType().isInstance(value)) {
			throw invalid("is of type " + typeName() + ", but the value given is of type "
					+ value.getClass().getSimpleName() + "; give one of the property's type");
		}
		int from = out.length();
		try {
			this.encoding.write(value, out);
		}
		catch (KeyEncoding.Refusal refusal) {
			throw invalid(refusal.getMessage());
		}
		if (this.escaped && !this.escaping.escape(out, from)) {
			throw invalid("has half a surrogate pair in it, which DynamoDB cannot store; give it whole characters");
		}
	}

	@Nullable String encoded(KeyRange.@Nullable Bound bound) {
		if (bound == null) {
			return null;
		}
		StringBuilder out = new StringBuilder();
		append(bound.value(), out);
		return out.toString();
	}

	/**
	 * Where the text of the value that starts at a position of a key ends.
	 */
	int end(String key, int from) {
		int separator = key.indexOf(this.escaping.separator(), from);
		return (separator < 0) ? key.length() : separator;
	}

	@Nullable Object read(String text) {
		String plain = this.escaping.unescape(text);
		return (plain != null) ? this.encoding.read(plain) : null;
	}

	boolean accepts(String text) {
		String plain = this.escaping.unescape(text);
		return plain != null && this.encoding.accepts(plain);
	}

	@Nullable String rangeRefusal() {
		if (!this.encoding.isOrdered()) {
			return this.description + " is an enum, and keys have its names in them, which do not sort as its "
					+ "constants; ask for equality, or store a number";
		}
		if (!this.encoding.isSelfDelimiting() && !this.last && !this.escaping.isOrdering()) {
			return this.description + " is text of any length and not the last segment, and with the separator '"
					+ this.escaping.separator()
					+ "' such keys do not sort as their values; put it last, or use the separator '#'";
		}
		return null;
	}

	@Nullable String startsWithRefusal() {
		return this.encoding.isText() ? null
				: this.description + " is of type " + typeName() + "; only a String can be asked for by its beginning";
	}

	InvalidKeyException invalid(@Nullable String fault) {
		return new InvalidKeyException(this.description + " " + fault, this.entity, this.property);
	}

}
