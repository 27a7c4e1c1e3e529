package io.dkmio.benchmarks.cost;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.benchmarks.EnhancedBean;
import io.dkmio.benchmarks.Shipment;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchWriteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.UpdateItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * With the Enhanced Client, as its documentation shows it.
 */
final class EnhancedBusiness implements Business {

	private static final int BATCH = 25;

	private final DynamoDbEnhancedClient client;

	private final DynamoDbTable<EnhancedBean> shipments;

	EnhancedBusiness(DynamoDbClient client, String table) {
		this.client = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
		this.shipments = this.client.table(table, TableSchema.fromBean(EnhancedBean.class));
	}

	static Key key(String customer, String sort) {
		return Key.builder().partitionValue("CUSTOMER#" + customer).sortValue(sort).build();
	}

	static QueryConditional under(String customer, String prefix) {
		return QueryConditional.sortBeginsWith((key) -> key.partitionValue("CUSTOMER#" + customer).sortValue(prefix));
	}

	static QueryEnhancedRequest latest(int limit) {
		return QueryEnhancedRequest.builder()
			.queryConditional(under(BIG, "SHIPMENT#"))
			.scanIndexForward(false)
			.limit(limit)
			.build();
	}

	static UpdateItemEnhancedRequest<EnhancedBean> shipping() {
		EnhancedBean change = new EnhancedBean();
		change.setPk("CUSTOMER#" + SMALL);
		change.setSk("SHIPMENT#00001");
		change.setStatus(Shipment.Status.SHIPPED);
		return UpdateItemEnhancedRequest.builder(EnhancedBean.class)
			.item(change)
			.ignoreNullsMode(IgnoreNullsMode.SCALAR_ONLY)
			.conditionExpression(Expression.builder()
				.expression("#status = :pending")
				.putExpressionName("#status", "status")
				.putExpressionValue(":pending", AttributeValue.fromS("PENDING"))
				.build())
			.build();
	}

	@Override
	public Object one() {
		return this.shipments.getItem(key(BIG, "SHIPMENT#00100"));
	}

	@Override
	public List<?> latest20() {
		return this.shipments.query(latest(20)).items().stream().limit(20).toList();
	}

	@Override
	public boolean any() {
		return this.shipments.query(latest(1)).items().iterator().hasNext();
	}

	@Override
	public long count() {
		return this.shipments.query(under(BIG, "SHIPMENT#")).items().stream().count();
	}

	@Override
	public List<?> three() {
		return this.client
			.batchGetItem(BatchGetItemEnhancedRequest.builder()
				.readBatches(ReadBatch.builder(EnhancedBean.class)
					.mappedTableResource(this.shipments)
					.addGetItem(key(BIG, "SHIPMENT#00001"))
					.addGetItem(key(BIG, "SHIPMENT#00500"))
					.addGetItem(key(BIG, "SHIPMENT#01000"))
					.build())
				.build())
			.resultsForTable(this.shipments)
			.stream()
			.toList();
	}

	/** One type to a table object: a request for each type. */
	@Override
	public int overview() {
		Object profile = this.shipments.getItem(key(SMALL, "PROFILE"));
		long addresses = this.shipments.query(under(SMALL, "ADDRESS#")).items().stream().count();
		long found = this.shipments.query(under(SMALL, "SHIPMENT#")).items().stream().count();
		return (int) (found + addresses) + ((profile != null) ? 1 : 0);
	}

	@Override
	public void ship() {
		this.shipments.updateItem(shipping());
	}

	@Override
	public void saveAll(List<Shipment> toSave) {
		for (int from = 0; from < toSave.size(); from += BATCH) {
			WriteBatch.Builder<EnhancedBean> batch = WriteBatch.builder(EnhancedBean.class)
				.mappedTableResource(this.shipments);
			toSave.subList(from, Math.min(from + BATCH, toSave.size()))
				.forEach((shipment) -> batch.addPutItem(EnhancedBean.of(shipment)));
			write(batch.build());
		}
	}

	@Override
	public void deleteAll() {
		List<EnhancedBean> found = new ArrayList<>();
		this.shipments.query(under(OTHER, "SHIPMENT#")).items().forEach(found::add);
		for (int from = 0; from < found.size(); from += BATCH) {
			WriteBatch.Builder<EnhancedBean> batch = WriteBatch.builder(EnhancedBean.class)
				.mappedTableResource(this.shipments);
			found.subList(from, Math.min(from + BATCH, found.size())).forEach(batch::addDeleteItem);
			write(batch.build());
		}
	}

	private void write(WriteBatch batch) {
		this.client.batchWriteItem(BatchWriteItemEnhancedRequest.builder().writeBatches(batch).build());
	}

	@Override
	public boolean together(List<Shipment> toSave) {
		TransactWriteItemsEnhancedRequest.Builder request = TransactWriteItemsEnhancedRequest.builder();
		toSave.forEach((shipment) -> request.addPutItem(this.shipments, EnhancedBean.of(shipment)));
		this.client.transactWriteItems(request.build());
		return true;
	}

}
