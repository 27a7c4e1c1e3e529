package io.dkmio.core.convert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The attribute names a reader asks for, with their positions, made once at start-up.
 *
 * @since 1.0
 */
public final class FieldTable {

	private final String[] names;

	private final Map<String, Integer> positions;

	private final boolean reportUnknown;

	/**
	 * Creates a table.
	 * @param names the names, without duplicates
	 * @param reportUnknown whether {@link AttributeSource#nextField()} reports names that
	 * are not in the table
	 */
	public FieldTable(List<String> names, boolean reportUnknown) {
		this.names = names.toArray(String[]::new);
		this.positions = new HashMap<>();
		for (int i = 0; i < this.names.length; i++) {
			if (this.positions.put(this.names[i], i) != null) {
				throw new IllegalArgumentException("Attribute '" + this.names[i] + "' is named twice");
			}
		}
		this.reportUnknown = reportUnknown;
	}

	/**
	 * The number of names.
	 * @return the number
	 */
	public int size() {
		return this.names.length;
	}

	/**
	 * The name at a position.
	 * @param position the position
	 * @return the name
	 */
	public String name(int position) {
		return this.names[position];
	}

	/**
	 * The position of a name.
	 * @param name the name
	 * @return the position, or {@link AttributeSource#UNKNOWN}
	 */
	public int position(String name) {
		Integer position = this.positions.get(name);
		return (position != null) ? position : AttributeSource.UNKNOWN;
	}

	/**
	 * Whether names that are not in the table are reported.
	 * @return {@code true} if they are
	 */
	public boolean reportsUnknown() {
		return this.reportUnknown;
	}

}
