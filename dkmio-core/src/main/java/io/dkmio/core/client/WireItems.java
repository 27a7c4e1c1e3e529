package io.dkmio.core.client;

import java.util.Arrays;
import java.util.List;

/**
 * The items of one answer as DynamoDB sent them: parts of its JSON, each the map of an
 * item's attributes.
 *
 * @since 1.0
 */
public final class WireItems {

	private static final int[] NOWHERE = {};

	private final byte[] json;

	private final int[] bounds;

	private final int size;

	private final List<Group> groups;

	private final List<String> names;

	private final int[] places;

	WireItems(byte[] json, int[] bounds, int size, List<Group> groups, List<String> names, int[] places) {
		this.json = json;
		this.bounds = bounds;
		this.size = size;
		this.groups = List.copyOf(groups);
		this.names = names;
		this.places = places;
	}

	/**
	 * The answer's bytes. They are not copied: nobody may change them.
	 * @return the bytes
	 */
	public byte[] json() {
		return this.json;
	}

	/**
	 * The number of items.
	 * @return the number
	 */
	public int size() {
		return this.size;
	}

	/**
	 * Whether there is an item at a position: an answer of several reads has an empty
	 * place for what was not found.
	 * @param index the position
	 * @return {@code true} if there is
	 */
	public boolean isPresent(int index) {
		return start(index) < end(index);
	}

	/**
	 * The number of items that were found.
	 * @return the number, without the empty places
	 */
	public int present() {
		int present = 0;
		for (int i = 0; i < this.size; i++) {
			if (isPresent(i)) {
				present++;
			}
		}
		return present;
	}

	/**
	 * Where an item begins.
	 * @param index its position
	 * @return the first byte of its map
	 */
	public int start(int index) {
		return this.bounds[2 * index];
	}

	/**
	 * Where an item ends.
	 * @param index its position
	 * @return the byte after its map
	 */
	public int end(int index) {
		return this.bounds[2 * index + 1];
	}

	/**
	 * The names of the attributes that were looked for.
	 * @return the names {@link WireCall#reading(List)} was given
	 */
	public List<String> names() {
		return this.names;
	}

	/**
	 * Where the attributes that were looked for begin in an item.
	 * @param index the item's position
	 * @return the first byte of each, in the order of {@link #names()}; negative for one
	 * that was not seen, be it that the item has none, or that its name is escaped
	 */
	public int[] places(int index) {
		int count = this.names.size();
		if (count == 0) {
			return NOWHERE;
		}
		return Arrays.copyOfRange(this.places, index * count, (index + 1) * count);
	}

	/**
	 * The tables the items are from, where the answer says it: in its order, each with
	 * the positions of its items.
	 * @return the tables, empty for an answer from one table
	 */
	public List<Group> groups() {
		return this.groups;
	}

	/** Says how much there is: values stay out of logs. */
	@Override
	public String toString() {
		return "WireItems[size=" + this.size + ", bytes=" + this.json.length + "]";
	}

	/**
	 * The items of one table.
	 *
	 * @param table the table as DynamoDB knows it
	 * @param from the position of its first item
	 * @param to the position after its last item
	 */
	public record Group(String table, int from, int to) {

	}

}
