package io.dkmio.core.mapping;

import org.jspecify.annotations.Nullable;

/**
 * How values are kept apart from the separator inside a key. The escape character is the
 * one after the separator: an escaped character becomes the escape character and two
 * upper-case hexadecimal digits.
 * <p>
 * If the separator is below the slash, every character up to the escape character is
 * escaped. Separator and escape character are then below all other characters a value
 * leaves in a key, so keys sort as their values do, one part after the other, however
 * long the parts are. With another separator only the separator and the escape character
 * are escaped: still no two values share a text, and the texts of one part sort as the
 * values.
 */
final class KeyEscaping {

	private static final String HEX = "0123456789ABCDEF";

	private final char separator;

	private final char escape;

	private final boolean ordering;

	private KeyEscaping(char separator) {
		this.separator = separator;
		this.escape = (char) (separator + 1);
		this.ordering = this.escape <= '/';
	}

	/**
	 * The escaping that belongs to a separator.
	 * @throws IllegalArgumentException if the character cannot be a separator
	 */
	static KeyEscaping of(char separator) {
		if (!isPunctuation(separator) || separator == '{' || separator == '}') {
			throw new IllegalArgumentException("Key separator " + describe(separator)
					+ " cannot be used: a separator is a punctuation character of ASCII other than a brace; "
					+ "use '#', '|' or ':'");
		}
		char escape = (char) (separator + 1);
		if (!isPunctuation(escape)) {
			throw new IllegalArgumentException(
					"Key separator '" + separator + "' cannot be used: the character after it, " + describe(escape)
							+ ", would have to escape it, and that is no punctuation character; use '#', '|' or ':'");
		}
		return new KeyEscaping(separator);
	}

	char separator() {
		return this.separator;
	}

	char escape() {
		return this.escape;
	}

	/**
	 * Whether separator and escape character sort below everything else.
	 */
	boolean isOrdering() {
		return this.ordering;
	}

	boolean escapes(char character) {
		return this.ordering ? character <= this.escape : (character == this.separator || character == this.escape);
	}

	boolean escapesAnyOf(String characters) {
		return characters.chars().anyMatch((character) -> escapes((char) character));
	}

	/**
	 * Escapes what follows the given position.
	 * @return {@code false} if the text has an unpaired surrogate
	 */
	boolean escape(StringBuilder text, int from) {
		int length = text.length();
		for (int i = from; i < length; i++) {
			char character = text.charAt(i);
			if (escapes(character)) {
				String rest = text.substring(i);
				text.setLength(i);
				return append(text, rest);
			}
			if (Character.isSurrogate(character)) {
				if (Character.isLowSurrogate(character) || i + 1 == length
						|| !Character.isLowSurrogate(text.charAt(i + 1))) {
					return false;
				}
				i++;
			}
		}
		return true;
	}

	private boolean append(StringBuilder out, String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (escapes(character)) {
				out.append(this.escape).append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 15));
			}
			else {
				out.append(character);
			}
		}
		return Utf8.isWellFormed(text);
	}

	/**
	 * Takes the escaping off again.
	 * @return the text, or {@code null} if escaping cannot have produced the argument
	 */
	@Nullable String unescape(String text) {
		if (!Utf8.isWellFormed(text)) {
			return null;
		}
		StringBuilder out = null;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == this.escape) {
				int high = (i + 2 < text.length()) ? HEX.indexOf(text.charAt(i + 1)) : -1;
				int low = (high >= 0) ? HEX.indexOf(text.charAt(i + 2)) : -1;
				if (low < 0 || !escapes((char) (high * 16 + low))) {
					return null;
				}
				out = (out != null) ? out : new StringBuilder(text.length()).append(text, 0, i);
				out.append((char) (high * 16 + low));
				i += 2;
			}
			else if (escapes(character)) {
				return null;
			}
			else if (out != null) {
				out.append(character);
			}
		}
		return (out != null) ? out.toString() : text;
	}

	private static boolean isPunctuation(char character) {
		return character > ' ' && character < 0x7F && !Character.isLetterOrDigit(character);
	}

	private static String describe(char character) {
		return (character > ' ' && character < 0x7F) ? "'" + character + "'" : "U+%04X".formatted((int) character);
	}

}
