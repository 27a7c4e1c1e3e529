package io.dkmio.core.expression;

import java.nio.charset.StandardCharsets;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * The limits of DynamoDB on one expression, checked before it is sent.
 */
final class ExpressionLimits {

	private static final int MAX_BYTES = 4096;

	private static final int MAX_OPERATORS = 300;

	private ExpressionLimits() {
	}

	static String check(String kind, String expression, int operators) {
		int bytes = expression.getBytes(StandardCharsets.UTF_8).length;
		if (bytes > MAX_BYTES) {
			throw tooLarge(kind, bytes + " bytes long", MAX_BYTES + " bytes");
		}
		if (operators > MAX_OPERATORS) {
			throw tooLarge(kind, "made of " + operators + " operators and functions", Integer.toString(MAX_OPERATORS));
		}
		return expression;
	}

	private static InvalidDataAccessApiUsageException tooLarge(String kind, String found, String limit) {
		return new InvalidDataAccessApiUsageException("The " + kind + " is " + found + "; DynamoDB allows " + limit
				+ ". Use fewer conditions or values, or several requests");
	}

}
