package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Which operands an update takes, checked when it is made.
 */
final class UpdateRules {

	private UpdateRules() {
	}

	static void operand(Operand operand) {
		Assert.notNull(operand, "Operand must not be null");
		if (operand instanceof Operand.Size) {
			throw new InvalidDataAccessApiUsageException("An update cannot store '" + operand
					+ "': DynamoDB knows sizes in conditions only. Read the item, or keep a counter with add");
		}
		if (operand instanceof Operand.Parameter parameter && parameter.elements()) {
			throw new InvalidDataAccessApiUsageException(
					"An update takes one value here, not the elements of parameter " + parameter.index()
							+ ". Use appendAll, addToSet or removeFromSet, or a plain parameter");
		}
	}

	static void fallback(AttributePath path, Operand fallback) {
		operand(fallback);
		if (fallback instanceof Operand.Attribute attribute && attribute.path().equals(path)) {
			throw new InvalidDataAccessApiUsageException(
					"Attribute '" + path + "' cannot be its own fallback. Use another attribute or a value");
		}
	}

	static UpdateValue value(AttributePath path, @Nullable Object value) {
		if (value == null) {
			throw new InvalidDataAccessApiUsageException("Attribute '" + path
					+ "' cannot be set to null. Use remove to remove it, or pass an explicit NULL attribute value");
		}
		return UpdateValue.of(value);
	}

	static Operand amount(AttributePath path, @Nullable Object amount) {
		if (amount == null) {
			throw new InvalidDataAccessApiUsageException(
					"Attribute '" + path + "' cannot be changed by null. Leave the call out");
		}
		Operand operand = Operand.of(amount);
		if (operand instanceof Operand.Attribute || operand instanceof Operand.Size) {
			throw new InvalidDataAccessApiUsageException("Attribute '" + path + "' cannot be added '" + operand
					+ "': ADD takes values only. Use set with attribute(..).plus(..)");
		}
		return operand;
	}

	static List<Operand> elements(AttributePath path, Collection<? extends @Nullable Object> elements) {
		if (elements.isEmpty()) {
			throw new InvalidDataAccessApiUsageException(
					"No elements are given for attribute '" + path + "'. Leave the call out");
		}
		List<Operand> operands = new ArrayList<>();
		for (Object element : elements) {
			if (element == null) {
				throw new InvalidDataAccessApiUsageException("An element for attribute '" + path
						+ "' is null. Leave it out, or pass an explicit NULL attribute value");
			}
			Operand operand = Operand.of(element);
			if (operand instanceof Operand.Attribute || operand instanceof Operand.Size) {
				throw new InvalidDataAccessApiUsageException("'" + operand + "' cannot be an element for attribute '"
						+ path + "': elements are values, not attributes");
			}
			operands.add(operand);
		}
		return operands;
	}

	/**
	 * The members of a set, which cannot be collections themselves.
	 */
	static List<Operand> members(AttributePath path, @Nullable Object... members) {
		List<@Nullable Object> flat = new ArrayList<>();
		for (Object member : members) {
			if (member instanceof Collection<?> collection) {
				flat.addAll(collection);
			}
			else if (member instanceof Object[] array) {
				flat.addAll(Arrays.asList(array));
			}
			else {
				flat.add(member);
			}
		}
		return elements(path, flat);
	}

}
