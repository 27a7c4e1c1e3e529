package io.dkmio.core;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * An item that was stored, and the one it has replaced.
 *
 * @param item the item as stored
 * @param formerItem the replaced item, {@code null} if there was none
 * @param <T> the type of the items
 * @since 1.0
 */
public record Replaced<T>(T item, @Nullable T formerItem) {

	/**
	 * The replaced item.
	 * @return the item, if there was one
	 */
	public Optional<T> former() {
		return Optional.ofNullable(this.formerItem);
	}

}
