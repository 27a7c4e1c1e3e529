package io.dkmio.core.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Turns a range of values of one part into the range of the keys that have them, in one
 * pair of inclusive bounds. All keys asked for start with the same text, called prefix
 * here, and so do all keys in the range.
 *
 * @param escaping the escaping of the values
 * @param last whether nothing follows the part
 * @param selfDelimiting whether no text of a value is the beginning of another one
 * @param limit how many bytes a key, and so a bound, may have
 */
record KeyBounds(KeyEscaping escaping, boolean last, boolean selfDelimiting, int limit) {

	KeyRange between(String prefix, @Nullable String lower, boolean lowerIncluded, @Nullable String upper,
			boolean upperIncluded) {
		String from = Utf8.smallestFrom((lower != null) ? lower(prefix, lower, lowerIncluded) : opening(prefix),
				this.limit);
		String to = (upper != null) ? upper(prefix, upper, upperIncluded) : closing(prefix);
		if (from == null || !from.startsWith(prefix) || to == null) {
			return KeyRange.EMPTY;
		}
		to = Utf8.greatestUpTo(to, this.limit);
		return (Utf8.compare(from, to) <= 0) ? new KeyRange(from, to) : KeyRange.EMPTY;
	}

	private String opening(String prefix) {
		return prefix.isEmpty() ? "\0" : prefix;
	}

	/**
	 * Above all keys that start with the prefix, below all that do not. A prefix that
	 * ends with the separator is closed by the escape character, which is the next one
	 * and ends no key.
	 */
	private String closing(String prefix) {
		int end = prefix.length() - 1;
		if (end >= 0 && prefix.charAt(end) == this.escaping.separator()) {
			return prefix.substring(0, end) + this.escaping.escape();
		}
		return this.selfDelimiting ? prefix + Utf8.GREATEST : Utf8.fill(prefix, this.limit);
	}

	/**
	 * Keys with the value itself are its text alone, or have the separator after it.
	 * Greater values may start with its text: then they continue with the escape
	 * character or one above it, or with anything where not all lower characters are
	 * escaped.
	 */
	private String lower(String prefix, String value, boolean included) {
		if (included) {
			return value.isEmpty() ? opening(prefix) : prefix + value;
		}
		return prefix + value + ((this.last && !this.escaping.isOrdering()) ? '\0' : this.escaping.escape());
	}

	private @Nullable String upper(String prefix, String value, boolean included) {
		String key = prefix + value;
		if (included) {
			return this.last ? (key.isEmpty() ? null : key) : key + this.escaping.escape();
		}
		if (value.isEmpty()) {
			return null;
		}
		String below = this.last ? Utf8.below(key, this.selfDelimiting ? 0 : this.limit) : key;
		return below.isEmpty() ? null : below;
	}

}
