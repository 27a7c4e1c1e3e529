package io.dkmio.core.client;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A key in a batch of reads.
 *
 * @param read how items of this table are read
 * @param key the attributes of the primary key
 * @param source what the application asked for, to be named if it could not be read
 * @since 1.0
 */
public record BatchKey(TableRead read, Map<String, AttributeValue> key, Object source) {

	ItemIdentity identity() {
		return ItemIdentity.of(this.read.table(), this.key);
	}

	/** Says where the item is: keys stay out of logs. */
	@Override
	public String toString() {
		return "a key of " + this.read.table();
	}

}
