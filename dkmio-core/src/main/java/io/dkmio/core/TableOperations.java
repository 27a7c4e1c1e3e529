package io.dkmio.core;

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

}
