package io.dkmio.core.client;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells which texts of DynamoDB's validation speak of names, types and sizes only. Others
 * may quote a value, such as {@code The parameter cannot be converted to a numeric value:
 * …}; what is not listed here is taken to do so.
 */
final class ValueFreeText {

	private static final int LONGEST = 400;

	/** A word without quotes and braces: a name or a number of bytes. */
	private static final String WORD = "[\\w.:#/-]+";

	private static final List<Pattern> SAFE = patterns("The provided key element does not match the schema",
			"The number of conditions on the keys is invalid", "Query condition missed key schema element: " + WORD,
			"Query key condition not supported", "The table does not have the specified index: " + WORD,
			"One or more parameter values (were|are) (invalid: |not valid\\. )(Type mismatch for|Missing the key|"
					+ "Size of|Aggregated size|An? \\w+ set +may not be empty|The AttributeValue for a|Key attribute|"
					+ "Condition parameter type|Some)[^\\[{'\"]*",
			"One or more parameter values were invalid: (ADD action|ComparisonOperator|Cannot update attribute)[^\\[{'\"]*",
			"Item size (to update )?has exceeded the maximum allowed size",
			"(Hash|Range)? ?[Kk]ey(s)? .*too (big|large).*", "Nesting Levels have exceeded supported limits[^\\[{'\"]*",
			"The document path provided in the update expression is invalid for update",
			"The provided expression refers to an attribute that does not exist in the item",
			"An operand in the update expression has an incorrect data type",
			"Invalid \\w+Expression: (Attribute name is a reserved keyword|An expression attribute (name|value) used|"
					+ "The expression can not be empty|Expression size|Incorrect operand type|Operator or function)[^\\[{\"]*",
			"Filter Expression can only contain non-primary key attributes[^\\[{'\"]*",
			"Value provided in ExpressionAttribute(Names|Values) unused in expressions: keys: \\{[#:\\w, ]+}",
			"Consistent reads are not supported on global secondary indexes",
			"One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported[^\\[{'\"]*",
			"Transaction request cannot include multiple operations on one item",
			"Provided list of item keys contains duplicates", "Too many items requested for the \\w+ call",
			"The provided starting key is [a-z ]+(: [A-Za-z ]+)?",
			"Exclusive Start Key must have same size as table's key schema",
			"Attempting to store more than 38 significant digits in a Number",
			"Number (over|under)flow\\. Attempting to store a number with magnitude (larger|smaller) than supported range",
			"Supplied AttributeValue (is empty|has more than one)[^\\[{'\"]*",
			"Cannot do operations on a non-existent table", "Collection size[^\\[{'\"]*", "TimeToLive is [^\\[{'\"]*");

	private ValueFreeText() {
	}

	static boolean isSafe(String text) {
		String sentence = text.strip();
		return sentence.length() <= LONGEST && SAFE.stream().anyMatch((pattern) -> pattern.matcher(sentence).matches());
	}

	private static List<Pattern> patterns(String... expressions) {
		return List.of(expressions).stream().map((expression) -> Pattern.compile(expression + "\\.?")).toList();
	}

}
