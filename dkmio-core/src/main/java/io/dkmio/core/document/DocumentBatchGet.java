package io.dkmio.core.document;

import java.util.List;
import java.util.Optional;

/**
 * A read of several documents by their keys: BatchGetItem, 100 in a request. Every word
 * returns another read; the last call does it.
 *
 * @since 1.0
 */
public interface DocumentBatchGet {

	/**
	 * Reads what was written last, at twice the cost.
	 * @return the changed read
	 */
	DocumentBatchGet consistent();

	/**
	 * Reads some attributes alone. The documents are {@linkplain Document#isPartial()
	 * partial}.
	 * @param paths the attributes, or paths inside them
	 * @return the changed read
	 */
	DocumentBatchGet select(String... paths);

	/**
	 * Reads the documents.
	 * @return those that exist, in the order of their keys
	 * @throws io.dkmio.BatchIncompleteException if some could not be read
	 */
	List<Document> list();

	/**
	 * Reads the documents.
	 * @return one for each key, in their order, empty where there is no document
	 * @throws io.dkmio.BatchIncompleteException if some could not be read
	 */
	List<Optional<Document>> optional();

}
