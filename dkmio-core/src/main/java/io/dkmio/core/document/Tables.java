package io.dkmio.core.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.dkmio.core.client.BatchOptions;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.ParallelTasks;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.query.CursorCodec;
import io.dkmio.core.schema.SchemaDiscovery;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * The tables of one client, each made when it is first asked for.
 *
 * @since 1.0
 */
public final class Tables {

	private final DynamoMappingContext context;

	private final TableAccess access;

	private final Map<String, Table> tables = new ConcurrentHashMap<>();

	private final Map<String, Table> discovered = new ConcurrentHashMap<>();

	/**
	 * Creates tables.
	 * @param executor sends the requests
	 * @param context knows the tables
	 * @param converter converts values in conditions and updates
	 * @param cursors signs cursors
	 * @param transactions keeps writes until a transaction commits
	 */
	public Tables(DynamoExecutor executor, DynamoMappingContext context, DynamoConverter converter,
			Supplier<CursorCodec> cursors, DocumentTransactions transactions) {
		Assert.notNull(executor, "DynamoExecutor must not be null");
		Assert.notNull(context, "DynamoMappingContext must not be null");
		Assert.notNull(converter, "DynamoConverter must not be null");
		Assert.notNull(cursors, "Cursors must not be null");
		Assert.notNull(transactions, "Transactions must not be null");
		this.context = context;
		this.access = new TableAccess(executor, new DocumentEncoder(converter), cursors, new DocumentBatches(executor),
				transactions);
	}

	/**
	 * Sets how much a batch may try, and how much of it at one time.
	 * @param options the options
	 * @param tasks does requests at one time
	 */
	public void setBatchOptions(BatchOptions options, ParallelTasks tasks) {
		Assert.notNull(options, "BatchOptions must not be null");
		Assert.notNull(tasks, "ParallelTasks must not be null");
		this.access.batches().set(options, tasks);
	}

	/**
	 * A table that is declared.
	 * @param logicalName its logical name
	 * @return the table
	 * @throws InvalidDataAccessApiUsageException if there is no such table
	 */
	public Table get(String logicalName) {
		Assert.notNull(logicalName, "Name must not be null");
		Table table = this.tables.get(logicalName);
		if (table == null) {
			table = new DefaultTable(definition(logicalName), this.access);
			this.tables.put(logicalName, table);
		}
		return table;
	}

	/**
	 * A table that is not declared: its keys and indexes are asked from DynamoDB, once.
	 * @param tableName the table as DynamoDB knows it
	 * @return the table
	 * @throws io.dkmio.TableNotFoundException if there is no such table
	 */
	public Table discover(String tableName) {
		Assert.hasText(tableName, "A table needs a name");
		Table table = this.discovered.get(tableName);
		if (table == null) {
			table = new DefaultTable(new SchemaDiscovery(this.access.executor()).discover(tableName), this.access);
			this.discovered.put(tableName, table);
		}
		return table;
	}

	/**
	 * Reads documents of several tables by their keys.
	 * @param keys names them
	 * @return the documents in the order of the keys, empty where there is none
	 */
	public List<Optional<Document>> batchGet(Consumer<DocumentKeys> keys) {
		Assert.notNull(keys, "Keys must not be null");
		DocumentKeys asked = new DocumentKeys();
		keys.accept(asked);
		return this.access.batches()
			.reader()
			.read(asked.keys(), DynamoOperation.of("batchGet"))
			.items()
			.stream()
			.map((item) -> item.isEmpty() ? Optional.<Document>empty() : Optional.of(Document.ofItem(item)))
			.toList();
	}

	/**
	 * How many items a table has, as DynamoDB counted them some hours ago.
	 * @param tableName the table as DynamoDB knows it
	 * @return the number
	 */
	public long estimateItems(String tableName) {
		return new SchemaDiscovery(this.access.executor()).estimateItems(tableName);
	}

	private TableDefinition definition(String logicalName) {
		TableDefinition definition = this.context.findTable(logicalName);
		if (definition == null) {
			throw new InvalidDataAccessApiUsageException("There is no table '" + logicalName + "'; declared are "
					+ String.join(", ",
							this.context.getTables().stream().map(TableDefinition::logicalName).sorted().toList())
					+ ". Use the logical name of one of them, or declare it with a TableDefinition");
		}
		return definition;
	}

}
