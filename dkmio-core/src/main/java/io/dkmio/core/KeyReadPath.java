package io.dkmio.core;

import java.util.List;
import java.util.Map;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.query.KeyRead;
import io.dkmio.core.query.PreparedKeyRead;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/**
 * Reads one item by its key: GetItem.
 */
final class KeyReadPath extends ReadPath {

	private final PreparedKeyRead read;

	private final DynamoOperation operation;

	KeyReadPath(ReadSupport support, KeyRead plan, ReadDefinition<?> definition) {
		super(support, plan);
		this.read = new PreparedKeyRead(plan, support.converter());
		this.operation = operation(plan, definition);
	}

	@Override
	ItemPages open(ReadCall call) {
		refuseCursor(call, "reads one item, after which there is nothing");
		return new OnePage(call, this.read.bind(call.arguments()));
	}

	private ItemPage read(GetItemRequest.Builder request, ReadCall call) {
		WireReads.Found found = support().reads().get(request, this.operation);
		boolean accepted = found.isPresent() && this.read.accepts(found.item(), call.arguments());
		return new ItemPage(accepted ? List.of(found.item()) : List.of(), Map.of(), accepted ? 1 : 0,
				found.isPresent() ? 1 : 0, found.capacity());
	}

	/**
	 * A page of one item or none.
	 */
	private final class OnePage extends ItemPages {

		private final ReadCall call;

		private final GetItemRequest.Builder request;

		private boolean read;

		private OnePage(ReadCall call, GetItemRequest.Builder request) {
			super(call);
			this.call = call;
			this.request = request;
		}

		@Override
		boolean hasMore() {
			return !this.read;
		}

		@Override
		ItemPage read(int wanted) {
			this.read = true;
			return KeyReadPath.this.read(this.request, this.call);
		}

		@Override
		Map<String, AttributeValue> position() {
			return Map.of();
		}

		@Override
		Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
			return Map.of();
		}

		@Override
		String cursor(Map<String, AttributeValue> position) {
			throw noCursors("reads one item, after which there is nothing");
		}

	}

}
