package io.dkmio.core.client;

import java.util.List;
import java.util.function.UnaryOperator;

import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

import org.springframework.util.Assert;

/**
 * Changes requests before they are sent: headers, timeouts, anything the SDK knows and
 * dkmio has no word for. It is told for which operation of the application a request is.
 *
 * <pre class="code">
 * RequestCustomizer metrics = RequestCustomizer.of(QueryRequest.class,
 *     (request) -&gt; request.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.INDEXES).build());
 * DynamoExecutor executor = RequestCustomizer.customize(new ClientDynamoExecutor(client), List.of(metrics));
 * </pre>
 *
 * What dkmio has put into a request is there for a reason: add to it. The override
 * configuration may carry the items of the request, so extend the one that is there.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface RequestCustomizer {

	/**
	 * Changes a request.
	 * @param request the request
	 * @param operation what the application asked for
	 * @return the request to send, of the same type
	 */
	DynamoDbRequest customize(DynamoDbRequest request, DynamoOperation operation);

	/**
	 * Changes requests of one type.
	 * @param type the type of the requests
	 * @param change makes the request to send of one
	 * @param <Q> the type of the requests
	 * @return a customizer that leaves all other requests as they are
	 */
	static <Q extends DynamoDbRequest> RequestCustomizer of(Class<Q> type, UnaryOperator<Q> change) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(change, "Change must not be null");
		return (request, operation) -> type.isInstance(request) ? change.apply(type.cast(request)) : request;
	}

	/**
	 * Applies customizers to what an executor sends.
	 * @param executor sends the requests
	 * @param customizers the customizers, applied in this order
	 * @return the executor to use; the given one if there are no customizers
	 */
	static DynamoExecutor customize(DynamoExecutor executor, List<RequestCustomizer> customizers) {
		Assert.notNull(executor, "DynamoExecutor must not be null");
		Assert.notNull(customizers, "Customizers must not be null");
		return customizers.isEmpty() ? executor : new CustomizingExecutor(executor, customizers);
	}

}
