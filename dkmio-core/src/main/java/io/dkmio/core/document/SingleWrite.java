package io.dkmio.core.document;

import java.util.Map;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteChannel;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Sends the write of one document by itself.
 *
 * @param executor sends the request
 * @param operation what the application asked for, and what a refusal means
 */
record SingleWrite(DynamoExecutor executor, DynamoOperation operation) implements WriteChannel {

	@Override
	public Map<String, AttributeValue> put(PutItemRequest.Builder request, WriteAction.Put action) {
		PutItemResponse response = this.executor.putItem(request.build(), this.operation);
		return response.hasAttributes() ? response.attributes() : Map.of();
	}

	@Override
	public Map<String, AttributeValue> update(UpdateItemRequest.Builder request, WriteAction.Update action) {
		UpdateItemResponse response = this.executor.updateItem(request.build(), this.operation);
		return response.hasAttributes() ? response.attributes() : Map.of();
	}

	@Override
	public Map<String, AttributeValue> delete(DeleteItemRequest.Builder request, WriteAction.Delete action) {
		DeleteItemResponse response = this.executor.deleteItem(request.build(), this.operation);
		return response.hasAttributes() ? response.attributes() : Map.of();
	}

	@Override
	public void check(WriteAction.Check action) {
		throw new UnsupportedOperationException("A document is checked as a part of a transaction only");
	}

}
