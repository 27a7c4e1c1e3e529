package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.WireCall;
import io.dkmio.core.client.WireItems;
import io.dkmio.core.convert.JsonItem;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Sends reads, and lets their items, as those writes return, stay JSON where the client
 * can do that.
 */
final class WireReads {

	private final DynamoExecutor executor;

	private final boolean wired;

	WireReads(DynamoExecutor executor) {
		this.executor = executor;
		this.wired = executor.wire() != null;
	}

	/**
	 * Reads one item.
	 */
	Found get(GetItemRequest.Builder request, DynamoOperation operation) {
		if (!this.wired) {
			return Found.of(this.executor.getItem(request.build(), operation));
		}
		WireCall call = WireCall.reading();
		GetItemResponse response = this.executor.getItem(call.with(request).build(), operation);
		WireItems items = call.items();
		if (items == null) {
			return Found.of(response);
		}
		return new Found(first(items), ItemPage.capacity(response.consumedCapacity()));
	}

	/**
	 * Reads a page of a partition.
	 */
	ItemPage query(QueryRequest.Builder request, DynamoOperation operation) {
		if (!this.wired) {
			return ItemPage.of(this.executor.query(request.build(), operation));
		}
		WireCall call = WireCall.reading();
		QueryResponse response = this.executor.query(call.with(request).build(), operation);
		ItemPage page = ItemPage.of(response);
		return (call.items() != null) ? page.withItems(items(call.items())) : page;
	}

	/**
	 * Reads a page of a table.
	 */
	ItemPage scan(ScanRequest.Builder request, DynamoOperation operation) {
		if (!this.wired) {
			return ItemPage.of(this.executor.scan(request.build(), operation));
		}
		WireCall call = WireCall.reading();
		ScanResponse response = this.executor.scan(call.with(request).build(), operation);
		ItemPage page = ItemPage.of(response);
		return (call.items() != null) ? page.withItems(items(call.items())) : page;
	}

	/**
	 * Lets the item a write returns stay JSON, if the client can do that.
	 * @return the call that goes along with the request, if it returns an item
	 */
	static @Nullable WireCall returning(DynamoExecutor executor, ReturnValue returning, AwsRequest.Builder request) {
		if (returning == ReturnValue.NONE || executor.wire() == null) {
			return null;
		}
		WireCall call = WireCall.reading();
		call.with(request);
		return call;
	}

	/**
	 * The item a write has returned.
	 * @param attributes those of the response
	 */
	static Map<String, AttributeValue> returned(@Nullable WireCall call, Map<String, AttributeValue> attributes) {
		WireItems items = (call != null) ? call.items() : null;
		return (items != null) ? first(items) : attributes;
	}

	private static Map<String, AttributeValue> first(WireItems items) {
		return (items.size() > 0) ? items(items).get(0) : Map.of();
	}

	/**
	 * The items of an answer, in its order.
	 */
	static List<Map<String, AttributeValue>> items(WireItems items) {
		JsonItem.Answer answer = new JsonItem.Answer(items.json(), items.names());
		List<Map<String, AttributeValue>> found = new ArrayList<>(items.size());
		for (int i = 0; i < items.size(); i++) {
			found.add(items.isPresent(i) ? answer.item(items.start(i), items.end(i), items.places(i)) : Map.of());
		}
		return found;
	}

	/**
	 * What a GetItem has brought.
	 *
	 * @param item the item, empty if there is none
	 * @param capacity what it cost
	 */
	record Found(Map<String, AttributeValue> item, double capacity) {

		private static Found of(GetItemResponse response) {
			return new Found(response.hasItem() ? response.item() : Map.of(),
					ItemPage.capacity(response.consumedCapacity()));
		}

		boolean isPresent() {
			return !this.item.isEmpty();
		}

	}

}
