package io.dkmio.features;

import java.time.Clock;
import java.util.Collection;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Shop;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Tables of a test in a database of its own, and what is sent to it.
 */
record Ledger(DynamoDbClient client, RecordingExecutor sent, DynamoTemplate dynamo) {

	static final TableDefinition PRODUCTS = Shop.PRODUCTS;

	static Ledger of(Class<?> test, Collection<TableDefinition> tables, Class<?>... types) {
		DynamoDbClient client = LocalDynamo.client(test);
		new SchemaManager(client).create(tables);
		DynamoMappingContext context = DynamoMappingContext.of(tables, types);
		RecordingExecutor sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		return new Ledger(client, sent,
				new DynamoTemplate(sent, context, new MappingDynamoConverter(context), Clock.systemUTC()));
	}

}
