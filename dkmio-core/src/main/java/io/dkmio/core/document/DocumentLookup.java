package io.dkmio.core.document;

import java.util.Optional;

/**
 * A read of one document by its key: GetItem. Every word returns another read; it is done
 * by {@link #optional()} or {@link #required()}.
 *
 * @since 1.0
 */
public interface DocumentLookup {

	/**
	 * Reads what was written last, at twice the cost, instead of what was written about a
	 * second ago.
	 * @return the changed read
	 */
	DocumentLookup consistent();

	/**
	 * Reads some attributes alone. The document is {@linkplain Document#isPartial()
	 * partial}.
	 * @param paths the attributes, or paths inside them
	 * @return the changed read
	 */
	DocumentLookup select(String... paths);

	/**
	 * Reads the document.
	 * @return the document, if it exists
	 */
	Optional<Document> optional();

	/**
	 * Reads the document.
	 * @return the document
	 * @throws org.springframework.dao.EmptyResultDataAccessException if it does not exist
	 */
	Document required();

}
