package io.dkmio.repository;

import java.io.Serial;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.AbstractPageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.util.Assert;

/**
 * A request for a page, with the cursor the page starts at. DynamoDB cannot skip items,
 * so that a page is found from the one before it alone:
 *
 * <pre class="code">
 * Slice&lt;Order&gt; first = orders.findByCustomerId("c1", DynamoPageRequest.of(20));
 * Slice&lt;Order&gt; second = orders.findByCustomerId("c1", first.nextPageable());
 * </pre>
 *
 * To go on in another request of a browser, hand out {@link #cursor()} of
 * {@code nextPageable()}, and take it back by {@link #after(String)}.
 *
 * @since 1.0
 */
public final class DynamoPageRequest extends AbstractPageRequest {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Sort sort;

	private final @Nullable String cursor;

	private final @Nullable String next;

	private DynamoPageRequest(int page, int size, Sort sort, @Nullable String cursor, @Nullable String next) {
		super(page, size);
		this.sort = sort;
		this.cursor = cursor;
		this.next = next;
	}

	/**
	 * Asks for the first page.
	 * @param size how many items a page has
	 * @return the request
	 */
	public static DynamoPageRequest of(int size) {
		return of(size, Sort.unsorted());
	}

	/**
	 * Asks for the first page in an order.
	 * @param size how many items a page has
	 * @param sort the order, by the properties of a sort key
	 * @return the request
	 */
	public static DynamoPageRequest of(int size, Sort sort) {
		Assert.notNull(sort, "Sort must not be null");
		return new DynamoPageRequest(0, size, sort, null, null);
	}

	/**
	 * The request of a page whose next one is known by its cursor.
	 * @param request the request as it was made
	 * @param next the cursor of the next page, {@code null} if there is none
	 * @return the request with the cursor
	 */
	public static DynamoPageRequest of(Pageable request, @Nullable String next) {
		Assert.notNull(request, "Pageable must not be null");
		String cursor = (request instanceof DynamoPageRequest own) ? own.cursor : null;
		return new DynamoPageRequest(request.getPageNumber(), request.getPageSize(), request.getSort(), cursor, next);
	}

	/**
	 * Starts after a cursor.
	 * @param cursor the cursor, as {@link #cursor()} gave it for the page
	 * @return the changed request. Its number is one more
	 */
	public DynamoPageRequest after(String cursor) {
		Assert.notNull(cursor, "Cursor must not be null");
		return new DynamoPageRequest(getPageNumber() + 1, getPageSize(), this.sort, cursor, null);
	}

	/**
	 * Where the page starts.
	 * @return the cursor, empty for the first page
	 */
	public Optional<String> cursor() {
		return Optional.ofNullable(this.cursor);
	}

	@Override
	public Sort getSort() {
		return this.sort;
	}

	/**
	 * The next page.
	 * @return the request of the next page
	 * @throws InvalidDataAccessApiUsageException if this page was not read, or is the
	 * last one
	 */
	@Override
	public Pageable next() {
		if (this.next == null) {
			throw new InvalidDataAccessApiUsageException("The page after page " + getPageNumber() + " of "
					+ getPageSize() + " items is not known: it starts where the one before it ends. Read that page, "
					+ "and take nextPageable() of the slice");
		}
		return after(this.next);
	}

	/**
	 * There is no way back.
	 * @return nothing
	 * @throws InvalidDataAccessApiUsageException unless this is the first page
	 */
	@Override
	public Pageable previous() {
		if (getPageNumber() > 0) {
			throw new InvalidDataAccessApiUsageException("The page before page " + getPageNumber() + " of "
					+ getPageSize() + " items is not known: cursors lead forward. Keep the request of that page");
		}
		return this;
	}

	@Override
	public Pageable first() {
		return of(getPageSize(), this.sort);
	}

	@Override
	public Pageable withPage(int pageNumber) {
		if (pageNumber == getPageNumber()) {
			return this;
		}
		if (pageNumber == 0) {
			return first();
		}
		if (pageNumber == getPageNumber() + 1) {
			return next();
		}
		throw new InvalidDataAccessApiUsageException("Page " + pageNumber + " of " + getPageSize()
				+ " items is not known: DynamoDB cannot skip items. Go on from page to page with nextPageable()");
	}

	@Override
	public boolean equals(@Nullable Object object) {
		return this == object
				|| (object instanceof DynamoPageRequest other && super.equals(other) && this.sort.equals(other.sort)
						&& Objects.equals(this.cursor, other.cursor) && Objects.equals(this.next, other.next));
	}

	@Override
	public int hashCode() {
		return Objects.hash(super.hashCode(), this.sort, this.cursor, this.next);
	}

	/** Says which page this is: cursors stay out of logs. */
	@Override
	public String toString() {
		return "DynamoPageRequest[page=" + getPageNumber() + ", size=" + getPageSize() + ", sort=" + this.sort + "]";
	}

}
