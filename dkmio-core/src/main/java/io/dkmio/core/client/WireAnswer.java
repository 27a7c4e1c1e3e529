package io.dkmio.core.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Takes the items out of an answer, and leaves what is around them to the SDK. Only the
 * structure is looked at: who reads the items finds what is wrong inside them. An answer
 * that is not understood is left to the SDK as a whole.
 */
final class WireAnswer {

	private static final int MAX_DEPTH = 128;

	private static final int NOWHERE = -1;

	private static final int TWICE = -2;

	private final byte[] json;

	private final int length;

	private int[] bounds = new int[8];

	private int size;

	private final List<WireItems.Group> groups = new ArrayList<>(0);

	private final List<String> names;

	/** Where the attributes with the names begin, item by item. */
	private int[] places;

	private final ByteArrayOutputStream rest = new ByteArrayOutputStream(256);

	private int copied;

	private boolean found;

	private final byte[] open = new byte[MAX_DEPTH];

	private int at;

	private WireAnswer(byte[] json, int length, List<String> names) {
		this.json = json;
		this.length = length;
		this.names = names;
		this.places = new int[names.size() * this.bounds.length / 2];
	}

	/**
	 * Looks for the items of an answer.
	 * @param names those of the attributes whose places are to be told
	 * @return the answer taken apart, or {@code null} if it is not understood
	 */
	static @Nullable WireAnswer of(byte[] json, int length, List<String> names) {
		WireAnswer answer = new WireAnswer(json, length, names);
		return answer.members() ? answer : null;
	}

	WireItems items() {
		return new WireItems(this.json, this.bounds, this.size, this.groups, this.names, this.places);
	}

	/**
	 * The answer without its items.
	 */
	byte[] rest() {
		this.rest.write(this.json, this.copied, this.length - this.copied);
		return this.rest.toByteArray();
	}

	private boolean members() {
		if (!take('{')) {
			return false;
		}
		boolean more = !peek('}');
		while (more) {
			int name = this.at;
			if (!string() || !member(name)) {
				return false;
			}
			more = take(',');
		}
		return take('}') && space() == this.length;
	}

	private boolean member(int name) {
		int end = this.at;
		if (!take(':')) {
			return false;
		}
		space();
		int start = this.at;
		boolean items = is(name, end, "Items") || is(name, end, "Item") || is(name, end, "Attributes")
				|| is(name, end, "Responses");
		if (!items) {
			return value(false);
		}
		if (this.found || !items(is(name, end, "Responses"))) {
			return false;
		}
		this.found = true;
		this.rest.write(this.json, this.copied, start + 1 - this.copied);
		this.copied = this.at - 1;
		return true;
	}

	private boolean items(boolean responses) {
		if (peek('[')) {
			return responses ? places() : list();
		}
		return responses ? tables() : item();
	}

	private boolean item() {
		add(this.at, this.at);
		if (!peek('{') || !value(!this.names.isEmpty())) {
			return false;
		}
		this.bounds[2 * this.size - 1] = this.at;
		return true;
	}

	private boolean list() {
		if (!take('[')) {
			return false;
		}
		boolean more = !peek(']');
		while (more) {
			if (!item()) {
				return false;
			}
			more = take(',');
			space();
		}
		return take(']');
	}

	/** Items by their tables. */
	private boolean tables() {
		if (!take('{')) {
			return false;
		}
		boolean more = !peek('}');
		while (more) {
			int name = this.at;
			int from = this.size;
			if (!string()) {
				return false;
			}
			String table = new String(this.json, name + 1, this.at - name - 2, StandardCharsets.UTF_8);
			if (table.indexOf('\\') >= 0 || !take(':') || !list()) {
				return false;
			}
			this.groups.add(new WireItems.Group(table, from, this.size));
			more = take(',');
		}
		return take('}');
	}

	/** One object for each read: with an item, or empty. */
	private boolean places() {
		if (!take('[')) {
			return false;
		}
		boolean more = !peek(']');
		while (more) {
			if (!take('{')) {
				return false;
			}
			if (peek('}')) {
				add(this.at, this.at);
			}
			else {
				int name = this.at;
				if (!string() || !is(name, this.at, "Item") || !take(':')) {
					return false;
				}
				space();
				if (!item()) {
					return false;
				}
			}
			if (!take('}')) {
				return false;
			}
			more = take(',');
		}
		return take(']');
	}

	private void add(int start, int end) {
		if (2 * this.size == this.bounds.length) {
			this.bounds = Arrays.copyOf(this.bounds, this.bounds.length * 2);
			this.places = Arrays.copyOf(this.places, this.places.length * 2);
		}
		this.bounds[2 * this.size] = start;
		this.bounds[2 * this.size + 1] = end;
		Arrays.fill(this.places, this.size * this.names.size(), ++this.size * this.names.size(), NOWHERE);
	}

	/**
	 * Takes down where an attribute of the current item begins, if it was asked for. One
	 * whose name is there twice is left to who reads the item.
	 */
	private void place(int name, int end) {
		if (end >= this.length || this.json[end] != ':') {
			return;
		}
		for (int i = 0; i < this.names.size(); i++) {
			if (is(name, end, this.names.get(i))) {
				int place = (this.size - 1) * this.names.size() + i;
				this.places[place] = (this.places[place] == NOWHERE) ? end + 1 : TWICE;
			}
		}
	}

	private boolean is(int from, int to, String name) {
		if (to - from != name.length() + 2) {
			return false;
		}
		for (int i = 0; i < name.length(); i++) {
			if (this.json[from + 1 + i] != name.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private int space() {
		int position = this.at;
		while (position < this.length && isSpace(this.json[position])) {
			position++;
		}
		this.at = position;
		return position;
	}

	private static boolean isSpace(byte found) {
		return found == ' ' || found == '\n' || found == '\r' || found == '\t';
	}

	private boolean peek(char expected) {
		return space() < this.length && this.json[this.at] == expected;
	}

	private boolean take(char expected) {
		if (!peek(expected)) {
			return false;
		}
		this.at++;
		return true;
	}

	private boolean string() {
		if (!take('"')) {
			return false;
		}
		int end = endOfString(this.at);
		this.at = end + 1;
		return end < this.length;
	}

	private int endOfString(int from) {
		byte[] json = this.json;
		int length = this.length;
		int position = from;
		while (position < length) {
			byte found = json[position];
			if (found == '"') {
				return position;
			}
			position += (found == '\\') ? 2 : 1;
		}
		return length;
	}

	/**
	 * Skips a value of any kind.
	 * @param item whether its names are looked at
	 */
	private boolean value(boolean item) {
		byte[] json = this.json;
		byte[] open = this.open;
		int length = this.length;
		int position = space();
		int depth = 0;
		while (position < length) {
			int start = position;
			byte found = json[position++];
			switch (found) {
				case '"' -> {
					position = endOfString(position) + 1;
					if (item && depth == 1) {
						place(start, position);
					}
				}
				case '{', '[' -> {
					if (depth == MAX_DEPTH) {
						return false;
					}
					open[depth++] = (found == '{') ? (byte) '}' : (byte) ']';
					continue;
				}
				case '}', ']' -> {
					if (depth == 0) {
						this.at = start;
						return true;
					}
					if (open[--depth] != found) {
						return false;
					}
				}
				case ',' -> {
					if (depth == 0) {
						this.at = start;
						return true;
					}
					continue;
				}
				default -> {
					continue;
				}
			}
			if (depth == 0) {
				this.at = position;
				return position <= length;
			}
		}
		return false;
	}

}
