package io.dkmio.core;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.ItemSize;
import io.dkmio.core.client.WireCall;
import io.dkmio.core.client.WireSupport;
import io.dkmio.core.convert.AttributeItem;
import io.dkmio.core.convert.AttributeValueSink;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.JsonAttributeSink;
import io.dkmio.core.convert.JsonItem;
import io.dkmio.core.write.WriteAction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Writes items as JSON where the client can send them so.
 */
final class WireWrites {

	private final @Nullable WireSupport support;

	private final DynamoConverter converter;

	private final AtomicReference<@Nullable JsonAttributeSink> spareJson = new AtomicReference<>();

	private final AtomicReference<@Nullable AttributeValueSink> spare = new AtomicReference<>();

	WireWrites(DynamoExecutor executor, DynamoConverter converter) {
		this.support = executor.wire();
		this.converter = converter;
	}

	/**
	 * The attributes of an item, as JSON if that can be sent.
	 */
	Map<String, AttributeValue> item(Object item) {
		return (this.support != null && this.support.canWrite()) ? toJson(item) : toAttributes(item);
	}

	private JsonItem toJson(Object item) {
		JsonAttributeSink sink = this.spareJson.getAndSet(null);
		if (sink == null) {
			sink = new JsonAttributeSink();
		}
		sink.reset();
		this.converter.write(item, sink);
		JsonItem json = sink.toItem();
		this.spareJson.set(sink);
		return json;
	}

	private AttributeItem toAttributes(Object item) {
		AttributeValueSink sink = this.spare.getAndSet(null);
		if (sink == null) {
			sink = new AttributeValueSink();
		}
		sink.reset();
		this.converter.write(item, sink);
		AttributeItem attributes = sink.toItem();
		if (attributes.mostBytes() <= ItemSize.MAX_ITEM) { // it holds what it wrote last
			this.spare.set(sink);
		}
		return attributes;
	}

	/**
	 * The JSON of an item, if it is JSON.
	 */
	static byte @Nullable [] json(Map<String, AttributeValue> item) {
		return (item instanceof JsonItem json) ? json.json() : null;
	}

	/**
	 * How many bytes the JSON of an item has at most, as far as that is known without
	 * counting.
	 */
	static long atMost(Map<String, AttributeValue> item) {
		if (item instanceof JsonItem json) {
			return json.length();
		}
		return (item instanceof AttributeItem attributes) ? attributes.mostBytes() : Long.MAX_VALUE;
	}

	/**
	 * Sends the item of a put along with its request.
	 */
	static PutItemRequest with(PutItemRequest.Builder request, WriteAction.Put action) {
		byte[] json = json(action.item());
		return ((json != null) ? WireCall.writing(List.of(json)).with(request) : request).build();
	}

	/**
	 * Sends the items of the puts of a transaction along with its request.
	 */
	static TransactWriteItemsRequest.Builder with(TransactWriteItemsRequest.Builder request,
			List<WriteAction> actions) {
		List<byte[]> items = actions.stream()
			.filter((action) -> action instanceof WriteAction.Put put && put.item() instanceof JsonItem)
			.map((action) -> ((JsonItem) ((WriteAction.Put) action).item()).json())
			.toList();
		return items.isEmpty() ? request : WireCall.writing(items).with(request);
	}

}
