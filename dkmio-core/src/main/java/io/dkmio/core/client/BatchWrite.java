package io.dkmio.core.client;

import java.util.Collection;
import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import org.springframework.util.Assert;

/**
 * A put or a deletion in a batch of writes. Such writes have no conditions.
 *
 * @param identity which item is written
 * @param keyNames the names of the attributes of the table's primary key
 * @param attributes the item to put, or the key to delete
 * @param deletion whether it is a deletion
 * @param size how large it is
 * @param source what the application asked for, to be named if it was not done
 * @since 1.0
 */
public record BatchWrite(ItemIdentity identity, Collection<String> keyNames, Map<String, AttributeValue> attributes,
		boolean deletion, ItemSize size, Object source) {

	private static final WriteRequest EMPTY_PUT = WriteRequest.builder()
		.putRequest(PutRequest.builder().item(Map.of()).build())
		.build();

	public BatchWrite {
		Assert.notNull(identity, "Identity must not be null");
		Assert.notNull(source, "Source must not be null");
	}

	/**
	 * A put.
	 * @param table the table as DynamoDB knows it
	 * @param keyNames the names of the attributes of the table's primary key
	 * @param item the attributes of the item
	 * @param source what the application asked for
	 * @return the write
	 */
	public static BatchWrite put(String table, Collection<String> keyNames, Map<String, AttributeValue> item,
			Object source) {
		return put(table, keyNames, item, ItemSize.of(item), source);
	}

	/**
	 * A put of an item of which something is known about its size.
	 * @param table the table as DynamoDB knows it
	 * @param keyNames the names of the attributes of the table's primary key
	 * @param item the attributes of the item
	 * @param most how many bytes its JSON has at most
	 * @param source what the application asked for
	 * @return the write
	 */
	public static BatchWrite put(String table, Collection<String> keyNames, Map<String, AttributeValue> item, long most,
			Object source) {
		return put(table, keyNames, item, ItemSize.of(most, item), source);
	}

	private static BatchWrite put(String table, Collection<String> keyNames, Map<String, AttributeValue> item,
			ItemSize size, Object source) {
		return new BatchWrite(ItemIdentity.of(table, keyNames, item), keyNames, item, false, size, source);
	}

	/**
	 * A deletion.
	 * @param table the table as DynamoDB knows it
	 * @param key the attributes of the primary key
	 * @param source what the application asked for
	 * @return the write
	 */
	public static BatchWrite delete(String table, Map<String, AttributeValue> key, Object source) {
		return new BatchWrite(ItemIdentity.of(table, key), key.keySet(), key, true, ItemSize.of(key), source);
	}

	/**
	 * The table the item is in.
	 * @return the table as DynamoDB knows it
	 */
	public String table() {
		return this.identity.table();
	}

	/**
	 * A put whose item comes from elsewhere.
	 */
	static WriteRequest emptyPut() {
		return EMPTY_PUT;
	}

	WriteRequest toRequest() {
		return this.deletion
				? WriteRequest.builder().deleteRequest(DeleteRequest.builder().key(this.attributes).build()).build()
				: WriteRequest.builder().putRequest(PutRequest.builder().item(this.attributes).build()).build();
	}

	/** Says what is written where: values stay out of logs. */
	@Override
	public String toString() {
		return (this.deletion ? "delete an item of " : "put an item of ") + table();
	}

}
