package io.dkmio.core.client;

import java.util.List;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * Lets customizers change requests before they are sent.
 */
final class CustomizingExecutor implements DynamoExecutor {

	private final DynamoExecutor executor;

	private final List<RequestCustomizer> customizers;

	CustomizingExecutor(DynamoExecutor executor, List<RequestCustomizer> customizers) {
		this.executor = executor;
		this.customizers = List.copyOf(customizers);
	}

	@Override
	public TransactionScope transactionScope() {
		return this.executor.transactionScope();
	}

	@Override
	public @Nullable WireSupport wire() {
		return this.executor.wire();
	}

	@Override
	@SuppressWarnings("unchecked") // checked to be of the same class
	public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
			DynamoOperation operation) {
		Q customized = request;
		for (RequestCustomizer customizer : this.customizers) {
			DynamoDbRequest changed = customizer.customize(customized, operation);
			if (changed == null || changed.getClass() != request.getClass()) {
				throw new IllegalStateException("A request customizer made "
						+ ((changed != null) ? "a " + changed.getClass().getSimpleName() : "nothing") + " of a "
						+ request.getClass().getSimpleName() + " for " + operation.describe()
						+ "; return a request of the same type, such as request.toBuilder()….build()");
			}
			customized = (Q) changed;
		}
		return this.executor.execute(action, customized, operation);
	}

}
