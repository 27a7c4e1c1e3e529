package io.dkmio.core.client;

import java.util.List;
import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a batch of reads has brought.
 *
 * @param items one for each key, in the order of the keys; an empty map where there is no
 * item
 * @param capacity the read capacity units consumed
 * @since 1.0
 */
public record BatchItems(List<Map<String, AttributeValue>> items, double capacity) {

	public BatchItems {
		items = List.copyOf(items);
	}

	/** Says how many: values stay out of logs. */
	@Override
	public String toString() {
		return "BatchItems[" + this.items.size() + "]";
	}

}
