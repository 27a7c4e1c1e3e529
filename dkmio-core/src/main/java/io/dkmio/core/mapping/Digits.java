package io.dkmio.core.mapping;

/**
 * A fixed number of decimal digits, and their nines' complement.
 */
final class Digits {

	private static final String ZEROS = "0".repeat(19);

	private Digits() {
	}

	/**
	 * Appends a number that is not negative and has at most so many digits, with leading
	 * zeros.
	 */
	static void append(StringBuilder out, long number, int width) {
		out.append(ZEROS, 0, width);
		long rest = number;
		for (int i = out.length() - 1; rest > 0; i--) {
			out.setCharAt(i, (char) ('0' + rest % 10));
			rest /= 10;
		}
	}

	/**
	 * Subtracts every digit from the given position on from nine.
	 */
	static void complement(StringBuilder text, int from) {
		for (int i = from; i < text.length(); i++) {
			char character = text.charAt(i);
			if (isDigit(character)) {
				text.setCharAt(i, (char) ('9' - (character - '0')));
			}
		}
	}

	/**
	 * Reads a number whose digits were each subtracted from nine.
	 * @return the number, or -1 if there is another character or the number is too great
	 */
	static long readComplement(String text, int from) {
		StringBuilder digits = new StringBuilder(text);
		complement(digits, from);
		return read(digits, from, digits.length());
	}

	/**
	 * Reads a number made of digits alone.
	 * @return the number, or -1 if there is another character or the number is too great
	 */
	static long read(CharSequence text, int from, int to) {
		if (from >= to || to > text.length()) {
			return -1;
		}
		long number = 0;
		for (int i = from; i < to; i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
				return -1;
			}
			number = number * 10 + digit;
		}
		return number;
	}

	static boolean areAll(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (!isDigit(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

}
