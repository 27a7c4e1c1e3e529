package io.dkmio.boot.test;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.WireCall;
import io.dkmio.core.convert.JsonItem;
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
 * Leaves the last item of the last table in a batch unprocessed. A batch of one item is
 * not sent at all. Items that go along as JSON are put into the request first, since
 * DynamoDB gives back what it has not processed. Other requests pass.
 */
final class UnprocessedFault implements DynamoFaults.Fault {

	@Override
	@SuppressWarnings("unchecked") // an action's response is of its own type
	public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoExecutor executor,
			DynamoAction<Q, R> action, Q request, DynamoOperation operation) {
		if (request instanceof BatchWriteItemRequest writes) {
			return (R) write(executor, withItems(writes), operation);
		}
		if (request instanceof BatchGetItemRequest reads) {
			return (R) read(executor, reads, operation);
		}
		return executor.execute(action, request, operation);
	}

	private static BatchWriteItemRequest withItems(BatchWriteItemRequest request) {
		WireCall call = WireCall.of(request).orElse(null);
		if (call == null) {
			return request;
		}
		Iterator<byte[]> items = call.written().iterator();
		Map<String, List<WriteRequest>> writes = new LinkedHashMap<>();
		request.requestItems()
			.forEach((table, ofTable) -> writes.put(table,
					ofTable.stream().map((write) -> isPlace(write) ? put(JsonItem.of(items.next())) : write).toList()));
		return BatchWriteItemRequest.builder()
			.requestItems(writes)
			.returnConsumedCapacity(request.returnConsumedCapacity())
			.build();
	}

	private static boolean isPlace(WriteRequest write) {
		return write.putRequest() != null && write.putRequest().item().isEmpty();
	}

	private static WriteRequest put(Map<String, AttributeValue> item) {
		return WriteRequest.builder().putRequest((put) -> put.item(item)).build();
	}

	private static BatchWriteItemResponse write(DynamoExecutor executor, BatchWriteItemRequest request,
			DynamoOperation operation) {
		Map<String, List<WriteRequest>> items = new LinkedHashMap<>(request.requestItems());
		Map.Entry<String, List<WriteRequest>> last = last(items);
		String table = last.getKey();
		List<WriteRequest> writes = last.getValue();
		Map<String, List<WriteRequest>> left = Map.of(table, writes.subList(writes.size() - 1, writes.size()));
		replace(items, table, writes.subList(0, writes.size() - 1), writes.size() == 1);
		if (items.isEmpty()) {
			return BatchWriteItemResponse.builder().unprocessedItems(left).build();
		}
		BatchWriteItemResponse response = executor.batchWriteItem(request.toBuilder().requestItems(items).build(),
				operation);
		return response.toBuilder().unprocessedItems(left).build();
	}

	private static BatchGetItemResponse read(DynamoExecutor executor, BatchGetItemRequest request,
			DynamoOperation operation) {
		Map<String, KeysAndAttributes> items = new LinkedHashMap<>(request.requestItems());
		Map.Entry<String, KeysAndAttributes> last = last(items);
		String table = last.getKey();
		KeysAndAttributes reads = last.getValue();
		List<Map<String, AttributeValue>> keys = reads.keys();
		Map<String, KeysAndAttributes> left = Map.of(table,
				reads.toBuilder().keys(keys.subList(keys.size() - 1, keys.size())).build());
		replace(items, table, reads.toBuilder().keys(keys.subList(0, keys.size() - 1)).build(), keys.size() == 1);
		if (items.isEmpty()) {
			return BatchGetItemResponse.builder().responses(Map.of()).unprocessedKeys(left).build();
		}
		BatchGetItemResponse response = executor.batchGetItem(request.toBuilder().requestItems(items).build(),
				operation);
		return response.toBuilder().unprocessedKeys(left).build();
	}

	private static <V> void replace(Map<String, V> items, String table, V value, boolean empty) {
		if (empty) {
			items.remove(table);
		}
		else {
			items.put(table, value);
		}
	}

	private static <V> Map.Entry<String, V> last(Map<String, V> items) {
		return List.copyOf(items.entrySet()).get(items.size() - 1);
	}

}
