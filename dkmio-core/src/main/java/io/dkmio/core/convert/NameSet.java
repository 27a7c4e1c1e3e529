package io.dkmio.core.convert;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The names of one map, to tell one that comes twice. Used again for the next one,
 * without making anything.
 */
final class NameSet {

	private @Nullable String[] names = new @Nullable String[0];

	private int size;

	void clear() {
		if (this.size > 0) {
			Arrays.fill(this.names, null);
			this.size = 0;
		}
	}

	boolean add(String name) {
		if (this.size * 2 >= this.names.length) {
			grow();
		}
		int mask = this.names.length - 1;
		int slot = (name.hashCode() ^ (name.hashCode() >>> 16)) & mask;
		String found = this.names[slot];
		while (found != null) {
			if (found.equals(name)) {
				return false;
			}
			slot = (slot + 1) & mask;
			found = this.names[slot];
		}
		this.names[slot] = name;
		this.size++;
		return true;
	}

	private void grow() {
		@Nullable String[] former = this.names;
		this.names = new @Nullable String[Math.max(16, former.length * 2)];
		this.size = 0;
		for (String name : former) {
			if (name != null) {
				add(name);
			}
		}
	}

}
