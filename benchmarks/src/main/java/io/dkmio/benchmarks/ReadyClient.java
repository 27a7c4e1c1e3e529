package io.dkmio.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

import static java.util.Objects.requireNonNull;

/**
 * A client that does nothing but answer, so that what is measured is what is done outside
 * the SDK: requests are put together, and items converted. For one operation: the answers
 * are read once, and are given in turns.
 */
final class ReadyClient implements DynamoDbClient {

	private final DynamoDbClient client;

	private final int count;

	private final List<DynamoDbResponse> answers = new ArrayList<>();

	private int next;

	ReadyClient(byte[]... bodies) {
		this.client = StubHttpClient.client(bodies);
		this.count = bodies.length;
	}

	@SuppressWarnings("unchecked")
	private <R extends DynamoDbResponse> R answer(Supplier<R> first) {
		if (this.answers.size() < this.count) {
			R answer = requireNonNull(first.get());
			this.answers.add(answer);
			return answer;
		}
		R answer = (R) this.answers.get(this.next);
		this.next = (this.next + 1) % this.count;
		return answer;
	}

	@Override
	public GetItemResponse getItem(GetItemRequest request) {
		return answer(() -> this.client.getItem(request));
	}

	@Override
	public QueryResponse query(QueryRequest request) {
		return answer(() -> this.client.query(request));
	}

	@Override
	public PutItemResponse putItem(PutItemRequest request) {
		return answer(() -> this.client.putItem(request));
	}

	@Override
	public UpdateItemResponse updateItem(UpdateItemRequest request) {
		return answer(() -> this.client.updateItem(request));
	}

	@Override
	public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
		return answer(() -> this.client.batchGetItem(request));
	}

	@Override
	public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
		return answer(() -> this.client.batchWriteItem(request));
	}

	@Override
	public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
		return answer(() -> this.client.transactWriteItems(request));
	}

	@Override
	public DynamoDbServiceClientConfiguration serviceClientConfiguration() {
		return this.client.serviceClientConfiguration();
	}

	@Override
	public String serviceName() {
		return this.client.serviceName();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
