package io.dkmio.core.document;

import io.dkmio.core.mapping.IndexDefinition;

/**
 * An index of a {@link Table}.
 *
 * @since 1.0
 */
public interface TableIndex {

	/**
	 * Keys and projection of the index.
	 * @return the definition
	 */
	IndexDefinition definition();

	/**
	 * Begins to read the documents of a partition. Where the index does not hold all
	 * attributes, the documents are {@linkplain Document#isPartial() partial}.
	 * @param partitionKey the partition key: a value for each of its attributes
	 * @return the query
	 * @throws io.dkmio.MissingKeyException if not all values are given
	 */
	DocumentQuery query(Object... partitionKey);

	/**
	 * Begins to read the whole index: the documents that have all attributes of its keys.
	 * @return the scan
	 */
	DocumentScan scan();

}
