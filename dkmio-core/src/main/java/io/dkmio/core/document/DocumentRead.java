package io.dkmio.core.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.dkmio.core.expression.Condition;

/**
 * A read of documents: what queries and scans have in common. Every word returns another
 * read, and nothing is sent before the result is asked for.
 * <p>
 * A read runs once: iterating it, {@link #list()}, {@link #result()}, {@link #cursor()}
 * share what was read, page by page as far as was asked. {@link #stream()} keeps nothing,
 * and so reads anew; it is for results that are large.
 *
 * @param <R> the kind of read
 * @since 1.0
 */
public interface DocumentRead<R extends DocumentRead<R>> extends Iterable<Document> {

	/**
	 * Leaves out documents after they were read, and paid for. Several filters must all
	 * hold.
	 * @param condition what the documents must meet
	 * @return the changed read
	 * @throws io.dkmio.InvalidProjectionException if the index does not hold an attribute
	 */
	R filter(Condition condition);

	/**
	 * Reads some attributes alone. The documents are {@linkplain Document#isPartial()
	 * partial}.
	 * @param paths the attributes, or paths inside them
	 * @return the changed read
	 * @throws io.dkmio.InvalidProjectionException if the index does not hold an attribute
	 */
	R select(String... paths);

	/**
	 * Reads what was written last, at twice the cost, instead of what was written about a
	 * second ago.
	 * @return the changed read
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if this reads a
	 * global index
	 */
	R consistent();

	/**
	 * Sets how many documents are returned.
	 * @param items the number, at least one
	 * @return the changed read
	 */
	R limit(int items);

	/**
	 * Sets how many items DynamoDB evaluates for a request, before it filters.
	 * @param items the number, at least one
	 * @return the changed read
	 */
	R pageSize(int items);

	/**
	 * Sets how many requests are sent.
	 * @param pages the number, at least one
	 * @return the changed read
	 */
	R maxPages(int pages);

	/**
	 * Goes on after a position in a result for the same keys.
	 * @param cursor the position as {@link #cursor()} gave it
	 * @return the changed read
	 */
	R after(String cursor);

	/**
	 * Reads all documents, up to the limits.
	 * @return the documents
	 */
	List<Document> list();

	/**
	 * Reads all documents, up to the limits.
	 * @return the documents, and how they were read
	 */
	DocumentResult result();

	/**
	 * Reads up to so many documents, over as many pages as that takes.
	 * @param max the number; with 0 nothing is sent
	 * @return the documents, and where to go on
	 */
	DocumentResult fetchAll(int max);

	/**
	 * Reads until a limit is reached, or else one page.
	 * @return the documents, and where to go on
	 */
	DocumentResult page();

	/**
	 * Reads documents as they are asked for, a page at a time, and keeps none.
	 * @return the documents
	 */
	Stream<Document> stream();

	/**
	 * Reads the first document.
	 * @return the document, if there is one
	 */
	Optional<Document> first();

	/**
	 * Counts documents without reading them over the wire. DynamoDB reads, and charges
	 * for, all of them. A limit of documents does not count.
	 * @return the number
	 */
	long count();

	/**
	 * Where to go on: after the last document of {@link #result()}.
	 * @return the cursor, empty if there is no more
	 */
	Optional<String> cursor();

	/**
	 * Says what is called, and sends nothing.
	 * @return the call
	 */
	DocumentPlan explain();

}
