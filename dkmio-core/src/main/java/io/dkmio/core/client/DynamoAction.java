package io.dkmio.core.client;

import java.util.function.BiFunction;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/**
 * One of the calls DynamoDB knows, with the types of its request and its response.
 *
 * @param <Q> the type of the request
 * @param <R> the type of the response
 * @since 1.0
 */
public final class DynamoAction<Q extends DynamoDbRequest, R extends DynamoDbResponse> {

	/** GetItem. */
	public static final DynamoAction<GetItemRequest, GetItemResponse> GET_ITEM = new DynamoAction<>("GetItem",
			Kind.READ, DynamoDbClient::getItem);

	/** Query. */
	public static final DynamoAction<QueryRequest, QueryResponse> QUERY = new DynamoAction<>("Query", Kind.READ,
			DynamoDbClient::query);

	/** Scan. */
	public static final DynamoAction<ScanRequest, ScanResponse> SCAN = new DynamoAction<>("Scan", Kind.READ,
			DynamoDbClient::scan);

	/** BatchGetItem. */
	public static final DynamoAction<BatchGetItemRequest, BatchGetItemResponse> BATCH_GET_ITEM = new DynamoAction<>(
			"BatchGetItem", Kind.READ, DynamoDbClient::batchGetItem);

	/** TransactGetItems. */
	public static final DynamoAction<TransactGetItemsRequest, TransactGetItemsResponse> TRANSACT_GET_ITEMS = new DynamoAction<>(
			"TransactGetItems", Kind.READ, DynamoDbClient::transactGetItems);

	/** PutItem. */
	public static final DynamoAction<PutItemRequest, PutItemResponse> PUT_ITEM = new DynamoAction<>("PutItem",
			Kind.WRITE, DynamoDbClient::putItem);

	/** UpdateItem. */
	public static final DynamoAction<UpdateItemRequest, UpdateItemResponse> UPDATE_ITEM = new DynamoAction<>(
			"UpdateItem", Kind.WRITE, DynamoDbClient::updateItem);

	/** DeleteItem. */
	public static final DynamoAction<DeleteItemRequest, DeleteItemResponse> DELETE_ITEM = new DynamoAction<>(
			"DeleteItem", Kind.WRITE, DynamoDbClient::deleteItem);

	/** BatchWriteItem. */
	public static final DynamoAction<BatchWriteItemRequest, BatchWriteItemResponse> BATCH_WRITE_ITEM = new DynamoAction<>(
			"BatchWriteItem", Kind.WRITE, DynamoDbClient::batchWriteItem);

	/** TransactWriteItems. */
	public static final DynamoAction<TransactWriteItemsRequest, TransactWriteItemsResponse> TRANSACT_WRITE_ITEMS = new DynamoAction<>(
			"TransactWriteItems", Kind.WRITE, DynamoDbClient::transactWriteItems);

	/** DescribeTable. */
	public static final DynamoAction<DescribeTableRequest, DescribeTableResponse> DESCRIBE_TABLE = new DynamoAction<>(
			"DescribeTable", Kind.CONTROL, DynamoDbClient::describeTable);

	/** DescribeTimeToLive. */
	public static final DynamoAction<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse> DESCRIBE_TIME_TO_LIVE = new DynamoAction<>(
			"DescribeTimeToLive", Kind.CONTROL, DynamoDbClient::describeTimeToLive);

	/** CreateTable. */
	public static final DynamoAction<CreateTableRequest, CreateTableResponse> CREATE_TABLE = new DynamoAction<>(
			"CreateTable", Kind.CONTROL, DynamoDbClient::createTable);

	/** UpdateTimeToLive. */
	public static final DynamoAction<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse> UPDATE_TIME_TO_LIVE = new DynamoAction<>(
			"UpdateTimeToLive", Kind.CONTROL, DynamoDbClient::updateTimeToLive);

	private final String name;

	private final Kind kind;

	private final BiFunction<DynamoDbClient, Q, R> call;

	private DynamoAction(String name, Kind kind, BiFunction<DynamoDbClient, Q, R> call) {
		this.name = name;
		this.kind = kind;
		this.call = call;
	}

	/**
	 * The name in the API and in IAM policies, such as {@code PutItem}.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * What the call works on.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	R call(DynamoDbClient client, Q request) {
		return this.call.apply(client, request);
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * What a call works on.
	 */
	public enum Kind {

		/** It reads items. */
		READ,
		/** It writes items; after a lost answer nobody knows whether it did. */
		WRITE,
		/** It describes or changes tables. */
		CONTROL

	}

}
