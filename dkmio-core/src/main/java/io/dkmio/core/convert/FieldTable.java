package io.dkmio.core.convert;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

	private final byte[][] encoded;

	/** Positions plus one by the hash of the name, for names in bytes. */
	private final int[] slots;

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
		this.encoded = new byte[this.names.length][];
		this.slots = new int[Integer.highestOneBit(Math.max(this.names.length, 1)) * 4];
		for (int i = 0; i < this.names.length; i++) {
			this.encoded[i] = this.names[i].getBytes(StandardCharsets.UTF_8);
			int slot = slot(this.names[i].hashCode());
			while (this.slots[slot] != 0) {
				slot = (slot + 1) & (this.slots.length - 1);
			}
			this.slots[slot] = i + 1;
		}
	}

	private int slot(int hash) {
		return (hash ^ (hash >>> 16)) & (this.slots.length - 1);
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
	 * The position of a name in ASCII.
	 * @param bytes holds the name
	 * @param from where it begins
	 * @param to where it ends
	 * @param hash its hash code as a string
	 * @return the position, or {@link AttributeSource#UNKNOWN}
	 */
	int position(byte[] bytes, int from, int to, int hash) {
		int slot = slot(hash);
		int found = this.slots[slot];
		while (found != 0) {
			byte[] name = this.encoded[found - 1];
			if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
				return found - 1;
			}
			slot = (slot + 1) & (this.slots.length - 1);
			found = this.slots[slot];
		}
		return AttributeSource.UNKNOWN;
	}

	/**
	 * Where a name ends that is in ASCII.
	 * @param position the position of the name
	 * @param json holds the name, if it does
	 * @param from where it would begin
	 * @param to where the JSON ends
	 * @return where the quote behind the name is, or -1 if another name is there
	 */
	int end(int position, byte[] json, int from, int to) {
		byte[] name = this.encoded[position];
		int close = from + name.length;
		return (close < to && json[close] == '"' && Arrays.equals(name, 0, name.length, json, from, close)) ? close
				: -1;
	}

	/**
	 * Whether names that are not in the table are reported.
	 * @return {@code true} if they are
	 */
	public boolean reportsUnknown() {
		return this.reportUnknown;
	}

}
