package io.dkmio.core.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.dkmio.core.mapping.KeyTemplate.Segment;

/**
 * Reads a key template, and says what to write where it cannot.
 */
final class KeyTemplateParser {

	private final String text;

	private final KeyEscaping escaping;

	private final Set<String> properties = new HashSet<>();

	private int position;

	KeyTemplateParser(String text, KeyEscaping escaping) {
		this.text = text;
		this.escaping = escaping;
	}

	List<Segment> segments() {
		if (this.text.isEmpty()) {
			throw fault(0, "the template is empty; write literals and properties separated by '"
					+ this.escaping.separator() + "', such as 'ORDER" + this.escaping.separator() + "{orderId}'");
		}
		List<Segment> segments = new ArrayList<>();
		segments.add(segment());
		while (this.position < this.text.length()) {
			this.position++;
			segments.add(segment());
		}
		return segments;
	}

	private Segment segment() {
		int start = this.position;
		while (this.position < this.text.length() && !isAt(this.escaping.separator()) && !isAt('{')) {
			literal(this.text.charAt(this.position));
			this.position++;
		}
		String literal = this.text.substring(start, this.position);
		if (isAt('{')) {
			return new Segment.Part(literal, property());
		}
		if (literal.isEmpty()) {
			throw fault(start, "a segment is empty; write a literal or a property, or leave out the separator");
		}
		return new Segment.Literal(literal);
	}

	private void literal(char character) {
		if (character == '}') {
			throw fault(this.position, "'}' closes no brace; write '{property}'");
		}
		if (character == this.escaping.escape()) {
			throw fault(this.position, "'" + character + "' is what dkmio escapes with when the separator is '"
					+ this.escaping.separator() + "'; choose another literal");
		}
		if (Character.isISOControl(character) || !isPaired(character)) {
			throw fault(this.position,
					"U+%04X cannot be part of a literal; write printable characters".formatted((int) character));
		}
	}

	private boolean isPaired(char character) {
		int codePoint = Character.isLowSurrogate(character) ? this.text.codePointBefore(this.position + 1)
				: this.text.codePointAt(this.position);
		return !Character.isSurrogate(character) || Character.isSupplementaryCodePoint(codePoint);
	}

	private String property() {
		int open = this.position;
		int close = this.text.indexOf('}', open);
		int next = this.text.indexOf('{', open + 1);
		if (close < 0 || (next >= 0 && next < close)) {
			throw fault(open, "'{' is not closed; write '{property}'");
		}
		String property = this.text.substring(open + 1, close);
		check(property, open);
		this.position = close + 1;
		if (isAt('{')) {
			throw fault(this.position, "a segment takes one property; put '" + this.escaping.separator()
					+ "' between the two, otherwise their values run into each other");
		}
		if (this.position < this.text.length() && !isAt(this.escaping.separator())) {
			throw fault(this.position, "a property ends its segment; put the text before it, or '"
					+ this.escaping.separator() + "' between the two");
		}
		return property;
	}

	private void check(String property, int open) {
		if (property.isEmpty()) {
			throw fault(open, "the braces are empty; name a property, such as '{orderId}'");
		}
		if (property.chars().anyMatch(Character::isWhitespace)) {
			throw fault(open,
					"'{" + property + "}' has white space in it; write the property's name alone between the braces");
		}
		for (String name : property.split("\\.", -1)) {
			if (!isName(name)) {
				throw fault(open, "'" + property
						+ "' is no property; write its name, or names joined by dots, such as '{address.city}'");
			}
		}
		if (!this.properties.add(property)) {
			throw fault(open, "property '" + property + "' occurs twice in this template; keep one of the two");
		}
	}

	private static boolean isName(String name) {
		return !name.isEmpty() && Character.isJavaIdentifierStart(name.codePointAt(0))
				&& name.codePoints().allMatch(Character::isJavaIdentifierPart);
	}

	private boolean isAt(char character) {
		return this.position < this.text.length() && this.text.charAt(this.position) == character;
	}

	private InvalidKeyTemplateException fault(int index, String fault) {
		return new InvalidKeyTemplateException(this.text, index + 1, fault);
	}

}
