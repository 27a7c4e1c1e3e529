package io.dkmio.core;

import java.util.Arrays;
import java.util.List;

import io.dkmio.core.query.Cursor;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.ScrollPosition;
import org.springframework.util.Assert;

/**
 * One call of a {@link PreparedRead}: its arguments, its limits, and where it starts.
 * Immutable: each {@code with…} returns another one.
 *
 * @param arguments the arguments by position
 * @param limit how many items are returned at most
 * @param pageSize how many items a request evaluates at most
 * @param maxPages how many requests are sent at most
 * @param segments in how many parts a scan is read at one time
 * @param prefetch whether a stream reads the next page while one is used
 * @param cursor where to go on, as {@link QueryResult#cursor()} gave it
 * @since 1.0
 */
public record ReadCall(List<? extends @Nullable Object> arguments, @Nullable Integer limit, @Nullable Integer pageSize,
		@Nullable Integer maxPages, @Nullable Integer segments, boolean prefetch, @Nullable String cursor) {

	private static final ReadCall PLAIN = new ReadCall(List.of(), null, null, null, null, false, null);

	/**
	 * Creates a call of no segments.
	 * @param arguments the arguments by position
	 * @param limit how many items are returned at most
	 * @param pageSize how many items a request evaluates at most
	 * @param maxPages how many requests are sent at most
	 * @param cursor where to go on, as {@link QueryResult#cursor()} gave it
	 */
	public ReadCall(List<? extends @Nullable Object> arguments, @Nullable Integer limit, @Nullable Integer pageSize,
			@Nullable Integer maxPages, @Nullable String cursor) {
		this(arguments, limit, pageSize, maxPages, null, false, cursor);
	}

	/**
	 * A call without arguments and limits.
	 * @return the call
	 */
	public static ReadCall plain() {
		return PLAIN;
	}

	/**
	 * A call without limits.
	 * @param arguments the arguments by position
	 * @return the call
	 */
	public static ReadCall of(@Nullable Object... arguments) {
		return new ReadCall(Arrays.asList(arguments), null, null, null, null, false, null);
	}

	/**
	 * Sets how many items are returned.
	 * @param items the number, at least one
	 * @return the changed call
	 */
	public ReadCall withLimit(int items) {
		return new ReadCall(this.arguments, positive(items, "A limit"), this.pageSize, this.maxPages, this.segments,
				this.prefetch, this.cursor);
	}

	/**
	 * Sets how many items DynamoDB evaluates for a request.
	 * @param items the number, at least one
	 * @return the changed call
	 */
	public ReadCall withPageSize(int items) {
		return new ReadCall(this.arguments, this.limit, positive(items, "A page size"), this.maxPages, this.segments,
				this.prefetch, this.cursor);
	}

	/**
	 * Sets how many requests are sent.
	 * @param pages the number, at least one
	 * @return the changed call
	 */
	public ReadCall withMaxPages(int pages) {
		return new ReadCall(this.arguments, this.limit, this.pageSize, positive(pages, "A number of pages"),
				this.segments, this.prefetch, this.cursor);
	}

	/**
	 * Sets in how many parts a scan is read at one time.
	 * @param segments the number, at least one
	 * @return the changed call
	 */
	public ReadCall withSegments(int segments) {
		return new ReadCall(this.arguments, this.limit, this.pageSize, this.maxPages,
				positive(segments, "A number of segments"), this.prefetch, this.cursor);
	}

	/**
	 * Lets a stream read the next page while the second half of one is used.
	 * @return the changed call
	 */
	public ReadCall withPrefetch() {
		return new ReadCall(this.arguments, this.limit, this.pageSize, this.maxPages, this.segments, true, this.cursor);
	}

	/**
	 * Goes on after a position.
	 * @param cursor the position as {@link QueryResult#cursor()} gave it
	 * @return the changed call
	 */
	public ReadCall withCursor(String cursor) {
		Assert.notNull(cursor, "Cursor must not be null");
		return new ReadCall(this.arguments, this.limit, this.pageSize, this.maxPages, this.segments, this.prefetch,
				cursor);
	}

	/**
	 * Goes on after a position.
	 * @param cursor the position
	 * @return the changed call
	 */
	public ReadCall withCursor(Cursor cursor) {
		Assert.notNull(cursor, "Cursor must not be null");
		return withCursor(cursor.encode());
	}

	/**
	 * Goes on after a position of Spring Data, or begins at the beginning if it is an
	 * initial one.
	 * @param position the position of a window, or an initial one
	 * @return the changed call
	 * @throws io.dkmio.InvalidCursorException if the position does not come from a result
	 */
	public ReadCall withPosition(ScrollPosition position) {
		return Cursor.of(position).map(this::withCursor).orElse(this);
	}

	private static int positive(int value, String what) {
		Assert.isTrue(value > 0, () -> what + " must be at least 1");
		return value;
	}

	/** Says how much is asked for: values stay out of logs. */
	@Override
	public String toString() {
		return "ReadCall[arguments=" + this.arguments.size() + ", limit=" + this.limit + ", pageSize=" + this.pageSize
				+ ", maxPages=" + this.maxPages + "]";
	}

}
