package io.dkmio.repository.query;

import java.util.Iterator;

import io.dkmio.core.expression.AttributeCriteria;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Conditions;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoPersistentProperty;

import org.springframework.data.repository.query.Parameter;
import org.springframework.data.repository.query.parser.Part;

/**
 * A part of a method's name as a condition.
 */
final class PartCondition {

	private final DynamoQueryMethod method;

	private final Part part;

	private final DynamoPersistentProperty property;

	private final AttributeCriteria attribute;

	private final PartRules rules;

	PartCondition(DynamoQueryMethod method, Part part, PropertySteps properties) {
		this.method = method;
		this.part = part;
		this.property = properties.last(part.getProperty());
		this.attribute = Conditions.attribute(AttributePath.ofProperty(part.getProperty()));
		this.rules = new PartRules(method, part.getProperty().toDotPath(), this.property);
	}

	/**
	 * The condition.
	 * @param parameters the parameters of the method that are not taken yet
	 */
	Condition read(Iterator<? extends Parameter> parameters) {
		this.rules.checkCase(this.part);
		return switch (this.part.getType()) {
			case SIMPLE_PROPERTY -> this.attribute.eq(value(parameters));
			case NEGATING_SIMPLE_PROPERTY -> this.attribute.ne(value(parameters));
			case LESS_THAN, BEFORE -> this.attribute.lt(ordered(parameters));
			case LESS_THAN_EQUAL -> this.attribute.lte(ordered(parameters));
			case GREATER_THAN, AFTER -> this.attribute.gt(ordered(parameters));
			case GREATER_THAN_EQUAL -> this.attribute.gte(ordered(parameters));
			case BETWEEN -> {
				Operand lower = ordered(parameters);
				yield this.attribute.between(lower, ordered(parameters));
			}
			case IN -> in(parameters);
			case NOT_IN -> in(parameters).not();
			case STARTING_WITH -> this.attribute.beginsWith(prefix(parameters));
			case CONTAINING -> this.attribute.contains(element(parameters));
			case NOT_CONTAINING -> this.attribute.contains(element(parameters)).not();
			case IS_NULL -> this.attribute.isNull();
			case IS_NOT_NULL -> this.attribute.isNotNull();
			case EXISTS -> this.attribute.exists();
			case IS_EMPTY -> this.rules.sized(this.attribute).size().eq(0).or(this.attribute.isNull());
			case IS_NOT_EMPTY -> this.rules.sized(this.attribute).size().gt(0);
			case TRUE -> truth(true);
			case FALSE -> truth(false);
			case LIKE, NOT_LIKE, ENDING_WITH, REGEX, NEAR, WITHIN -> throw this.rules.unsupported(this.part);
		};
	}

	private Condition truth(boolean value) {
		this.rules.checkBoolean(this.part);
		return this.attribute.eq(value);
	}

	private Operand value(Iterator<? extends Parameter> parameters) {
		Parameter parameter = next(parameters);
		this.rules.checkValue(parameter);
		return Operand.parameter(this.method.argument(parameter));
	}

	private Operand ordered(Iterator<? extends Parameter> parameters) {
		this.rules.checkOrdered(this.part);
		return value(parameters);
	}

	private Operand prefix(Iterator<? extends Parameter> parameters) {
		this.rules.checkPrefix(this.part);
		return value(parameters);
	}

	private Operand element(Iterator<? extends Parameter> parameters) {
		Parameter parameter = next(parameters);
		this.rules.checkElement(this.part, parameter);
		return Operand.parameter(this.method.argument(parameter));
	}

	private Condition in(Iterator<? extends Parameter> parameters) {
		Parameter parameter = next(parameters);
		this.rules.checkCandidates(this.part, parameter);
		return this.attribute.in(Operand.elementsOfParameter(this.method.argument(parameter)));
	}

	private Parameter next(Iterator<? extends Parameter> parameters) {
		if (!parameters.hasNext()) {
			throw this.method.refused("'" + this.part.getProperty().toDotPath() + "' has no parameter to compare with",
					"Add a parameter of type " + this.property.getType().getSimpleName());
		}
		return parameters.next();
	}

}
