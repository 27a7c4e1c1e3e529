package io.dkmio.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * Remembers what is sent.
 */
public final class RecordingExecutor implements DynamoExecutor {

	private final DynamoExecutor delegate;

	private final List<DynamoDbRequest> requests = Collections.synchronizedList(new ArrayList<>());

	public RecordingExecutor(DynamoExecutor delegate) {
		this.delegate = delegate;
	}

	@Override
	public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
			DynamoOperation operation) {
		this.requests.add(request);
		return this.delegate.execute(action, request, operation);
	}

	public List<DynamoDbRequest> requests() {
		return List.copyOf(this.requests);
	}

	/**
	 * The only request since the last {@link #clear()}.
	 */
	public <Q extends DynamoDbRequest> Q only(Class<Q> type) {
		if (this.requests.size() != 1) {
			throw new AssertionError("Expected one request, found " + this.requests.size());
		}
		return type.cast(this.requests.get(0));
	}

	public void clear() {
		this.requests.clear();
	}

}
