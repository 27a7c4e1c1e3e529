package io.dkmio.sample.shop.web;

import java.util.List;

import io.dkmio.core.query.Cursor;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

/**
 * One page of a list.
 *
 * @param items the items
 * @param next the cursor of the next page, {@code null} after the last one
 * @param <T> the type of the items
 */
public record Listing<T>(List<T> items, @Nullable String next) {

	/**
	 * The page in a window, with a signed cursor for the next one.
	 */
	public static <T> Listing<T> of(Window<T> window) {
		String next = null;
		if (window.hasNext()) {
			next = Cursor.of(window.positionAt(window.size() - 1)).map(Cursor::encode).orElse(null);
		}
		return new Listing<>(window.getContent(), next);
	}

	/**
	 * Where the page begins that a cursor asks for.
	 */
	public static ScrollPosition after(@Nullable String cursor) {
		return (cursor != null) ? Cursor.decode(cursor).toScrollPosition() : ScrollPosition.keyset();
	}

}
