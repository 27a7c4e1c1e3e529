package io.dkmio.core.query;

import java.util.Map;
import java.util.Optional;

import io.dkmio.InvalidCursorException;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.OffsetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.util.Assert;

/**
 * A place in the result of a query, after one of its items: an opaque text that is
 * encrypted, signed, and good for the same query with the same values alone. Whether it
 * fits is found when it is used, before any request.
 *
 * @since 1.0
 */
public final class Cursor {

	private static final String KEY = "cursor";

	private final String text;

	private Cursor(String text) {
		this.text = text;
	}

	/**
	 * Takes a cursor from where it was kept, such as a parameter of a URL.
	 * @param text what {@link #encode()} gave
	 * @return the cursor
	 * @throws InvalidCursorException if the text has not the form of one
	 */
	public static Cursor decode(String text) {
		Assert.notNull(text, "Cursor must not be null");
		CursorCodec.bytes(text);
		return new Cursor(text);
	}

	/**
	 * The cursor in a scroll position.
	 * @param position the position of Spring Data
	 * @return the cursor, empty for the beginning
	 * @throws InvalidCursorException if the position holds anything else than a cursor
	 */
	public static Optional<Cursor> of(ScrollPosition position) {
		Assert.notNull(position, "ScrollPosition must not be null");
		if (position instanceof OffsetScrollPosition && !position.isInitial()) {
			throw new InvalidDataAccessApiUsageException("DynamoDB cannot skip items, and this position is an offset;"
					+ " begin with ScrollPosition.keyset() and go on with the positions of the window");
		}
		if (!(position instanceof KeysetScrollPosition keyset)) {
			return Optional.empty();
		}
		if (keyset.scrollsBackward()) {
			throw new InvalidDataAccessApiUsageException("A position cannot be scrolled backwards from: DynamoDB has"
					+ " no cursor for what lies before an item; ask for the opposite order, and scroll forwards");
		}
		if (keyset.isInitial()) {
			return Optional.empty();
		}
		if (keyset.getKeys().size() == 1 && keyset.getKeys().get(KEY) instanceof String text) {
			return Optional.of(decode(text));
		}
		throw new InvalidCursorException("This position cannot be used: positions are made by windows and by"
				+ " Cursor.toScrollPosition(), not from keys. Start again from the first page.");
	}

	/**
	 * The cursor as text for URLs.
	 * @return letters, digits, {@code -} and {@code _}
	 */
	public String encode() {
		return this.text;
	}

	/**
	 * The cursor as a scroll position of Spring Data.
	 * @return a position to scroll forwards from
	 */
	public KeysetScrollPosition toScrollPosition() {
		return ScrollPosition.forward(Map.of(KEY, this.text));
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Cursor that && this.text.equals(that.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	/** Says that this is a cursor: what it says stays out of logs. */
	@Override
	public String toString() {
		return "Cursor[" + this.text.length() + " characters]";
	}

}
