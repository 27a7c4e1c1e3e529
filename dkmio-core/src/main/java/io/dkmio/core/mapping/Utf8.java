package io.dkmio.core.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Strings as DynamoDB sees them: bytes of UTF-8, compared as unsigned numbers, which is
 * the order of their code points and not that of {@link String#compareTo(String)}.
 */
final class Utf8 {

	/** The code point after which there is none, as a string. */
	static final String GREATEST = Character.toString(Character.MAX_CODE_POINT);

	private Utf8() {
	}

	static int length(String text) {
		int bytes = 0;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character < 0x80) {
				bytes++;
			}
			else if (character < 0x800 || Character.isSurrogate(character)) {
				bytes += 2;
			}
			else {
				bytes += 3;
			}
		}
		return bytes;
	}

	static boolean isWithin(String text, int limit) {
		return text.length() * 3L <= limit || length(text) <= limit;
	}

	static boolean isWellFormed(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (Character.isSurrogate(character)) {
				if (Character.isLowSurrogate(character) || i + 1 == text.length()
						|| !Character.isLowSurrogate(text.charAt(i + 1))) {
					return false;
				}
				i++;
			}
		}
		return true;
	}

	static int compare(String left, String right) {
		int common = Math.min(left.length(), right.length());
		for (int i = 0; i < common; i++) {
			char one = left.charAt(i);
			char other = right.charAt(i);
			if (one != other) {
				boolean surrogate = Character.isSurrogate(one);
				return (surrogate != Character.isSurrogate(other)) ? (surrogate ? 1 : -1) : one - other;
			}
		}
		return left.length() - right.length();
	}

	/**
	 * The greatest string of at most so many bytes that starts with the text.
	 */
	static String fill(String text, int limit) {
		int room = limit - length(text);
		return text + GREATEST.repeat(room / 4) + switch (room % 4) {
			case 3 -> "\uFFFF";
			case 2 -> "\u07FF";
			case 1 -> "\u007F";
			default -> "";
		};
	}

	/**
	 * The greatest string of at most so many bytes that is not above the text.
	 */
	static String greatestUpTo(String text, int limit) {
		return isWithin(text, limit) ? text : fill(truncate(text, limit), limit);
	}

	/**
	 * The smallest string of at most so many bytes that is not below the text.
	 * @return the string, or {@code null} if there is none
	 */
	static @Nullable String smallestFrom(String text, int limit) {
		String smallest = text;
		while (smallest != null && !isWithin(smallest, limit)) {
			smallest = afterAllThatStartWith(truncate(smallest, limit));
		}
		return smallest;
	}

	/**
	 * A string below the text and above all that are shorter or diverge downwards from
	 * it, as long as these continue with less than the given filling.
	 * @param text a text that is not empty
	 * @param limit the number of bytes to fill, or 0 to add the greatest code point alone
	 */
	static String below(String text, int limit) {
		int last = text.codePointBefore(text.length());
		String rest = text.substring(0, text.length() - Character.charCount(last));
		if (last == 0) {
			return rest;
		}
		int before = (last == Character.MAX_SURROGATE + 1) ? Character.MIN_SURROGATE - 1 : last - 1;
		String below = rest + Character.toString(before);
		if (limit == 0) {
			return below + GREATEST;
		}
		return isWithin(below, limit) ? fill(below, limit) : below;
	}

	private static @Nullable String afterAllThatStartWith(String text) {
		int end = text.length();
		while (end > 0) {
			int last = text.codePointBefore(end);
			end -= Character.charCount(last);
			if (last != Character.MAX_CODE_POINT) {
				int next = (last == Character.MIN_SURROGATE - 1) ? Character.MAX_SURROGATE + 1 : last + 1;
				return text.substring(0, end) + Character.toString(next);
			}
		}
		return null;
	}

	private static String truncate(String text, int limit) {
		int bytes = 0;
		int i = 0;
		while (i < text.length()) {
			int codePoint = text.codePointAt(i);
			bytes += (codePoint < 0x80) ? 1 : (codePoint < 0x800) ? 2 : (codePoint < 0x10000) ? 3 : 4;
			if (bytes > limit) {
				break;
			}
			i += Character.charCount(codePoint);
		}
		return text.substring(0, i);
	}

}
