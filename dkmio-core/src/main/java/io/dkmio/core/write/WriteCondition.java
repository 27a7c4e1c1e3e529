package io.dkmio.core.write;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold for a write to happen, and what it means if it does not.
 *
 * @param meaning why the condition is there
 * @param name the name the application gave it
 * @param expression the condition expression
 * @param names the attribute names behind its placeholders
 * @param values the values behind its placeholders
 * @since 1.0
 */
public record WriteCondition(Meaning meaning, @Nullable String name, String expression, Map<String, String> names,
		Map<String, AttributeValue> values) {

	public WriteCondition {
		names = Map.copyOf(names);
		values = Map.copyOf(values);
	}

	/** Says no more than the expression: values stay out of logs. */
	@Override
	public String toString() {
		return this.expression;
	}

	/**
	 * Why a condition is there.
	 */
	public enum Meaning {

		/** The item must not exist yet. */
		ABSENT,
		/** The item must still have the version it was read with. */
		VERSION,
		/** The application asks for it. */
		APPLICATION

	}

}
