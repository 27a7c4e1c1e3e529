package io.dkmio.core.client;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ValueFreeTextUnitTests {

	@ParameterizedTest
	@ValueSource(strings = { "The provided key element does not match the schema",
			"Query condition missed key schema element: sk", "The table does not have the specified index: gsi9",
			"One or more parameter values were invalid: Missing the key sk in the item",
			"One or more parameter values were invalid: Type mismatch for key sk expected: S actual: N",
			"One or more parameter values were invalid: Type mismatch for Index Key gsi1pk Expected: S Actual: N"
					+ " IndexName: gsi1",
			"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty"
					+ " string value. Key: pk",
			"Item size has exceeded the maximum allowed size",
			"Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute"
					+ " value: :v",
			"Invalid FilterExpression: Attribute name is a reserved keyword; reserved keyword: name",
			"Invalid ConditionExpression: Incorrect operand type for operator or function; operator: +, operand type: S",
			"Value provided in ExpressionAttributeValues unused in expressions: keys: {:a, :b}",
			"Consistent reads are not supported on global secondary indexes",
			"Transaction request cannot include multiple operations on one item",
			"Provided list of item keys contains duplicates" })
	void textsWithNamesAndTypesAreSafe(String text) {
		assertThat(ValueFreeText.isSafe(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "The parameter cannot be converted to a numeric value: secret",
			"One or more parameter values were invalid: Input collection [secret, secret] contains duplicates.",
			"Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to"
					+ " lower bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue:"
					+ " {S:a}",
			"1 validation error detected: Value 'secret' at 'key' failed to satisfy constraint",
			"One or more parameter values were invalid: Type mismatch for key sk {S:secret}",
			"The provided key element does not match the schema\nsecret", "A text of tomorrow" })
	void everythingElseIsNot(String text) {
		assertThat(ValueFreeText.isSafe(text)).isFalse();
	}

}
