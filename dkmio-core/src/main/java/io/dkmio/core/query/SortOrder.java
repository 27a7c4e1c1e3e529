package io.dkmio.core.query;

/**
 * An order asked for.
 *
 * @param property the name of the property
 * @param ascending whether the least comes first
 * @since 1.0
 */
public record SortOrder(String property, boolean ascending) {

	/**
	 * The least first.
	 * @param property the name of the property
	 * @return the order
	 */
	public static SortOrder ascending(String property) {
		return new SortOrder(property, true);
	}

	/**
	 * The greatest first.
	 * @param property the name of the property
	 * @return the order
	 */
	public static SortOrder descending(String property) {
		return new SortOrder(property, false);
	}

	@Override
	public String toString() {
		return this.property + (this.ascending ? "" : " descending");
	}

}
