package io.dkmio.benchmarks.cost;

import java.util.List;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Counts the requests of a client, and what they cost. Asks for the capacity where a
 * library does not.
 */
final class CallMeter implements ExecutionInterceptor {

	private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

	private int requests;

	private int evaluated;

	private double units;

	void reset() {
		this.requests = 0;
		this.evaluated = 0;
		this.units = 0;
	}

	/**
	 * What was counted since the last reset.
	 */
	Cost cost() {
		return new Cost(this.requests, this.evaluated, this.units);
	}

	@Override
	public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
		SdkRequest request = context.request();
		if (request instanceof GetItemRequest get) {
			return get.toBuilder().returnConsumedCapacity(TOTAL).build();
		}
		if (request instanceof QueryRequest query) {
			return query.toBuilder().returnConsumedCapacity(TOTAL).build();
		}
		if (request instanceof BatchGetItemRequest batch) {
			return batch.toBuilder().returnConsumedCapacity(TOTAL).build();
		}
		if (request instanceof PutItemRequest put) {
			return put.toBuilder().returnConsumedCapacity(TOTAL).build();
		}
		if (request instanceof UpdateItemRequest update) {
			return update.toBuilder().returnConsumedCapacity(TOTAL).build();
		}
		if (request instanceof DeleteItemRequest delete) {
			return delete.toBuilder().returnConsumedCapacity(TOTAL).build();
		}
		if (request instanceof BatchWriteItemRequest batch) {
			return batch.toBuilder().returnConsumedCapacity(TOTAL).build();
		}
		if (request instanceof TransactWriteItemsRequest transaction) {
			return transaction.toBuilder().returnConsumedCapacity(TOTAL).build();
		}
		throw new IllegalArgumentException("Not metered: " + request.getClass().getSimpleName());
	}

	@Override
	public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
		this.requests++;
		SdkResponse response = context.response();
		if (response instanceof GetItemResponse get) {
			add(1, List.of(get.consumedCapacity()));
		}
		else if (response instanceof QueryResponse query) {
			add(query.scannedCount(), List.of(query.consumedCapacity()));
		}
		else if (response instanceof BatchGetItemResponse batch) {
			add(batch.responses().values().stream().mapToInt(List::size).sum(), batch.consumedCapacity());
		}
		else {
			add(0, written(response));
		}
	}

	private static List<ConsumedCapacity> written(SdkResponse response) {
		if (response instanceof PutItemResponse put) {
			return List.of(put.consumedCapacity());
		}
		if (response instanceof UpdateItemResponse update) {
			return List.of(update.consumedCapacity());
		}
		if (response instanceof DeleteItemResponse delete) {
			return List.of(delete.consumedCapacity());
		}
		if (response instanceof BatchWriteItemResponse batch) {
			return batch.consumedCapacity();
		}
		if (response instanceof TransactWriteItemsResponse transaction) {
			return transaction.consumedCapacity();
		}
		throw new IllegalArgumentException("Not metered: " + response.getClass().getSimpleName());
	}

	private void add(int items, List<ConsumedCapacity> capacities) {
		this.evaluated += items;
		capacities.forEach((capacity) -> this.units += capacity.capacityUnits());
	}

	/**
	 * What some calls cost.
	 *
	 * @param requests how many requests were sent
	 * @param evaluated how many items DynamoDB read
	 * @param units the capacity units it charges
	 */
	record Cost(int requests, int evaluated, double units) {

		@Override
		public String toString() {
			return "%d, %d, %s".formatted(this.requests, this.evaluated,
					String.valueOf(this.units).replaceAll("\\.0$", ""));
		}

	}

}
