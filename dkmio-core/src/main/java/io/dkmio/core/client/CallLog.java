package io.dkmio.core.client;

import java.util.Collection;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Says in the log what is sent. It names operations, tables, indexes and types, and
 * counts items; it never shows a value.
 */
final class CallLog {

	private static final Log logger = LogFactory.getLog("io.dkmio.calls");

	private CallLog() {
	}

	/**
	 * A request is about to be sent.
	 */
	static void sending(DynamoAction<?, ?> action, DynamoDbRequest request, DynamoOperation operation) {
		if (logger.isDebugEnabled()) {
			int items = items(request);
			logger.debug(action.name() + ((items > 0) ? " of " + items + ((items > 1) ? " items" : " item") : "") + ": "
					+ operation.describe());
		}
	}

	/**
	 * A part of a batch was not done, and is sent again.
	 */
	static void repeating(DynamoAction<?, ?> action, int left, int sent, DynamoOperation operation) {
		logger.warn(action.name() + " left " + left + " of " + sent + " items undone; they are sent again: "
				+ operation.describe());
	}

	private static int items(DynamoDbRequest request) {
		if (request instanceof BatchWriteItemRequest batch) {
			return batch.requestItems().values().stream().mapToInt(Collection::size).sum();
		}
		if (request instanceof BatchGetItemRequest batch) {
			return batch.requestItems().values().stream().mapToInt((table) -> table.keys().size()).sum();
		}
		if (request instanceof TransactWriteItemsRequest transaction) {
			return transaction.transactItems().size();
		}
		return (request instanceof TransactGetItemsRequest transaction) ? transaction.transactItems().size() : 0;
	}

}
