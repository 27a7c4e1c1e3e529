package io.dkmio.boot.autoconfigure.faulty;

import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.Item;

/**
 * Types that fit no table.
 */
public final class Stray {

	private Stray() {
	}

	@Item(table = "archive", pk = "A#{id}", sk = "A")
	public record InUnknownTable(String id) {

	}

	@Item(pk = "B#{id}", sk = "B")
	@GlobalIndex(name = "gsi9", pk = "B", sk = "{id}")
	public record InUnknownIndex(String id) {

	}

}
