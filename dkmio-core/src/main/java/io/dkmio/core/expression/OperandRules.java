package io.dkmio.core.expression;

import java.util.List;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Which operands each kind of condition takes: everything DynamoDB would refuse on the
 * wire is refused here, when the condition is made.
 */
final class OperandRules {

	private OperandRules() {
	}

	static void comparison(Operand left, ComparisonOperator operator, Operand right) {
		Assert.notNull(operator, "Operator must not be null");
		ValueRole role = roleOf(left, operator.isOrdering());
		check(left, right, role, operator.symbol());
	}

	static void between(Operand operand, Operand lower, Operand upper) {
		ValueRole role = roleOf(operand, true);
		check(operand, lower, role, "BETWEEN");
		check(operand, upper, role, "BETWEEN");
		AttributeValue from = attributeValue(lower);
		AttributeValue to = attributeValue(upper);
		if (from != null && to != null) {
			sameType(pathOf(operand), from, to);
		}
	}

	static void sameType(AttributePath path, AttributeValue lower, AttributeValue upper) {
		AttributeType from = AttributeValues.typeOf(lower);
		AttributeType to = AttributeValues.typeOf(upper);
		if (from != to) {
			throw new InvalidDataAccessApiUsageException("The bounds of attribute '" + path
					+ "' differ in type: the lower one is of type " + from + ", the upper one of type " + to);
		}
	}

	static void in(Operand operand, List<Operand> candidates) {
		Assert.notEmpty(candidates, "Candidates must not be empty");
		ValueRole role = roleOf(operand, false);
		for (Operand candidate : candidates) {
			if (!(candidate instanceof Operand.Parameter)) {
				check(operand, candidate, role, "IN");
			}
		}
	}

	static void beginsWith(AttributePath path, Operand prefix) {
		Assert.notNull(path, "Path must not be null");
		check(new Operand.Attribute(path), prefix, ValueRole.PREFIX, "begins_with");
	}

	static void contains(AttributePath path, Operand operand) {
		Assert.notNull(path, "Path must not be null");
		check(new Operand.Attribute(path), operand, ValueRole.ELEMENT, "contains");
	}

	/**
	 * What values are for that are compared with an operand.
	 */
	static ValueRole roleOf(Operand left, boolean ordering) {
		if (left instanceof Operand.Size) {
			return ValueRole.LENGTH;
		}
		if (left instanceof Operand.Attribute) {
			return ordering ? ValueRole.ORDERED : ValueRole.COMPARED;
		}
		throw new InvalidDataAccessApiUsageException(
				"The left side of a condition must be an attribute or the size of one, not a value");
	}

	static AttributePath pathOf(Operand operand) {
		if (operand instanceof Operand.Size size) {
			return size.path();
		}
		if (operand instanceof Operand.Attribute attribute) {
			return attribute.path();
		}
		throw new InvalidDataAccessApiUsageException("A value is not at a path");
	}

	static @Nullable AttributeValue attributeValue(Operand operand) {
		return (operand instanceof Operand.Value value && value.value() instanceof AttributeValue attribute) ? attribute
				: null;
	}

	private static void check(Operand left, Operand right, ValueRole role, String operator) {
		Assert.notNull(right, "Operand must not be null");
		if (left.equals(right)) {
			throw new InvalidDataAccessApiUsageException("Condition '" + operator + "' compares '" + left
					+ "' with itself, which DynamoDB refuses. Compare it with another attribute or with a value");
		}
		if (right instanceof Operand.Parameter parameter && parameter.elements()) {
			throw new InvalidDataAccessApiUsageException("Condition '" + operator + "' on '" + left
					+ "' takes one value, not the elements of a parameter. Use in, or a plain parameter");
		}
		if (right instanceof Operand.Value value) {
			role.check(pathOf(left), value.value());
		}
	}

}
