package io.dkmio.core.document;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The call a read comes down to.
 *
 * @param operation {@code Query} or {@code Scan}
 * @param tableName the table as DynamoDB knows it
 * @param indexName the index as DynamoDB knows it, or {@code null}
 * @param keyCondition the key condition, {@code null} for a scan
 * @param filter the filter, or {@code null}
 * @param projection the projection, or {@code null}
 * @param names the attribute names behind the placeholders
 * @param values the values behind the placeholders
 * @param backwards whether the sort key is read in descending order
 * @param consistent whether what was written last is read
 * @param segments how many parts are read side by side
 * @since 1.0
 */
public record DocumentPlan(String operation, String tableName, @Nullable String indexName,
		@Nullable String keyCondition, @Nullable String filter, @Nullable String projection, Map<String, String> names,
		Map<String, AttributeValue> values, boolean backwards, boolean consistent, int segments) {

	private static final Pattern PLACEHOLDER = Pattern.compile("[#:][A-Za-z0-9]+");

	public DocumentPlan {
		names = Map.copyOf(names);
		values = Map.copyOf(values);
	}

	/**
	 * Says what is called, with the attributes' names in place: values stay out of logs.
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(this.operation).append(' ').append(this.tableName);
		append(text, " index ", this.indexName);
		append(text, " ", this.keyCondition);
		append(text, " filter ", this.filter);
		append(text, " select ", this.projection);
		if (this.segments > 1) {
			text.append(" in ").append(this.segments).append(" segments");
		}
		if (this.backwards) {
			text.append(" backwards");
		}
		if (this.consistent) {
			text.append(" consistent");
		}
		return text.toString();
	}

	private void append(StringBuilder text, String before, @Nullable String part) {
		if (part != null) {
			text.append(before).append(readable(part));
		}
	}

	/**
	 * An expression with its names for placeholders, and a question mark for each value.
	 */
	private String readable(String expression) {
		return PLACEHOLDER.matcher(expression)
			.replaceAll((match) -> Matcher
				.quoteReplacement(match.group().startsWith("#") ? this.names.getOrDefault(match.group(), "") : "?"));
	}

}
