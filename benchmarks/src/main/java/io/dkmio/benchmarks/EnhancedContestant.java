package io.dkmio.benchmarks;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchWriteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.UpdateItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * The SDK's Enhanced Client.
 *
 * @param <T> the class it maps
 */
final class EnhancedContestant<T> implements Contestant {

	private final EnhancedModel<T> model;

	private final List<T> shipments;

	private final DynamoDbTable<T> get;

	private final DynamoDbTable<T> query100;

	private final DynamoDbTable<T> query1000;

	private final DynamoDbTable<T> put;

	private final DynamoDbTable<T> update;

	private final DynamoDbEnhancedClient batchGet;

	private final DynamoDbTable<T> batchGetTable;

	private final DynamoDbEnhancedClient batchWrite;

	private final DynamoDbTable<T> batchWriteTable;

	private final DynamoDbEnhancedClient transaction;

	private final DynamoDbTable<T> transactionTable;

	EnhancedContestant(Clients clients, EnhancedModel<T> model) {
		this.model = model;
		this.shipments = model.shipments();
		this.get = client(clients, Answers.item()).table(TABLE, model.schema());
		this.query100 = client(clients, Answers.page(100)).table(TABLE, model.schema());
		this.query1000 = client(clients, Answers.pages(10, 100)).table(TABLE, model.schema());
		this.put = client(clients, Answers.written()).table(TABLE, model.schema());
		this.update = client(clients, Answers.updated()).table(TABLE, model.schema());
		this.batchGet = client(clients, Answers.batches(BATCH));
		this.batchGetTable = this.batchGet.table(TABLE, model.schema());
		this.batchWrite = client(clients, Answers.allWritten());
		this.batchWriteTable = this.batchWrite.table(TABLE, model.schema());
		this.transaction = client(clients, Answers.transacted());
		this.transactionTable = this.transaction.table(TABLE, model.schema());
	}

	static DynamoDbEnhancedClient client(Clients clients, byte[]... bodies) {
		return DynamoDbEnhancedClient.builder().dynamoDbClient(clients.answering(bodies)).build();
	}

	@Override
	public Object toItem(int number) {
		return this.model.schema().itemToMap(this.shipments.get(number), true);
	}

	@Override
	public Object fromItem(int number) {
		return this.model.schema().mapToItem(ITEMS.get(number));
	}

	@Override
	public Object get() {
		return this.get.getItem(
				(request) -> request.key(EnhancedModel.key(1)).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
	}

	@Override
	public List<?> query100() {
		return query(this.query100);
	}

	@Override
	public List<?> query1000() {
		return query(this.query1000);
	}

	private static <T> List<T> query(DynamoDbTable<T> table) {
		List<T> items = new ArrayList<>();
		table.query(
				(request) -> request.queryConditional(condition()).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
			.items()
			.forEach(items::add);
		return items;
	}

	static QueryConditional condition() {
		return QueryConditional
			.sortBeginsWith((key) -> key.partitionValue("CUSTOMER#customer-1").sortValue("SHIPMENT#"));
	}

	@Override
	public Object put() {
		return this.put.putItemWithResponse(
				(request) -> request.item(this.shipments.get(1)).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
	}

	@Override
	public Object update() {
		return this.update.updateItem(update(this.model));
	}

	static <T> UpdateItemEnhancedRequest<T> update(EnhancedModel<T> model) {
		return UpdateItemEnhancedRequest.builder(model.type())
			.item(model.change())
			.ignoreNullsMode(IgnoreNullsMode.SCALAR_ONLY)
			.conditionExpression(Expression.builder()
				.expression("#revision = :revision")
				.putExpressionName("#revision", "revision")
				.putExpressionValue(":revision", AttributeValue.fromN(Long.toString(Changed.FORMER_REVISION)))
				.build())
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
			.build();
	}

	@Override
	public List<?> batchGet250() {
		List<T> items = new ArrayList<>(BATCH);
		for (int from = 0; from < BATCH; from += 100) {
			ReadBatch.Builder<T> batch = ReadBatch.builder(this.model.type()).mappedTableResource(this.batchGetTable);
			for (int i = from; i < Math.min(from + 100, BATCH); i++) {
				batch.addGetItem(EnhancedModel.key(i));
			}
			this.batchGet
				.batchGetItem(BatchGetItemEnhancedRequest.builder()
					.readBatches(batch.build())
					.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
					.build())
				.resultsForTable(this.batchGetTable)
				.forEach(items::add);
		}
		return items;
	}

	@Override
	public void batchWrite250() {
		for (int from = 0; from < BATCH; from += 25) {
			WriteBatch.Builder<T> batch = WriteBatch.builder(this.model.type())
				.mappedTableResource(this.batchWriteTable);
			this.shipments.subList(from, from + 25).forEach(batch::addPutItem);
			if (!this.batchWrite
				.batchWriteItem(BatchWriteItemEnhancedRequest.builder()
					.writeBatches(batch.build())
					.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
					.build())
				.unprocessedPutItemsForTable(this.batchWriteTable)
				.isEmpty()) {
				throw new IllegalStateException("Not all items were written");
			}
		}
	}

	@Override
	public void transaction5() {
		TransactWriteItemsEnhancedRequest.Builder request = TransactWriteItemsEnhancedRequest.builder()
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		this.shipments.subList(0, TRANSACTION).forEach((item) -> request.addPutItem(this.transactionTable, item));
		this.transaction.transactWriteItems(request.build());
	}

}
