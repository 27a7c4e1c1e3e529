package io.dkmio.core.query;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The request of a call, without limit and start.
 *
 * @param request the request
 * @param values the values in it
 * @param partition the partition key
 * @since 1.0
 */
public record BoundQuery(QueryRequest.Builder request, Map<String, AttributeValue> values,
		Map<String, AttributeValue> partition) {

	/** Says how many values there are: they stay out of logs. */
	@Override
	public String toString() {
		return "BoundQuery[values=" + this.values.size() + "]";
	}

}
