package io.dkmio.core.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import io.dkmio.SchemaMismatchException;
import io.dkmio.core.client.DynamoExceptionTranslator;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.mapping.TableDefinition;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.util.Assert;

/**
 * Creates tables and indexes from the mapping, and reports how existing ones differ from
 * it. It never changes the keys or indexes of a table that exists, and never drops
 * anything.
 *
 * <pre class="code">
 * SchemaManager schema = new SchemaManager(client);
 * schema.create(shop);
 * schema.validate(shop).throwIfInvalid();
 * </pre>
 *
 * @since 1.0
 */
public final class SchemaManager {

	private final DynamoExecutor executor;

	private final SchemaOptions options;

	private final TableWaiter waiter;

	private final TableExpiry expiry;

	/**
	 * Creates a manager with {@link SchemaOptions#defaults()}.
	 * @param client the client
	 */
	public SchemaManager(DynamoDbClient client) {
		this(new ClientDynamoExecutor(client));
	}

	/**
	 * Creates a manager with {@link SchemaOptions#defaults()}.
	 * @param executor calls DynamoDB
	 */
	public SchemaManager(DynamoExecutor executor) {
		this(executor, SchemaOptions.defaults());
	}

	/**
	 * Creates a manager.
	 * @param executor calls DynamoDB
	 * @param options how tables are created and compared
	 */
	public SchemaManager(DynamoExecutor executor, SchemaOptions options) {
		Assert.notNull(executor, "DynamoExecutor must not be null");
		Assert.notNull(options, "SchemaOptions must not be null");
		this.executor = executor;
		this.options = options;
		this.waiter = new TableWaiter(executor, options.timeout());
		this.expiry = new TableExpiry(executor);
	}

	/**
	 * Creates the tables that do not exist and waits until all can be used.
	 * @param definitions the tables
	 * @return the names of the tables this call has created
	 * @see #create(Collection)
	 */
	public List<String> create(TableDefinition... definitions) {
		return create(Arrays.asList(definitions));
	}

	/**
	 * Creates the tables that do not exist and waits until all can be used. A table that
	 * exists is compared first, and nothing is created if one differs; the expiry of
	 * items is the only thing that is changed in it: it is enabled if it was not. Calling
	 * this again, or from several instances at one time, does no harm.
	 * @param definitions the tables
	 * @return the names of the tables this call has created
	 * @throws SchemaMismatchException if an existing table differs in keys, indexes or
	 * the attribute by which items expire
	 */
	public List<String> create(Collection<TableDefinition> definitions) {
		DefinitionVerifier.verify(definitions);
		List<TableDefinition> missing = missing(definitions);
		List<String> created = new ArrayList<>();
		for (TableDefinition definition : missing) {
			if (create(definition)) {
				created.add(definition.name());
			}
		}
		long deadline = this.waiter.deadline();
		List<TableComparison> comparisons = new ArrayList<>();
		for (TableDefinition definition : definitions) {
			TableDescription description = this.waiter.await(definition.name(), deadline);
			TableComparison comparison = new TableComparison(definition.name());
			comparison.shape(definition, description);
			comparisons.add(comparison);
		}
		report(comparisons).throwIfInvalid();
		if (this.options.timeToLive()) {
			definitions.forEach(this.expiry::enable);
		}
		return List.copyOf(created);
	}

	/**
	 * Compares tables with their declarations, and changes nothing.
	 * @param definitions the tables
	 * @return every difference of every table
	 */
	public SchemaReport validate(TableDefinition... definitions) {
		return validate(Arrays.asList(definitions));
	}

	/**
	 * Compares tables with their declarations, and changes nothing.
	 * @param definitions the tables
	 * @return every difference of every table
	 */
	public SchemaReport validate(Collection<TableDefinition> definitions) {
		DefinitionVerifier.verify(definitions);
		List<TableComparison> comparisons = new ArrayList<>();
		for (TableDefinition definition : definitions) {
			TableComparison comparison = new TableComparison(definition.name());
			TableDescription description = this.waiter.describe(definition.name());
			if (description == null) {
				comparison.missing();
			}
			else {
				comparison.status(definition, description);
				comparison.shape(definition, description);
				compareExpiry(definition, comparison, false);
			}
			comparisons.add(comparison);
		}
		return report(comparisons);
	}

	private List<TableDefinition> missing(Collection<TableDefinition> definitions) {
		List<TableDefinition> missing = new ArrayList<>();
		List<TableComparison> comparisons = new ArrayList<>();
		for (TableDefinition definition : definitions) {
			TableDescription description = this.waiter.describe(definition.name());
			if (description == null) {
				missing.add(definition);
			}
			else {
				TableComparison comparison = new TableComparison(definition.name());
				comparison.shape(definition, description);
				compareExpiry(definition, comparison, true);
				comparisons.add(comparison);
			}
		}
		report(comparisons).throwIfInvalid();
		return missing;
	}

	private boolean create(TableDefinition definition) {
		try {
			this.executor.createTable(CreateTableRequests.of(TableShape.of(definition), this.options.billing()),
					DynamoOperation.of("createTable").withTable(definition.name(), definition.logicalName()));
			return true;
		}
		catch (InvalidDataAccessResourceUsageException ex) {
			if ("ResourceInUseException".equals(DynamoExceptionTranslator.errorCode(ex))) {
				return false;
			}
			throw ex;
		}
	}

	private void compareExpiry(TableDefinition definition, TableComparison comparison, boolean willEnable) {
		if (this.options.timeToLive()) {
			this.expiry.compare(definition, comparison, willEnable);
		}
	}

	private static SchemaReport report(List<TableComparison> comparisons) {
		return new SchemaReport(
				comparisons.stream().flatMap((comparison) -> comparison.differences().stream()).toList(),
				comparisons.stream().flatMap((comparison) -> comparison.notes().stream()).toList());
	}

}
