package io.dkmio.boot.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * A call that was sent to DynamoDB. Expressions are in the names of attributes; values
 * stay placeholders.
 *
 * @param operation the operation, such as {@code GetItem}
 * @param table the table, where the call is about one
 * @param index the index, where the call reads one
 * @param limit how many items the call reads at most, where it says so
 * @param keyCondition the key condition of a query
 * @param filter what is left out after reading
 * @param projection the attributes that are read
 * @param condition the condition of a write
 * @param consistent whether the read is strongly consistent
 * @param capacity the capacity units it has consumed, {@code null} if it was not answered
 * or did not ask for them
 * @since 1.0
 */
public record DynamoCall(String operation, @Nullable String table, @Nullable String index, @Nullable Integer limit,
		@Nullable String keyCondition, @Nullable String filter, @Nullable String projection, @Nullable String condition,
		boolean consistent, @Nullable Double capacity) {

	static DynamoCall of(String operation, SdkRequest request) {
		Map<String, String> names = names(request);
		return new DynamoCall(operation, request.getValueForField("TableName", String.class).orElse(null),
				request.getValueForField("IndexName", String.class).orElse(null),
				request.getValueForField("Limit", Integer.class).orElse(null),
				expression(request, "KeyConditionExpression", names), expression(request, "FilterExpression", names),
				expression(request, "ProjectionExpression", names), expression(request, "ConditionExpression", names),
				request.getValueForField("ConsistentRead", Boolean.class).orElse(false), null);
	}

	/**
	 * This call once it was answered.
	 */
	DynamoCall answered(SdkResponse response) {
		Object consumed = response.getValueForField("ConsumedCapacity", Object.class).orElse(null);
		List<?> each = (consumed instanceof List<?> several) ? several
				: (consumed != null) ? List.of(consumed) : List.of();
		return each.isEmpty() ? this
				: new DynamoCall(this.operation, this.table, this.index, this.limit, this.keyCondition, this.filter,
						this.projection, this.condition, this.consistent,
						each.stream().mapToDouble((one) -> units((ConsumedCapacity) one)).sum());
	}

	private static double units(ConsumedCapacity consumed) {
		return (consumed.capacityUnits() != null) ? consumed.capacityUnits() : 0;
	}

	private static Map<String, String> names(SdkRequest request) {
		Map<String, String> names = new HashMap<>();
		Map<?, ?> found = request.getValueForField("ExpressionAttributeNames", Map.class).orElse(Map.of());
		for (Map.Entry<?, ?> name : found.entrySet()) {
			names.put(String.valueOf(name.getKey()), String.valueOf(name.getValue()));
		}
		return names;
	}

	private static @Nullable String expression(SdkRequest request, String field, Map<String, String> names) {
		String expression = request.getValueForField(field, String.class).orElse(null);
		if (expression == null) {
			return null;
		}
		StringBuilder text = new StringBuilder();
		Matcher placeholders = Pattern.compile("#[A-Za-z0-9_]+").matcher(expression);
		while (placeholders.find()) {
			placeholders.appendReplacement(text,
					Matcher.quoteReplacement(names.getOrDefault(placeholders.group(), placeholders.group())));
		}
		return placeholders.appendTail(text).toString();
	}

	/** The parts that are there. */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(this.operation);
		append(text, "table", this.table);
		append(text, "index", this.index);
		append(text, "limit", this.limit);
		append(text, "key", this.keyCondition);
		append(text, "filter", this.filter);
		append(text, "projection", this.projection);
		append(text, "condition", this.condition);
		append(text, "consistent", this.consistent ? true : null);
		append(text, "capacity", this.capacity);
		return text.toString();
	}

	private static void append(StringBuilder text, String name, @Nullable Object value) {
		if (value != null) {
			text.append(' ').append(name).append('=').append(value);
		}
	}

}
