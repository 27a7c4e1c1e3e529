package io.dkmio.core.client;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

import org.springframework.util.Assert;

/**
 * How the items of a table are read in a batch. It holds for every request of the batch,
 * those that ask again included.
 *
 * @param table the table as DynamoDB knows it
 * @param consistent whether the latest writes must be seen
 * @param projection the projection expression, which must name the attributes of the
 * primary key too; {@code null} for all attributes
 * @param names the attribute names behind its placeholders
 * @since 1.0
 */
public record TableRead(String table, boolean consistent, @Nullable String projection, Map<String, String> names) {

	public TableRead {
		Assert.hasText(table, "A read needs a table");
		names = Map.copyOf(names);
	}

	/**
	 * A read of all attributes, eventually consistent.
	 * @param table the table as DynamoDB knows it
	 * @return the read
	 */
	public static TableRead of(String table) {
		return new TableRead(table, false, null, Map.of());
	}

	/**
	 * Sets whether the latest writes must be seen.
	 * @param consistent whether they must
	 * @return the changed read
	 */
	public TableRead withConsistent(boolean consistent) {
		return new TableRead(this.table, consistent, this.projection, this.names);
	}

	/**
	 * Reads some attributes alone.
	 * @param projection the projection expression, which must name the attributes of the
	 * primary key too
	 * @param names the attribute names behind its placeholders
	 * @return the changed read
	 */
	public TableRead withProjection(String projection, Map<String, String> names) {
		return new TableRead(this.table, this.consistent, projection, names);
	}

	/**
	 * A key to read in this way.
	 * @param key the attributes of the primary key
	 * @param source what the application asked for, to be named if it could not be read
	 * @return the key
	 */
	public BatchKey key(Map<String, AttributeValue> key, Object source) {
		return new BatchKey(this, key, source);
	}

	KeysAndAttributes.Builder toRequest() {
		KeysAndAttributes.Builder request = KeysAndAttributes.builder();
		if (this.consistent) {
			request.consistentRead(true);
		}
		if (this.projection != null) {
			request.projectionExpression(this.projection);
			if (!this.names.isEmpty()) {
				request.expressionAttributeNames(this.names);
			}
		}
		return request;
	}

}
