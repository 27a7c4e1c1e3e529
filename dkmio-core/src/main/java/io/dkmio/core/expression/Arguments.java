package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.ObjectUtils;

/**
 * Looks up what parameters stand for.
 */
final class Arguments {

	private Arguments() {
	}

	static @Nullable Object get(List<? extends @Nullable Object> arguments, Operand.Parameter parameter) {
		if (parameter.index() >= arguments.size()) {
			throw new InvalidDataAccessApiUsageException("Parameter " + parameter.index()
					+ " of the expression has no argument: only " + arguments.size() + " were given");
		}
		return arguments.get(parameter.index());
	}

	static Object required(List<? extends @Nullable Object> arguments, Operand.Parameter parameter,
			AttributePath path) {
		Object argument = get(arguments, parameter);
		if (argument == null) {
			throw new InvalidDataAccessApiUsageException(
					"The argument of parameter " + parameter.index() + ", used for attribute '" + path
							+ "', is null. Only eq, ne and in take a null; an update removes with remove");
		}
		return argument;
	}

	static Collection<? extends @Nullable Object> elements(List<? extends @Nullable Object> arguments,
			Operand.Parameter parameter, AttributePath path) {
		Object argument = required(arguments, parameter, path);
		if (argument instanceof Collection<?> collection) {
			return collection;
		}
		if (argument instanceof Iterable<?> iterable) {
			List<Object> elements = new ArrayList<>();
			iterable.forEach(elements::add);
			return elements;
		}
		if (argument.getClass().isArray()) {
			return List.of(ObjectUtils.toObjectArray(argument));
		}
		throw new InvalidDataAccessApiUsageException(
				"The argument of parameter " + parameter.index() + ", used for attribute '" + path
						+ "', must be a collection or an array, not a " + argument.getClass().getName());
	}

}
