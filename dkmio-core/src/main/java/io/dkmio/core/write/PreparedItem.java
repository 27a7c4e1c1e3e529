package io.dkmio.core.write;

/**
 * An item ready to be written.
 *
 * @param <T> the type of the item
 * @since 1.0
 */
public final class PreparedItem<T> {

	static final Runnable NOTHING = () -> {
	};

	private final T item;

	private final Runnable restore;

	PreparedItem(T item, Runnable restore) {
		this.item = item;
		this.restore = restore;
	}

	/**
	 * The item as it will be stored. If its type can be changed in place, it is the given
	 * one.
	 * @return the item
	 */
	public T item() {
		return this.item;
	}

	/**
	 * Gives an item that was changed in place its version back, after its write failed.
	 */
	public void restore() {
		this.restore.run();
	}

}
