package io.dkmio.core;

import java.util.function.Supplier;

/**
 * Makes writes that depend on an item read just before, and makes them again if it was
 * changed in between.
 */
final class FreshPlan {

	private static final int ATTEMPTS = 10;

	private FreshPlan() {
	}

	/**
	 * Reads, plans and sends.
	 * @param write does all three
	 * @param <R> the type of the result
	 * @return the result
	 * @throws StaleReadException if the item has changed each time
	 */
	static <R> R send(Supplier<R> write) {
		for (int attempt = 1;; attempt++) {
			try {
				return write.get();
			}
			catch (StaleReadException ex) {
				if (attempt == ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

}
