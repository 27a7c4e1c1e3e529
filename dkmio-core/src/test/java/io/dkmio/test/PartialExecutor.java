package io.dkmio.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntBinaryOperator;

import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Does a part of each batch, as a table does that has not enough capacity, and gives the
 * rest back unprocessed.
 */
public final class PartialExecutor implements DynamoExecutor {

	private final DynamoExecutor delegate;

	private final IntBinaryOperator done;

	private final AtomicInteger requests = new AtomicInteger();

	/**
	 * Creates the executor.
	 * @param delegate does the part
	 * @param done how much of a request is done: of its number, from 1, and its size
	 */
	public PartialExecutor(DynamoExecutor delegate, IntBinaryOperator done) {
		this.delegate = delegate;
		this.done = done;
	}

	@Override
	@SuppressWarnings("unchecked") // an action has the type of its response
	public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
			DynamoOperation operation) {
		if (request instanceof BatchWriteItemRequest write) {
			return (R) write(write, operation);
		}
		return (request instanceof BatchGetItemRequest read) ? (R) read(read, operation)
				: this.delegate.execute(action, request, operation);
	}

	private BatchWriteItemResponse write(BatchWriteItemRequest request, DynamoOperation operation) {
		int size = request.requestItems().values().stream().mapToInt(List::size).sum();
		int allowed = this.done.applyAsInt(this.requests.incrementAndGet(), size);
		Map<String, List<WriteRequest>> now = new LinkedHashMap<>();
		Map<String, List<WriteRequest>> later = new LinkedHashMap<>();
		int count = 0;
		for (Map.Entry<String, List<WriteRequest>> ofTable : request.requestItems().entrySet()) {
			for (WriteRequest write : ofTable.getValue()) {
				((count++ < allowed) ? now : later).computeIfAbsent(ofTable.getKey(), (table) -> new ArrayList<>())
					.add(write);
			}
		}
		if (!now.isEmpty()) {
			this.delegate.batchWriteItem(request.toBuilder().requestItems(now).build(), operation);
		}
		return BatchWriteItemResponse.builder().unprocessedItems(later).build();
	}

	private BatchGetItemResponse read(BatchGetItemRequest request, DynamoOperation operation) {
		int size = request.requestItems().values().stream().mapToInt((keys) -> keys.keys().size()).sum();
		int allowed = this.done.applyAsInt(this.requests.incrementAndGet(), size);
		Map<String, KeysAndAttributes> now = new LinkedHashMap<>();
		Map<String, KeysAndAttributes> later = new LinkedHashMap<>();
		for (Map.Entry<String, KeysAndAttributes> ofTable : request.requestItems().entrySet()) {
			List<Map<String, AttributeValue>> keys = ofTable.getValue().keys();
			int here = Math.min(Math.max(allowed, 0), keys.size());
			if (here > 0) {
				now.put(ofTable.getKey(), ofTable.getValue().toBuilder().keys(keys.subList(0, here)).build());
			}
			if (here < keys.size()) {
				later.put(ofTable.getKey(),
						ofTable.getValue().toBuilder().keys(keys.subList(here, keys.size())).build());
			}
			allowed -= here;
		}
		BatchGetItemResponse.Builder response = now.isEmpty() ? BatchGetItemResponse.builder()
				: this.delegate.batchGetItem(request.toBuilder().requestItems(now).build(), operation).toBuilder();
		return response.unprocessedKeys(later).build();
	}

	/**
	 * How many batch requests there were.
	 */
	public int requests() {
		return this.requests.get();
	}

}
