package io.dkmio.core.write;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Where planned writes go. The request is made from the action, which says what a refusal
 * means.
 *
 * @since 1.0
 */
public interface WriteChannel {

	/**
	 * Sends a put.
	 * @param request the request, to be built
	 * @param action the action it is made from
	 * @return the attributes the action asks to be returned, empty for none
	 */
	Map<String, AttributeValue> put(PutItemRequest.Builder request, WriteAction.Put action);

	/**
	 * Sends an update.
	 * @param request the request, to be built
	 * @param action the action it is made from
	 * @return the attributes the action asks to be returned, empty for none
	 */
	Map<String, AttributeValue> update(UpdateItemRequest.Builder request, WriteAction.Update action);

	/**
	 * Sends a deletion.
	 * @param request the request, to be built
	 * @param action the action it is made from
	 * @return the attributes the action asks to be returned, empty for none
	 */
	Map<String, AttributeValue> delete(DeleteItemRequest.Builder request, WriteAction.Delete action);

	/**
	 * Checks an item, for which DynamoDB has no request but a transaction of one.
	 * @param action the action
	 */
	void check(WriteAction.Check action);

}
