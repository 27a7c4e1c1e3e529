package io.dkmio.core.write;

import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Where planned writes go. The request is made from the action, which says what a refusal
 * means.
 *
 * @since 1.0
 */
public interface WriteChannel {

	/**
	 * Sends a put.
	 * @param request the request
	 * @param action the action it is made from
	 */
	void put(PutItemRequest request, WriteAction.Put action);

	/**
	 * Sends a deletion.
	 * @param request the request
	 * @param action the action it is made from
	 */
	void delete(DeleteItemRequest request, WriteAction.Delete action);

}
