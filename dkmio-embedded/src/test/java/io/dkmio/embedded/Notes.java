package io.dkmio.embedded;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * One small table, by the SDK alone.
 */
record Notes(DynamoDbClient client) {

	static final String TABLE = "notes";

	Notes create() {
		this.client.createTable((request) -> request.tableName(TABLE)
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.attributeDefinitions(
					AttributeDefinition.builder().attributeName("id").attributeType(ScalarAttributeType.S).build())
			.keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build()));
		return this;
	}

	Notes write(String id, String text) {
		this.client.putItem((request) -> request.tableName(TABLE)
			.item(Map.of("id", AttributeValue.fromS(id), "text", AttributeValue.fromS(text))));
		return this;
	}

	String read(String id) {
		return this.client.getItem((request) -> request.tableName(TABLE).key(Map.of("id", AttributeValue.fromS(id))))
			.item()
			.get("text")
			.s();
	}

}
