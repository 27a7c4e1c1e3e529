package io.dkmio.repository;

import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * For tests of plans: whatever is sent is a mistake.
 */
public final class NoRequests implements DynamoExecutor {

	@Override
	public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
			DynamoOperation operation) {
		throw new AssertionError("Nothing was to be sent, and this was: " + request);
	}

}
