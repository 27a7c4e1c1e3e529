package io.dkmio.core.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.dkmio.ConditionFailedException;
import io.dkmio.TableNotFoundException;
import io.dkmio.WriteTransactionCanceledException;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.Fault;
import io.dkmio.test.FaultServer;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DynamoExecutorOnDynamoIntegrationTests {

	private static final String CANARY = "c4n4ry";

	private static final DynamoOperation ANY = DynamoOperation.of("any").withTable("shop");

	private static final DynamoDbClient CLIENT = LocalDynamo.client(DynamoExecutorOnDynamoIntegrationTests.class);

	private static final DynamoExecutor EXECUTOR = new ClientDynamoExecutor(CLIENT);

	@BeforeAll
	static void createTable() {
		new SchemaManager(EXECUTOR).create(TableDefinition.of("shop")
			.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk")));
	}

	@Test
	void makesEveryCall() {
		Map<String, AttributeValue> one = key(UUID.randomUUID().toString());
		Map<String, AttributeValue> two = key(UUID.randomUUID().toString());
		EXECUTOR.putItem(PutItemRequest.builder().tableName("shop").item(one).build(), ANY);
		EXECUTOR.updateItem(UpdateItemRequest.builder()
			.tableName("shop")
			.key(one)
			.updateExpression("SET a = :a")
			.expressionAttributeValues(Map.of(":a", AttributeValue.fromN("1")))
			.build(), ANY);
		EXECUTOR.batchWriteItem(BatchWriteItemRequest.builder()
			.requestItems(Map.of("shop",
					List.of(WriteRequest.builder().putRequest(PutRequest.builder().item(two).build()).build())))
			.build(), ANY);
		assertThat(EXECUTOR.getItem(GetItemRequest.builder().tableName("shop").key(one).build(), ANY).item())
			.containsEntry("a", AttributeValue.fromN("1"));
		assertThat(EXECUTOR
			.batchGetItem(BatchGetItemRequest.builder()
				.requestItems(Map.of("shop", KeysAndAttributes.builder().keys(List.of(one, two)).build()))
				.build(), ANY)
			.responses()
			.get("shop")).hasSize(2);
		assertThat(EXECUTOR.query(query(one.get("pk")), ANY).items()).hasSize(1);
		assertThat(EXECUTOR.scan(ScanRequest.builder().tableName("shop").build(), ANY).items())
			.hasSizeGreaterThanOrEqualTo(2);
		EXECUTOR.transactWriteItems(TransactWriteItemsRequest.builder()
			.transactItems(TransactWriteItem.builder().put(Put.builder().tableName("shop").item(two).build()).build())
			.build(), ANY);
		assertThat(EXECUTOR
			.transactGetItems(TransactGetItemsRequest.builder()
				.transactItems(TransactGetItem.builder().get((get) -> get.tableName("shop").key(two)).build())
				.build(), ANY)
			.responses()).hasSize(1);
		EXECUTOR.deleteItem(DeleteItemRequest.builder().tableName("shop").key(one).build(), ANY);
		assertThat(EXECUTOR.getItem(GetItemRequest.builder().tableName("shop").key(one).build(), ANY).hasItem())
			.isFalse();
	}

	@Test
	void aTableThatDoesNotExistIsNamed() {
		DynamoOperation get = DynamoOperation.of("get").withTable("nowhere");
		assertThatExceptionOfType(TableNotFoundException.class)
			.isThrownBy(
					() -> EXECUTOR.getItem(GetItemRequest.builder().tableName("nowhere").key(key("a")).build(), get))
			.withMessageStartingWith("Operation 'get' on table 'nowhere' failed: the table or the index does not exist")
			.satisfies((ex) -> assertThat(ex.getOperation().requestId()).isNotBlank());
	}

	@Test
	void aRefusedInsertIsADuplicateKey() {
		Map<String, AttributeValue> item = key(UUID.randomUUID().toString());
		PutItemRequest insert = PutItemRequest.builder()
			.tableName("shop")
			.item(item)
			.conditionExpression("attribute_not_exists(pk)")
			.build();
		DynamoOperation operation = ANY.withRefusal(ConditionRefusal.insert());
		EXECUTOR.putItem(insert, operation);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> EXECUTOR.putItem(insert, operation));
	}

	@Test
	void aRefusedConditionHasTheItem() {
		Map<String, AttributeValue> item = key(CANARY);
		EXECUTOR.putItem(PutItemRequest.builder().tableName("shop").item(item).build(), ANY);
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> EXECUTOR.deleteItem(DeleteItemRequest.builder()
				.tableName("shop")
				.key(item)
				.conditionExpression("attribute_exists(shipped)")
				.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
				.build(), ANY))
			.withMessageNotContaining(CANARY)
			.satisfies((ex) -> assertThat(ex.getItem()).isEqualTo(item));
	}

	@Test
	void aCancelledTransactionNamesTheActionToBlame() {
		Map<String, AttributeValue> existing = key(UUID.randomUUID().toString());
		EXECUTOR.putItem(PutItemRequest.builder().tableName("shop").item(existing).build(), ANY);
		TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
			.transactItems(insert(key(UUID.randomUUID().toString())), insert(existing))
			.build();
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> EXECUTOR.transactWriteItems(request,
					ANY.withRefusals(List.of(ConditionRefusal.insert(), ConditionRefusal.insert()))))
			.withMessageContaining("failed at action 1 of the transaction")
			.withCauseInstanceOf(WriteTransactionCanceledException.class);
	}

	@Test
	void mistakesInRequestsAreShownWithoutValues() {
		assertThat(refused(() -> EXECUTOR.getItem(
				GetItemRequest.builder().tableName("shop").key(Map.of("pk", AttributeValue.fromS(CANARY))).build(),
				ANY)))
			.contains("DynamoDB does not accept the request: The number of conditions on the keys is invalid. Correct");
		assertThat(refused(
				() -> EXECUTOR.query(query(AttributeValue.fromS(CANARY)).toBuilder().indexName("gsi9").build(), ANY)))
			.contains("DynamoDB does not accept the request: The table does not have the specified index");
		assertThat(refused(() -> EXECUTOR
			.putItem(PutItemRequest.builder().tableName("shop").item(number("not a number " + CANARY)).build(), ANY)))
			.contains("it may contain values");
		assertThat(refused(() -> EXECUTOR.query(QueryRequest.builder()
			.tableName("shop")
			.keyConditionExpression("pk = :pk AND sk BETWEEN :b AND :a")
			.expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(CANARY), ":b",
					AttributeValue.fromS("b" + CANARY), ":a", AttributeValue.fromS("a" + CANARY)))
			.build(), ANY))).contains("it may contain values");
	}

	@Test
	void aWriteWhoseAnswerIsLostMayHaveBeenDone() {
		Map<String, AttributeValue> item = key(UUID.randomUUID().toString());
		try (FaultServer between = FaultServer.start();
				DynamoDbClient direct = FaultServer.clientOf(LocalDynamo.endpoint(), (configuration) -> {
				});
				DynamoDbClient unlucky = between.client()) {
			new SchemaManager(new ClientDynamoExecutor(direct)).create(TableDefinition.of("shop"));
			between.next(Fault.lostAfter(LocalDynamo.endpoint()), Fault.passedTo(LocalDynamo.endpoint()));
			DynamoExecutor executor = new ClientDynamoExecutor(unlucky);
			assertThatExceptionOfType(DataAccessResourceFailureException.class)
				.isThrownBy(() -> executor.putItem(PutItemRequest.builder().tableName("shop").item(item).build(), ANY))
				.withMessageContaining("Nobody knows whether the write was done");
			assertThat(executor.getItem(GetItemRequest.builder().tableName("shop").key(item).build(), ANY).item())
				.isEqualTo(item);
		}
	}

	private static String refused(Runnable call) {
		try {
			call.run();
		}
		catch (InvalidDataAccessApiUsageException ex) {
			assertThat(ex.getMessage()).doesNotContain(CANARY);
			assertThat(ex.getCause()).isInstanceOf(DynamoDbException.class);
			return ex.getMessage();
		}
		catch (DataAccessException ex) {
			throw new AssertionError("another exception than expected", ex);
		}
		throw new AssertionError("not refused");
	}

	private static TransactWriteItem insert(Map<String, AttributeValue> item) {
		return TransactWriteItem.builder()
			.put(Put.builder().tableName("shop").item(item).conditionExpression("attribute_not_exists(pk)").build())
			.build();
	}

	private static QueryRequest query(AttributeValue partition) {
		return QueryRequest.builder()
			.tableName("shop")
			.keyConditionExpression("pk = :pk")
			.expressionAttributeValues(Map.of(":pk", partition))
			.build();
	}

	private static Map<String, AttributeValue> key(String value) {
		return Map.of("pk", AttributeValue.fromS(value), "sk", AttributeValue.fromS(value));
	}

	private static Map<String, AttributeValue> number(String value) {
		return Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("a"), "n",
				AttributeValue.fromN(value));
	}

}
