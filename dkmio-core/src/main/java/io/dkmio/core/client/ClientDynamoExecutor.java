package io.dkmio.core.client;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

import org.springframework.util.Assert;

/**
 * The {@link DynamoExecutor} on a {@link DynamoDbClient}. Retries and timeouts are the
 * client's: this class adds none.
 *
 * @since 1.0
 */
public final class ClientDynamoExecutor implements DynamoExecutor {

	private final DynamoDbClient client;

	private final DynamoExceptionTranslator translator;

	private final @Nullable WireSupport wire;

	/**
	 * Creates an executor. The client stays the caller's to close.
	 * @param client the client
	 */
	public ClientDynamoExecutor(DynamoDbClient client) {
		this(client, new DynamoExceptionTranslator());
	}

	/**
	 * Creates an executor with a translator of its own.
	 * @param client the client
	 * @param translator the translator
	 */
	public ClientDynamoExecutor(DynamoDbClient client, DynamoExceptionTranslator translator) {
		Assert.notNull(client, "DynamoDbClient must not be null");
		Assert.notNull(translator, "DynamoExceptionTranslator must not be null");
		this.client = client;
		this.translator = translator;
		this.wire = WireInterceptor.supportOf(client);
	}

	@Override
	public @Nullable WireSupport wire() {
		return this.wire;
	}

	@Override
	public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
			DynamoOperation operation) {
		CallLog.sending(action, request, operation);
		try {
			return action.call(this.client, request);
		}
		catch (RuntimeException ex) {
			throw this.translator.translate(ex, action, operation);
		}
	}

}
