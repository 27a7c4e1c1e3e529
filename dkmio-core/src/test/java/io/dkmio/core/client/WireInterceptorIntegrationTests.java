package io.dkmio.core.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.FaultServer;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Items as JSON, to and from DynamoDB.
 */
class WireInterceptorIntegrationTests {

	private static final String TABLE = "wire";

	private static final String OTHER = "Item";

	private static final WireInterceptor INTERCEPTOR = new WireInterceptor();

	private static final DynamoDbClient CLIENT = FaultServer.clientOf(LocalDynamo.endpoint(),
			(configuration) -> configuration.addExecutionInterceptor(INTERCEPTOR));

	private static final WireSupport SUPPORT = INTERCEPTOR.support();

	@BeforeAll
	static void createTables() {
		SchemaManager manager = new SchemaManager(new ClientDynamoExecutor(CLIENT));
		manager.create(TableDefinition.of(TABLE));
		manager.create(TableDefinition.of(OTHER));
		assertThat(SUPPORT.canWrite()).isTrue();
		for (int i = 0; i < 30; i++) {
			CLIENT.putItem(PutItemRequest.builder().tableName(TABLE).item(item("many", i)).build());
		}
	}

	@Test
	void bringsOneItem() {
		WireCall call = WireCall.reading();
		GetItemResponse response = CLIENT.getItem(call.with(GetItemRequest.builder()
			.tableName(TABLE)
			.key(key("many", 3))
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)).build());
		assertThat(response.hasItem()).isTrue();
		assertThat(response.item()).isEmpty();
		assertThat(response.consumedCapacity().capacityUnits()).isEqualTo(0.5);
		assertThat(items(call)).containsExactly(item("many", 3));
	}

	@Test
	void bringsNothingForAnItemThatIsNotThere() {
		WireCall call = WireCall.reading();
		GetItemResponse response = CLIENT
			.getItem(call.with(GetItemRequest.builder().tableName(TABLE).key(key("none", 1))).build());
		assertThat(response.hasItem()).isFalse();
		assertThat(items(call)).isEmpty();
	}

	@Test
	void bringsThePagesOfAQueryAndLeavesWhatIsAroundThem() {
		List<Map<String, AttributeValue>> found = new ArrayList<>();
		Map<String, AttributeValue> position = Map.of();
		int pages = 0;
		do {
			WireCall call = WireCall.reading();
			QueryResponse response = CLIENT.query(call.with(QueryRequest.builder()
				.tableName(TABLE)
				.keyConditionExpression("pk = :pk")
				.expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("many")))
				.limit(13)
				.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
				.exclusiveStartKey(position.isEmpty() ? null : position)).build());
			List<Map<String, AttributeValue>> items = items(call);
			assertThat(response.count()).isEqualTo(items.size());
			assertThat(response.scannedCount()).isEqualTo(items.size());
			assertThat(response.consumedCapacity().capacityUnits()).isPositive();
			assertThat(response.items()).isEmpty();
			found.addAll(items);
			position = response.lastEvaluatedKey();
			pages++;
		}
		while (!position.isEmpty());
		assertThat(pages).isEqualTo(3);
		assertThat(found).containsExactlyElementsOf(IntStream.range(0, 30).mapToObj((i) -> item("many", i)).toList());
	}

	@Test
	void bringsThePageOfAScan() {
		WireCall call = WireCall.reading();
		CLIENT.scan(call.with(ScanRequest.builder()
			.tableName(TABLE)
			.filterExpression("pk = :pk AND n < :n")
			.expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("many"), ":n", AttributeValue.fromN("5"))))
			.build());
		assertThat(items(call)).hasSize(5);
	}

	@Test
	@SuppressWarnings("unchecked") // keys of a request are varargs of maps
	void bringsTheItemsOfABatchByTheirTables() {
		CLIENT.putItem(PutItemRequest.builder().tableName(OTHER).item(item("other", 1)).build());
		WireCall call = WireCall.reading();
		BatchGetItemResponse response = CLIENT.batchGetItem(call.with(BatchGetItemRequest.builder()
			.requestItems(Map.of(TABLE,
					KeysAndAttributes.builder().keys(key("many", 1), key("many", 2), key("none", 3)).build(), OTHER,
					KeysAndAttributes.builder().keys(key("other", 1)).build())))
			.build());
		assertThat(response.unprocessedKeys()).isEmpty();
		List<Map<String, AttributeValue>> items = items(call);
		List<WireItems.Group> groups = call.items().groups();
		assertThat(groups).extracting(WireItems.Group::table).containsExactlyInAnyOrder(TABLE, OTHER);
		for (WireItems.Group group : groups) {
			assertThat(items.subList(group.from(), group.to()))
				.containsExactlyInAnyOrderElementsOf(group.table().equals(TABLE)
						? List.of(item("many", 1), item("many", 2)) : List.of(item("other", 1)));
		}
	}

	@Test
	void keepsThePlacesOfATransaction() {
		WireCall call = WireCall.reading();
		CLIENT.transactGetItems(
				call.with(TransactGetItemsRequest.builder().transactItems(get(key("none", 1)), get(key("many", 7))))
					.build());
		assertThat(call.items().size()).isEqualTo(2);
		assertThat(call.items().isPresent(0)).isFalse();
		assertThat(call.items().isPresent(1)).isTrue();
		assertThat(items(call)).containsExactly(item("many", 7));
	}

	@Test
	void bringsTheReturnedAttributesOfAWrite() {
		CLIENT.putItem(PutItemRequest.builder().tableName(TABLE).item(item("deleted", 1)).build());
		WireCall call = WireCall.reading();
		CLIENT.deleteItem(call
			.with(DeleteItemRequest.builder().tableName(TABLE).key(key("deleted", 1)).returnValues(ReturnValue.ALL_OLD))
			.build());
		assertThat(items(call)).containsExactly(item("deleted", 1));
	}

	@Test
	void writesOneItem() {
		Map<String, AttributeValue> item = item("written", 1);
		long before = SUPPORT.requests();
		CLIENT.putItem(put(item).build());
		assertThat(SUPPORT.requests()).isEqualTo(before + 1);
		assertThat(stored("written", 1)).isEqualTo(item);
		assertThatExceptionOfType(ConditionalCheckFailedException.class)
			.isThrownBy(() -> CLIENT.putItem(put(item).conditionExpression("attribute_not_exists(pk) OR n = :n")
				.expressionAttributeValues(Map.of(":n", AttributeValue.fromN("77")))
				.build()));
	}

	@Test
	void writesTheItemsOfABatchBesideDeletes() {
		CLIENT.putItem(PutItemRequest.builder().tableName(TABLE).item(item("batch", 9)).build());
		List<Map<String, AttributeValue>> items = List.of(item("batch", 1), item("batch", 2), item("batch", 3));
		CLIENT.batchWriteItem(WireCall.writing(items.stream().map(WireJson::of).toList())
			.with(BatchWriteItemRequest.builder()
				.requestItems(Map.of(TABLE,
						List.of(emptyPut(),
								WriteRequest.builder()
									.deleteRequest(DeleteRequest.builder().key(key("batch", 9)).build())
									.build(),
								emptyPut(), emptyPut()))))
			.build());
		for (int i = 1; i <= 3; i++) {
			assertThat(stored("batch", i)).isEqualTo(item("batch", i));
		}
		assertThat(stored("batch", 9)).isEmpty();
	}

	@Test
	void writesTheItemsOfATransaction() {
		WireCall call = WireCall
			.writing(List.of(WireJson.of(item("transaction", 1)), WireJson.of(item("transaction", 2))));
		CLIENT.transactWriteItems(
				call.with(TransactWriteItemsRequest.builder().transactItems(transactPut(), transactPut())).build());
		assertThat(stored("transaction", 1)).isEqualTo(item("transaction", 1));
		assertThat(stored("transaction", 2)).isEqualTo(item("transaction", 2));
	}

	@Test
	void sendsNothingIfThePlacesAreNotThoseOfTheItems() {
		WireCall call = WireCall.writing(List.of(WireJson.of(item("misplaced", 1)), WireJson.of(item("misplaced", 2))));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(
					() -> CLIENT.putItem(call.with(PutItemRequest.builder().tableName(TABLE).item(Map.of())).build()))
			.withMessage("The request does not have a place for each of 2 items: nothing was sent");
	}

	@Test
	void leavesCallsAloneThatDoNotAsk() {
		assertThat(stored("many", 4)).isEqualTo(item("many", 4));
	}

	@Test
	void isFoundByTheExecutor() {
		assertThat(new ClientDynamoExecutor(CLIENT).wire()).isSameAs(SUPPORT);
		assertThat(new ClientDynamoExecutor(LocalDynamo.client(WireInterceptorIntegrationTests.class)).wire()).isNull();
		DynamoDbClient foreign = new DynamoDbClient() {

			@Override
			public String serviceName() {
				return "foreign";
			}

			@Override
			public void close() {
			}

		};
		assertThat(new ClientDynamoExecutor(foreign).wire()).isNull();
	}

	private static PutItemRequest.Builder put(Map<String, AttributeValue> item) {
		return WireCall.writing(List.of(WireJson.of(item)))
			.with(PutItemRequest.builder().tableName(TABLE).item(Map.of()));
	}

	private static WriteRequest emptyPut() {
		return WriteRequest.builder().putRequest(PutRequest.builder().item(Map.of()).build()).build();
	}

	private static TransactWriteItem transactPut() {
		return TransactWriteItem.builder().put(Put.builder().tableName(TABLE).item(Map.of()).build()).build();
	}

	private static TransactGetItem get(Map<String, AttributeValue> key) {
		return TransactGetItem.builder().get(Get.builder().tableName(TABLE).key(key).build()).build();
	}

	private static Map<String, AttributeValue> stored(String partition, int number) {
		return CLIENT.getItem(GetItemRequest.builder().tableName(TABLE).key(key(partition, number)).build()).item();
	}

	private static List<Map<String, AttributeValue>> items(WireCall call) {
		List<Map<String, AttributeValue>> items = new ArrayList<>();
		WireItems found = call.items();
		assertThat(found).isNotNull();
		for (int i = 0; i < found.size(); i++) {
			if (found.isPresent(i)) {
				items.add(WireJson.item(new String(found.json(), found.start(i), found.end(i) - found.start(i),
						StandardCharsets.UTF_8)));
			}
		}
		return items;
	}

	private static Map<String, AttributeValue> key(String partition, int number) {
		return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(String.format("%03d", number)));
	}

	private static Map<String, AttributeValue> item(String partition, int number) {
		return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(String.format("%03d", number)),
				"n", AttributeValue.fromN(Integer.toString(number)), "text",
				AttributeValue.fromS("\"Item\":{} \\ } ] \u00e9\ud83d\ude00\n"), "map",
				AttributeValue.fromM(Map.of("Items",
						AttributeValue.fromL(List.of(AttributeValue.fromM(Map.of()), AttributeValue.fromBool(true))))));
	}

}
