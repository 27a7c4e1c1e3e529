package io.dkmio.repository.query;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writes one item.
 *
 * @param write does it, and returns the item if it is asked for, or whether it was done
 * @param description what it does, in properties and without values
 */
record WriteCall(Write write, String description) {

	@Nullable Object execute(Object id, List<? extends @Nullable Object> arguments) {
		return this.write.execute(id, arguments);
	}

	/**
	 * A planned write.
	 */
	@FunctionalInterface
	interface Write {

		/**
		 * Does it.
		 */
		@Nullable Object execute(Object id, List<? extends @Nullable Object> arguments);

	}

}
