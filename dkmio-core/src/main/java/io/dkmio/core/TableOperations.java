package io.dkmio.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentKeys;
import io.dkmio.core.document.Table;

/**
 * Tables whose documents have any shape. A part of {@link DynamoOperations}.
 *
 * @since 1.0
 */
public interface TableOperations {

	/**
	 * A table, to read and write documents of any shape.
	 * @param logicalName its logical name, as items use it in {@code @Item(table = …)}
	 * @return the table
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if no table of
	 * that name is declared
	 */
	Table table(String logicalName);

	/**
	 * A table that is not declared: its keys and indexes are asked from DynamoDB with one
	 * DescribeTable, the first time.
	 * @param tableName the table as DynamoDB knows it
	 * @return the table
	 * @throws io.dkmio.TableNotFoundException if there is no such table
	 */
	Table discoverTable(String tableName);

	/**
	 * Reads documents of several tables by their keys, with one BatchGetItem for each
	 * 100. Writes of several tables are a {@link ItemBatchOperations#batchWrite batch},
	 * together with those of items.
	 * @param keys names the documents; one may occur several times
	 * @return the documents in the order of the keys, empty where there is none
	 */
	List<Optional<Document>> batchGet(Consumer<DocumentKeys> keys);

}
