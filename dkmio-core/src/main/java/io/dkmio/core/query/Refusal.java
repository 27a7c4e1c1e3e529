package io.dkmio.core.query;

import org.jspecify.annotations.Nullable;

/**
 * Why keys cannot serve a query.
 *
 * @param reason what is in the way
 * @param remedy what to change so that they can, {@code null} if there is nothing
 */
record Refusal(String reason, @Nullable String remedy) {

	/**
	 * Takes a text apart that ends with what to do.
	 * @param text the reason, a semicolon, and the remedy
	 * @return the refusal
	 */
	static Refusal of(String text) {
		int end = text.lastIndexOf("; ");
		return (end < 0) ? new Refusal(text, null) : new Refusal(text.substring(0, end), text.substring(end + 2));
	}

}
