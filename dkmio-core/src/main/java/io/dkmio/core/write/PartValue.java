package io.dkmio.core.write;

import java.util.List;
import java.util.Map;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the value of a property a key is composed of.
 */
sealed interface PartValue {

	/**
	 * The value.
	 *
	 * @param value as the property's type
	 */
	record Known(Object value) implements PartValue {

	}

	/**
	 * There is no value.
	 */
	record Absent() implements PartValue {

	}

	/**
	 * The value is an argument of the call.
	 *
	 * @param parameter which one
	 * @param path what it is the value of
	 * @param property the property
	 */
	record Argument(Operand.Parameter parameter, AttributePath path,
			DynamoPersistentProperty property) implements PartValue {

	}

	/**
	 * The value is in the item's id.
	 *
	 * @param property the property of the primary key
	 */
	record OfId(DynamoPersistentProperty property) implements PartValue {

	}

	/**
	 * The value is computed by DynamoDB.
	 */
	record Computed() implements PartValue {

	}

	/**
	 * The value of a call.
	 * @param id the values of the id by the names of properties
	 * @param arguments the arguments of the call
	 */
	default @Nullable Object bind(UpdateType type, Map<String, Object> id, List<? extends @Nullable Object> arguments) {
		if (this instanceof Known known) {
			return known.value();
		}
		if (this instanceof OfId part) {
			return id.get(part.property().getName());
		}
		if (this instanceof Argument part) {
			Object argument = arguments.get(part.parameter().index());
			if (argument == null || part.property().getType().isInstance(argument)) {
				return argument;
			}
			return type.converter().fromAttributeValue(part.property(), type.paths().encode(part.path(), argument));
		}
		return null;
	}

}
