package io.dkmio.core.mapping;

import org.springframework.util.Assert;

/**
 * The keys between two texts, both included, in the order of their UTF-8 bytes.
 *
 * @param lower the lower bound
 * @param upper the upper bound
 * @since 1.0
 */
public record KeyRange(String lower, String upper) {

	/** The range no key lies in. */
	public static final KeyRange EMPTY = new KeyRange("", "");

	public KeyRange {
		Assert.isTrue(Utf8.compare(lower, upper) <= 0, "The lower bound of a range of keys is above the upper one");
	}

	/**
	 * Whether no key lies in this range, so that there is nothing to ask for.
	 * @return {@code true} if the range is empty
	 */
	public boolean isEmpty() {
		return this.upper.isEmpty();
	}

	/**
	 * Whether a key lies in this range.
	 * @param key the key
	 * @return {@code true} if it is between the bounds or one of them
	 */
	public boolean contains(String key) {
		return Utf8.compare(this.lower, key) <= 0 && Utf8.compare(key, this.upper) <= 0;
	}

	/**
	 * One end of a range of values.
	 *
	 * @param value the value
	 * @param inclusive whether the value itself belongs to the range
	 */
	public record Bound(Object value, boolean inclusive) {

		public Bound {
			Assert.notNull(value, "Value must not be null");
		}

		/**
		 * A bound that belongs to the range.
		 * @param value the value
		 * @return the bound
		 */
		public static Bound inclusive(Object value) {
			return new Bound(value, true);
		}

		/**
		 * A bound that does not belong to the range.
		 * @param value the value
		 * @return the bound
		 */
		public static Bound exclusive(Object value) {
			return new Bound(value, false);
		}

	}

}
