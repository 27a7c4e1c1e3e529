package io.dkmio.core.convert;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;

/**
 * A composed key attribute of one or several indexes.
 */
final class IndexKeyBinding {

	private final KeyBinding key;

	private final KeyComponent.Composed composed;

	/** The slots each index that has this attribute needs to hold the item. */
	private final List<int[]> needed = new ArrayList<>();

	IndexKeyBinding(KeyBinding key, KeyComponent.Composed composed) {
		this.key = key;
		this.composed = composed;
	}

	String attribute() {
		return this.key.attribute();
	}

	void neededBy(int[] slots) {
		this.needed.add(slots);
	}

	/**
	 * The text, if the item is in one of the indexes.
	 */
	@Nullable String text(@Nullable Object[] values) {
		for (int[] slots : this.needed) {
			if (isComplete(slots, values)) {
				return this.key.text(this.composed, values);
			}
		}
		return null;
	}

	private static boolean isComplete(int[] slots, @Nullable Object[] values) {
		for (int slot : slots) {
			if (values[slot] == null) {
				return false;
			}
		}
		return true;
	}

}
