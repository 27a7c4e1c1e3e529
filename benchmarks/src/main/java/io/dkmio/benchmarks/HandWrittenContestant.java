package io.dkmio.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The floor: the SDK's client, used as a careful developer uses it.
 */
final class HandWrittenContestant implements Contestant {

	private static final Map<String, String> KEY_NAMES = Map.of("#pk", "pk", "#sk", "sk");

	private static final Map<String, String> UPDATE_NAMES = Map.of("#status", "status", "#note", "note", "#total",
			"total", "#revision", "revision");

	private final DynamoDbClient get;

	private final DynamoDbClient query100;

	private final DynamoDbClient query1000;

	private final DynamoDbClient put;

	private final DynamoDbClient update;

	private final DynamoDbClient batchGet;

	private final DynamoDbClient batchWrite;

	private final DynamoDbClient transaction;

	HandWrittenContestant(Clients clients) {
		this.get = clients.answering(Answers.item());
		this.query100 = clients.answering(Answers.page(100));
		this.query1000 = clients.answering(Answers.pages(10, 100));
		this.put = clients.answering(Answers.written());
		this.update = clients.answering(Answers.updated());
		this.batchGet = clients.answering(Answers.batches(BATCH));
		this.batchWrite = clients.answering(Answers.allWritten());
		this.transaction = clients.answering(Answers.transacted());
	}

	@Override
	public Object toItem(int number) {
		return HandWritten.write(SHIPMENTS.get(number));
	}

	@Override
	public Object fromItem(int number) {
		return HandWritten.read(ITEMS.get(number));
	}

	@Override
	public Object get() {
		return HandWritten.read(
				this.get
					.getItem(GetItemRequest.builder()
						.tableName(TABLE)
						.key(HandWritten.key(1))
						.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
						.build())
					.item());
	}

	@Override
	public List<?> query100() {
		return query(this.query100);
	}

	@Override
	public List<?> query1000() {
		return query(this.query1000);
	}

	private static List<Shipment> query(DynamoDbClient client) {
		List<Shipment> shipments = new ArrayList<>();
		Map<String, AttributeValue> position = null;
		do {
			QueryResponse response = client.query(request(position));
			for (Map<String, AttributeValue> item : response.items()) {
				shipments.add(HandWritten.read(item));
			}
			position = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : null;
		}
		while (position != null);
		return shipments;
	}

	private static QueryRequest request(@Nullable Map<String, AttributeValue> position) {
		return QueryRequest.builder()
			.tableName(TABLE)
			.keyConditionExpression("#pk = :pk AND begins_with(#sk, :sk)")
			.expressionAttributeNames(KEY_NAMES)
			.expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("CUSTOMER#customer-1"), ":sk",
					AttributeValue.fromS("SHIPMENT#")))
			.exclusiveStartKey(position)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
			.build();
	}

	@Override
	public Object put() {
		return this.put.putItem(PutItemRequest.builder()
			.tableName(TABLE)
			.item(HandWritten.write(SHIPMENTS.get(1)))
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
			.build());
	}

	@Override
	public Object update() {
		return HandWritten.read(
				this.update
					.updateItem(UpdateItemRequest.builder()
						.tableName(TABLE)
						.key(HandWritten.key(1))
						.updateExpression("SET #status = :status, #note = :note, #total = :total")
						.conditionExpression("#revision = :revision")
						.expressionAttributeNames(UPDATE_NAMES)
						.expressionAttributeValues(Map.of(":status", AttributeValue.fromS(Changed.STATUS.name()),
								":note", AttributeValue.fromS(Changed.NOTE), ":total",
								AttributeValue.fromN(Changed.TOTAL.toString()), ":revision",
								AttributeValue.fromN(Long.toString(Changed.FORMER_REVISION))))
						.returnValues(ReturnValue.ALL_NEW)
						.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
						.build())
					.attributes());
	}

	@Override
	public List<?> batchGet250() {
		Map<Map<String, AttributeValue>, Shipment> found = new HashMap<>(2 * BATCH);
		for (int from = 0; from < BATCH; from += 100) {
			List<Map<String, AttributeValue>> keys = new ArrayList<>(100);
			for (int i = from; i < Math.min(from + 100, BATCH); i++) {
				keys.add(HandWritten.key(i));
			}
			this.batchGet
				.batchGetItem(BatchGetItemRequest.builder()
					.requestItems(Map.of(TABLE, KeysAndAttributes.builder().keys(keys).build()))
					.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
					.build())
				.responses()
				.getOrDefault(TABLE, List.of())
				.forEach((item) -> found.put(Map.of("pk", item.get("pk"), "sk", item.get("sk")),
						HandWritten.read(item)));
		}
		List<Shipment> items = new ArrayList<>(BATCH);
		for (int i = 0; i < BATCH; i++) {
			Shipment item = found.get(HandWritten.key(i));
			if (item != null) {
				items.add(item);
			}
		}
		return items;
	}

	@Override
	public void batchWrite250() {
		for (int from = 0; from < BATCH; from += 25) {
			List<WriteRequest> writes = new ArrayList<>(25);
			for (int i = from; i < from + 25; i++) {
				writes.add(WriteRequest.builder()
					.putRequest(PutRequest.builder().item(HandWritten.write(SHIPMENTS.get(i))).build())
					.build());
			}
			if (!this.batchWrite
				.batchWriteItem(BatchWriteItemRequest.builder()
					.requestItems(Map.of(TABLE, writes))
					.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
					.build())
				.unprocessedItems()
				.isEmpty()) {
				throw new IllegalStateException("Not all items were written");
			}
		}
	}

	@Override
	public void transaction5() {
		List<TransactWriteItem> writes = new ArrayList<>(TRANSACTION);
		for (int i = 0; i < TRANSACTION; i++) {
			writes.add(TransactWriteItem.builder()
				.put(Put.builder().tableName(TABLE).item(HandWritten.write(SHIPMENTS.get(i))).build())
				.build());
		}
		this.transaction.transactWriteItems(TransactWriteItemsRequest.builder()
			.transactItems(writes)
			.clientRequestToken(UUID.randomUUID().toString())
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
			.build());
	}

}
