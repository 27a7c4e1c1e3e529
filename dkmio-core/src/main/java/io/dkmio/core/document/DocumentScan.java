package io.dkmio.core.document;

/**
 * A read of a whole table or index: Scan. It costs as much as everything in it, and has
 * no order.
 *
 * @since 1.0
 */
public interface DocumentScan extends DocumentRead<DocumentScan> {

	/**
	 * Reads several parts of the table side by side, each in a thread, a page of each at
	 * a time. There is no cursor then.
	 * @param segments the number of parts
	 * @return the changed scan
	 */
	DocumentScan segments(int segments);

	/**
	 * Whether everything was read, and no limit came before the end.
	 * @return {@code true} if there is no more
	 */
	boolean completed();

}
