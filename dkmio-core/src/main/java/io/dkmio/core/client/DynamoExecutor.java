package io.dkmio.core.client;

import org.jspecify.annotations.Nullable;
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
 * Sends requests to DynamoDB and waits for the answers. Every failure leaves it as a
 * {@link org.springframework.dao.DataAccessException}. A decorator has one method to
 * implement.
 *
 * @since 1.0
 */
public interface DynamoExecutor {

	/**
	 * Sends a request.
	 * @param action the call to make
	 * @param request the request
	 * @param operation what the application asked for
	 * @param <Q> the type of the request
	 * @param <R> the type of the response
	 * @return the response
	 */
	<Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
			DynamoOperation operation);

	/**
	 * In which kind of transaction of the application the calling thread is.
	 * @return the kind
	 */
	default TransactionScope transactionScope() {
		return TransactionScope.NONE;
	}

	/**
	 * What can be done with a {@link WireCall}. A decorator gives the answer of the
	 * executor it decorates; if it does not, items go through {@code AttributeValue}s.
	 * @return the support, or {@code null} if no request may have a wire call
	 */
	default @Nullable WireSupport wire() {
		return null;
	}

	/**
	 * Reads one item.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default GetItemResponse getItem(GetItemRequest request, DynamoOperation operation) {
		return execute(DynamoAction.GET_ITEM, request, operation);
	}

	/**
	 * Reads a page of a partition.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default QueryResponse query(QueryRequest request, DynamoOperation operation) {
		return execute(DynamoAction.QUERY, request, operation);
	}

	/**
	 * Reads a page of a table.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default ScanResponse scan(ScanRequest request, DynamoOperation operation) {
		return execute(DynamoAction.SCAN, request, operation);
	}

	/**
	 * Reads up to 100 items.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default BatchGetItemResponse batchGetItem(BatchGetItemRequest request, DynamoOperation operation) {
		return execute(DynamoAction.BATCH_GET_ITEM, request, operation);
	}

	/**
	 * Reads up to 100 items as of one moment.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request, DynamoOperation operation) {
		return execute(DynamoAction.TRANSACT_GET_ITEMS, request, operation);
	}

	/**
	 * Writes an item as a whole.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default PutItemResponse putItem(PutItemRequest request, DynamoOperation operation) {
		return execute(DynamoAction.PUT_ITEM, request, operation);
	}

	/**
	 * Changes attributes of an item.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default UpdateItemResponse updateItem(UpdateItemRequest request, DynamoOperation operation) {
		return execute(DynamoAction.UPDATE_ITEM, request, operation);
	}

	/**
	 * Deletes an item.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default DeleteItemResponse deleteItem(DeleteItemRequest request, DynamoOperation operation) {
		return execute(DynamoAction.DELETE_ITEM, request, operation);
	}

	/**
	 * Puts and deletes up to 25 items.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request, DynamoOperation operation) {
		return execute(DynamoAction.BATCH_WRITE_ITEM, request, operation);
	}

	/**
	 * Does up to 100 writes, or none.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request,
			DynamoOperation operation) {
		return execute(DynamoAction.TRANSACT_WRITE_ITEMS, request, operation);
	}

	/**
	 * Describes a table.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default DescribeTableResponse describeTable(DescribeTableRequest request, DynamoOperation operation) {
		return execute(DynamoAction.DESCRIBE_TABLE, request, operation);
	}

	/**
	 * Describes how items of a table expire.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request,
			DynamoOperation operation) {
		return execute(DynamoAction.DESCRIBE_TIME_TO_LIVE, request, operation);
	}

	/**
	 * Begins to create a table.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default CreateTableResponse createTable(CreateTableRequest request, DynamoOperation operation) {
		return execute(DynamoAction.CREATE_TABLE, request, operation);
	}

	/**
	 * Changes how items of a table expire.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the response
	 */
	default UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request, DynamoOperation operation) {
		return execute(DynamoAction.UPDATE_TIME_TO_LIVE, request, operation);
	}

}
