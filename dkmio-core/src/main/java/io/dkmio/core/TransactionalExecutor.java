package io.dkmio.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.TransactionScope;
import io.dkmio.core.client.WireSupport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Shows reads by key what the transaction of their thread is about to write, and reads
 * batches as of one moment where the transaction is for that.
 */
final class TransactionalExecutor implements DynamoExecutor {

	private static final Log logger = LogFactory.getLog(TransactionalExecutor.class);

	private final DynamoExecutor executor;

	TransactionalExecutor(DynamoExecutor executor) {
		this.executor = executor;
	}

	@Override
	public TransactionScope transactionScope() {
		DynamoTransaction transaction = DynamoTransaction.current(this.executor);
		return (transaction != null) ? transaction.scope() : TransactionScope.NONE;
	}

	@Override
	public @Nullable WireSupport wire() {
		return this.executor.wire();
	}

	@Override
	@SuppressWarnings("unchecked") // an action has the type of its response
	public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
			DynamoOperation operation) {
		DynamoTransaction transaction = DynamoTransaction.current(this.executor);
		if (transaction == null) {
			return this.executor.execute(action, request, operation);
		}
		transaction.remaining(); // fails if none is left
		if (request instanceof GetItemRequest get) {
			return (R) get(get, operation, transaction);
		}
		if (request instanceof BatchGetItemRequest get) {
			return (R) get(get, operation, transaction);
		}
		if (action.kind() == DynamoAction.Kind.WRITE) {
			throw new InvalidDataAccessApiUsageException(operation.describe()
					+ " was refused: it cannot be a part of the"
					+ " transaction it is called in, and would be done whether that commits or not. Nothing was sent; call"
					+ " it outside of the transaction, or use writes that take part: those of items, and of tables those that"
					+ " return nothing.");
		}
		if ((action == DynamoAction.QUERY || action == DynamoAction.SCAN) && !transaction.buffer().isEmpty()
				&& logger.isDebugEnabled()) {
			logger.debug(operation.describe() + " does not see the " + transaction.buffer().writes().size()
					+ " writes of its transaction: they are sent when it commits");
		}
		return this.executor.execute(action, request, operation);
	}

	private GetItemResponse get(GetItemRequest request, DynamoOperation operation, DynamoTransaction transaction) {
		Map<String, AttributeValue> item = transaction.find(request.tableName(), request.key());
		if (item == null) {
			return this.executor.getItem(request, operation);
		}
		return item.isEmpty() ? GetItemResponse.builder().build() : GetItemResponse.builder().item(item).build();
	}

	private BatchGetItemResponse get(BatchGetItemRequest request, DynamoOperation operation,
			DynamoTransaction transaction) {
		Map<String, List<Map<String, AttributeValue>>> found = new LinkedHashMap<>();
		Map<String, KeysAndAttributes> left = new LinkedHashMap<>();
		request.requestItems().forEach((table, keys) -> {
			List<Map<String, AttributeValue>> stored = new ArrayList<>();
			for (Map<String, AttributeValue> key : keys.keys()) {
				Map<String, AttributeValue> item = transaction.find(table, key);
				if (item == null) {
					stored.add(key);
				}
				else if (!item.isEmpty()) {
					found.computeIfAbsent(table, (name) -> new ArrayList<>()).add(item);
				}
			}
			if (!stored.isEmpty()) {
				left.put(table, keys.toBuilder().keys(stored).build());
			}
		});
		BatchGetItemRequest.Builder rest = request.toBuilder().requestItems(left);
		rest.overrideConfiguration((AwsRequestOverrideConfiguration) null); // two parts
																			// make one
																			// answer
		BatchGetItemResponse stored = read(rest.build(), operation, transaction);
		if (found.isEmpty()) {
			return stored;
		}
		stored.responses()
			.forEach((table, items) -> found.computeIfAbsent(table, (name) -> new ArrayList<>()).addAll(items));
		return stored.toBuilder().responses(found).build();
	}

	private BatchGetItemResponse read(BatchGetItemRequest request, DynamoOperation operation,
			DynamoTransaction transaction) {
		if (request.requestItems().isEmpty()) {
			return BatchGetItemResponse.builder().build();
		}
		return (transaction.scope() == TransactionScope.READ) ? transact(request, operation)
				: this.executor.batchGetItem(request, operation);
	}

	private BatchGetItemResponse transact(BatchGetItemRequest request, DynamoOperation operation) {
		List<Get> gets = new ArrayList<>();
		request.requestItems()
			.forEach((table, keys) -> keys.keys()
				.forEach((key) -> gets.add(Get.builder()
					.tableName(table)
					.key(key)
					.projectionExpression(keys.projectionExpression())
					.expressionAttributeNames(
							keys.hasExpressionAttributeNames() ? keys.expressionAttributeNames() : null)
					.build())));
		TransactGetItemsResponse response = transact(this.executor, gets, operation, TransactionOptions.defaults());
		Map<String, List<Map<String, AttributeValue>>> found = new LinkedHashMap<>();
		for (int i = 0; i < gets.size(); i++) {
			Map<String, AttributeValue> item = item(response, i);
			if (!item.isEmpty()) {
				found.computeIfAbsent(gets.get(i).tableName(), (name) -> new ArrayList<>()).add(item);
			}
		}
		return BatchGetItemResponse.builder().responses(found).consumedCapacity(response.consumedCapacity()).build();
	}

	/**
	 * Reads items as of one moment, and again if that met a transaction that writes them.
	 */
	static TransactGetItemsResponse transact(DynamoExecutor executor, List<Get> gets, DynamoOperation operation,
			TransactionOptions options) {
		TransactGetItemsRequest request = TransactGetItemsRequest.builder()
			.transactItems(gets.stream().map((get) -> TransactGetItem.builder().get(get).build()).toList())
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
			.build();
		return TransactionRetry.execute(options, () -> executor.transactGetItems(request, operation));
	}

	/**
	 * The item at a position of the answer.
	 * @return the item, empty if there is none
	 */
	static Map<String, AttributeValue> item(TransactGetItemsResponse response, int position) {
		List<ItemResponse> responses = response.responses();
		@Nullable ItemResponse item = (position < responses.size()) ? responses.get(position) : null;
		return (item != null && item.hasItem()) ? item.item() : Map.of();
	}

}
