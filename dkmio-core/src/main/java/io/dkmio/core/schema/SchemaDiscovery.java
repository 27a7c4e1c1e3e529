package io.dkmio.core.schema;

import java.util.List;
import java.util.Objects;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.TableDefinition;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

import org.springframework.util.Assert;

/**
 * Makes definitions of tables that exist, for those that are declared nowhere.
 *
 * @since 1.0
 */
public final class SchemaDiscovery {

	private final DynamoExecutor executor;

	/**
	 * Creates a discovery.
	 * @param executor calls DynamoDB
	 */
	public SchemaDiscovery(DynamoExecutor executor) {
		Assert.notNull(executor, "DynamoExecutor must not be null");
		this.executor = executor;
	}

	/**
	 * Finds keys and indexes of a table, with one DescribeTable.
	 * @param tableName the table as DynamoDB knows it
	 * @return the definition, with the same name as its logical one, and neither a type
	 * attribute nor a time to live
	 * @throws io.dkmio.TableNotFoundException if there is no such table
	 */
	public TableDefinition discover(String tableName) {
		TableShape shape = TableShape.of(describe(tableName));
		TableDefinition definition = TableDefinition.of(shape.name(), shape.name(),
				specification(shape.keys().partition().get(0)));
		List<KeyAttribute> sort = shape.keys().sort();
		if (!sort.isEmpty()) {
			definition = definition.withSortKey(specification(sort.get(0)));
		}
		for (String name : shape.indexes().keySet()) {
			definition = definition.withIndex(index(name, shape));
		}
		return definition;
	}

	/**
	 * Says how many items a table has: DynamoDB counts them about every six hours.
	 * @param tableName the table as DynamoDB knows it
	 * @return the number
	 * @throws io.dkmio.TableNotFoundException if there is no such table
	 */
	public long estimateItems(String tableName) {
		Long count = describe(tableName).itemCount();
		return (count != null) ? count : 0;
	}

	private TableDescription describe(String tableName) {
		Assert.hasText(tableName, "A table needs a name");
		return this.executor
			.describeTable(DescribeTableRequest.builder().tableName(tableName).build(),
					DynamoOperation.of("describeTable").withTable(tableName))
			.table();
	}

	private static IndexDefinition index(String name, TableShape shape) {
		TableShape.Index index = Objects.requireNonNull(shape.indexes().get(name));
		TableShape.Keys keys = index.ownKeys();
		return new IndexDefinition(name, name, index.kind(), keys.partition(), keys.sort(), index.projection());
	}

	/** With the type always, since a name may have a colon. */
	private static String specification(KeyAttribute attribute) {
		return attribute.name() + ":" + attribute.type();
	}

}
