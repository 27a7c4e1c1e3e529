package io.dkmio.core.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.dkmio.core.mapping.KeyAttribute;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;

/**
 * Makes the request that creates a table. Keys of several attributes are repeated
 * elements of one key type, in order.
 */
final class CreateTableRequests {

	private CreateTableRequests() {
	}

	static CreateTableRequest of(TableShape shape, Billing billing) {
		CreateTableRequest.Builder request = CreateTableRequest.builder()
			.tableName(shape.name())
			.keySchema(keySchema(shape.keys()))
			.attributeDefinitions(shape.attributeTypes()
				.entrySet()
				.stream()
				.map((attribute) -> AttributeDefinition.builder()
					.attributeName(attribute.getKey())
					.attributeType(attribute.getValue().name())
					.build())
				.toList());
		List<GlobalSecondaryIndex.Builder> globals = indexes(shape, false)
			.map((index) -> GlobalSecondaryIndex.builder()
				.indexName(index.getKey())
				.keySchema(keySchema(index.getValue().keys()))
				.projection(projection(index.getValue())))
			.toList();
		if (billing instanceof Billing.Provisioned provisioned) {
			ProvisionedThroughput throughput = ProvisionedThroughput.builder()
				.readCapacityUnits(provisioned.readUnits())
				.writeCapacityUnits(provisioned.writeUnits())
				.build();
			globals.forEach((index) -> index.provisionedThroughput(throughput));
			request.billingMode(BillingMode.PROVISIONED).provisionedThroughput(throughput);
		}
		else {
			request.billingMode(BillingMode.PAY_PER_REQUEST);
		}
		if (!globals.isEmpty()) {
			request.globalSecondaryIndexes(globals.stream().map(GlobalSecondaryIndex.Builder::build).toList());
		}
		List<LocalSecondaryIndex> locals = indexes(shape, true)
			.map((index) -> LocalSecondaryIndex.builder()
				.indexName(index.getKey())
				.keySchema(keySchema(index.getValue().keys()))
				.projection(projection(index.getValue()))
				.build())
			.toList();
		return (locals.isEmpty() ? request : request.localSecondaryIndexes(locals)).build();
	}

	private static Stream<Map.Entry<String, TableShape.Index>> indexes(TableShape shape, boolean local) {
		return shape.indexes().entrySet().stream().filter((index) -> index.getValue().isLocal() == local);
	}

	private static List<KeySchemaElement> keySchema(TableShape.Keys keys) {
		return Stream.concat(elements(keys.partition(), KeyType.HASH), elements(keys.sort(), KeyType.RANGE)).toList();
	}

	private static Stream<KeySchemaElement> elements(List<KeyAttribute> keys, KeyType type) {
		return keys.stream().map((key) -> KeySchemaElement.builder().attributeName(key.name()).keyType(type).build());
	}

	private static Projection projection(TableShape.Index index) {
		Projection.Builder projection = Projection.builder().projectionType(index.projection().kind().name());
		return (index.projection().attributes().isEmpty() ? projection
				: projection.nonKeyAttributes(index.projection().attributes()))
			.build();
	}

}
