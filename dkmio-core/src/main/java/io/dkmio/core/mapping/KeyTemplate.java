package io.dkmio.core.mapping;

import java.util.List;

import org.springframework.util.Assert;

/**
 * How a key is composed: segments between separators, each a literal or a property in
 * braces with an optional literal before it. Syntax alone; {@link KeyFormat} adds the
 * types.
 *
 * <pre class="code">
 * CUSTOMER#{customerId}
 * {placedAt}#{orderId}
 * DOCUMENT#{id}#v{version}
 * </pre>
 *
 * @since 1.0
 */
public final class KeyTemplate {

	private final String text;

	private final KeyEscaping escaping;

	private final List<Segment> segments;

	private final List<Segment.Part> parts;

	private final List<String> properties;

	KeyTemplate(String text, KeyEscaping escaping, List<Segment> segments) {
		this.text = text;
		this.escaping = escaping;
		this.segments = List.copyOf(segments);
		this.parts = segments.stream().filter(Segment.Part.class::isInstance).map(Segment.Part.class::cast).toList();
		this.properties = this.parts.stream().map(Segment.Part::property).toList();
	}

	/**
	 * Parses a template with the usual separator.
	 * @param text the template
	 * @return the parsed template
	 * @throws InvalidKeyTemplateException if the template is not well-formed
	 */
	public static KeyTemplate parse(String text) {
		return parse(text, TableDefinition.DEFAULT_SEPARATOR);
	}

	/**
	 * Parses a template.
	 * @param text the template
	 * @param separator the character between segments
	 * @return the parsed template
	 * @throws InvalidKeyTemplateException if the template is not well-formed
	 * @throws IllegalArgumentException if the character cannot be a separator
	 */
	public static KeyTemplate parse(String text, char separator) {
		Assert.notNull(text, "Key template must not be null");
		KeyEscaping escaping = KeyEscaping.of(separator);
		return new KeyTemplate(text, escaping, new KeyTemplateParser(text, escaping).segments());
	}

	/**
	 * The character between segments.
	 * @return the separator
	 */
	public char separator() {
		return this.escaping.separator();
	}

	/**
	 * What the key consists of.
	 * @return the segments in order, at least one
	 */
	public List<Segment> segments() {
		return this.segments;
	}

	/**
	 * The segments that take a property.
	 * @return the parts in order, empty if the key is constant
	 */
	public List<Segment.Part> parts() {
		return this.parts;
	}

	/**
	 * The properties the key is composed of.
	 * @return their names or dotted paths, in order, each once
	 */
	public List<String> properties() {
		return this.properties;
	}

	/**
	 * Whether the key is the same for all items.
	 * @return {@code true} if the template has no parts
	 */
	public boolean isConstant() {
		return this.parts.isEmpty();
	}

	/**
	 * The text every key starts with.
	 * @return what stands before the first property, empty if the template starts with it
	 */
	public String literalPrefix() {
		return this.isConstant() ? this.text : this.text.substring(0, this.text.indexOf('{'));
	}

	/**
	 * Whether the same key can come out of both templates. Values are taken to be any
	 * text, so this may hold where the properties' types forbid it.
	 * @param other a template with the same separator
	 * @return {@code true} if a key does not tell which of the two it belongs to
	 */
	public boolean overlaps(KeyTemplate other) {
		requireSameSeparator(other);
		return this.segments.size() == other.segments.size() && unifies(other, this.segments.size());
	}

	/**
	 * Whether no key of the other template is found by what all keys of this one start
	 * with.
	 * @param other a template with the same separator
	 * @return {@code true} if {@link KeyFormat#prefix(Object...)} without values already
	 * tells the two apart
	 */
	public boolean separates(KeyTemplate other) {
		return separates(other, 0);
	}

	/**
	 * Whether no key of the other template is found by the prefix, or by a range inside
	 * it, that the first so many properties give.
	 * @param other a template with the same separator
	 * @param leading how many properties are given; if all of them are, the full keys are
	 * compared
	 * @return {@code true} if a prefix of so many values tells the two apart
	 */
	public boolean separates(KeyTemplate other, int leading) {
		requireSameSeparator(other);
		Assert.isTrue(leading >= 0 && leading <= this.parts.size(),
				() -> "Key template '" + this + "' has " + this.parts.size() + " properties, not " + leading);
		if (leading == this.parts.size()) {
			return !overlaps(other);
		}
		Segment.Part open = this.parts.get(leading);
		int closed = this.segments.indexOf(open);
		if (other.segments.size() <= closed || !unifies(other, closed)) {
			return true;
		}
		Segment opposite = other.segments.get(closed);
		return !(opposite.literal().startsWith(open.prefix())
				|| (opposite instanceof Segment.Part && open.prefix().startsWith(opposite.literal())));
	}

	private boolean unifies(KeyTemplate other, int count) {
		for (int i = 0; i < count; i++) {
			if (!this.segments.get(i).unifies(other.segments.get(i))) {
				return false;
			}
		}
		return true;
	}

	private void requireSameSeparator(KeyTemplate other) {
		Assert.isTrue(other.separator() == separator(), () -> "Key templates '" + this + "' and '" + other
				+ "' have different separators; templates of one table share one");
	}

	KeyEscaping escaping() {
		return this.escaping;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof KeyTemplate that && this.text.equals(that.text) && separator() == that.separator();
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

	/**
	 * What stands between two separators.
	 */
	public sealed interface Segment {

		/**
		 * The literal text the segment starts with.
		 * @return the text, empty if the segment starts with a property
		 */
		String literal();

		private boolean unifies(Segment other) {
			if (this instanceof Literal && other instanceof Literal) {
				return literal().equals(other.literal());
			}
			return (other instanceof Part && literal().startsWith(other.literal()))
					|| (this instanceof Part && other.literal().startsWith(literal()));
		}

		/**
		 * A constant segment.
		 *
		 * @param literal its text
		 */
		record Literal(String literal) implements Segment {

		}

		/**
		 * A segment that ends with the value of a property.
		 *
		 * @param prefix the literal text before the value, mostly empty
		 * @param property the name or dotted path of the property
		 */
		record Part(String prefix, String property) implements Segment {

			@Override
			public String literal() {
				return this.prefix;
			}

		}

	}

}
