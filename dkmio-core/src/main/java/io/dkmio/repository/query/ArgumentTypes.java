package io.dkmio.repository.query;

import java.util.List;

import io.dkmio.AttributeType;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.ConditionVisitor;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.expression.UpdateValue;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.query.Parameter;
import org.springframework.util.ClassUtils;

/**
 * Whether the parameters of texts are stored as what they are compared with, or written
 * to: text is never equal to a number, and a number that is written as text can no longer
 * be read.
 */
final class ArgumentTypes implements ConditionVisitor<ArgumentTypes> {

	private final DynamoQueryMethod method;

	private final PropertySteps properties;

	private final ElementTypes elements;

	ArgumentTypes(DynamoQueryMethod method) {
		this.method = method;
		this.properties = new PropertySteps(method);
		this.elements = new ElementTypes(method, this.properties);
	}

	/**
	 * Checks the parameters of an update.
	 * @throws io.dkmio.UnservableQueryException if one is stored as something else
	 */
	void check(Update update) {
		for (UpdateAction action : update.actions()) {
			if (action instanceof UpdateAction.Set set) {
				check(set.path(), set.value());
			}
			else if (action instanceof UpdateAction.Add add) {
				check(add.path(), add.amount());
				this.elements.checkAmount(add.path(), add.amount());
			}
			else if (action instanceof UpdateAction.AddToSet add) {
				this.elements.checkMembers(add.path(), add.members());
			}
			else if (action instanceof UpdateAction.RemoveFromSet remove) {
				this.elements.checkElements(remove.path(), remove.members());
			}
			else if (action instanceof UpdateAction.Append append) {
				this.elements.checkElements(append.path(), append.elements());
			}
		}
	}

	private void check(AttributePath path, UpdateValue value) {
		if (value instanceof UpdateValue.Plain plain) {
			check(path, plain.operand());
		}
		else if (value instanceof UpdateValue.IfAbsent absent) {
			check(path, absent.fallback());
		}
		else if (value instanceof UpdateValue.Arithmetic sum) {
			check(path, sum.left());
			check(path, sum.right());
		}
	}

	private ArgumentTypes check(AttributePath path, Operand operand) {
		DynamoPersistentProperty property = (operand instanceof Operand.Parameter) ? this.properties.find(path) : null;
		if (property != null && operand instanceof Operand.Parameter argument) {
			check(path, property, parameter(argument.index()), argument.elements());
		}
		return this;
	}

	private Parameter parameter(int position) {
		return this.method.getParameters().getBindableParameter(position);
	}

	private void check(AttributePath path, DynamoPersistentProperty property, Parameter parameter, boolean elements) {
		Class<?> given = elements ? DynamoQueryMethod.elementOf(this.method.typeOf(parameter)) : parameter.getType();
		Class<?> expected = PropertySteps.valueType(property);
		if (ClassUtils.isAssignable(expected, given)) {
			return;
		}
		@Nullable AttributeType as = this.method.context().findStoredType(given);
		@Nullable AttributeType stored = this.method.context().findStoredType(property);
		if (as != null && stored != null && as != stored) {
			throw this.method.refused("parameter ':" + this.method.nameOf(parameter) + "' is a " + given.getSimpleName()
					+ ", which is stored as " + as + ", and '" + path + "' a " + expected.getSimpleName()
					+ ", stored as " + stored, "Make the parameter a " + expected.getSimpleName());
		}
	}

	private ArgumentTypes check(Operand left, Operand right) {
		return (left instanceof Operand.Attribute attribute) ? check(attribute.path(), right) : this;
	}

	@Override
	public ArgumentTypes visit(Condition.Comparison condition) {
		return check(condition.left(), condition.right());
	}

	@Override
	public ArgumentTypes visit(Condition.Between condition) {
		return check(condition.operand(), condition.lower()).check(condition.operand(), condition.upper());
	}

	@Override
	public ArgumentTypes visit(Condition.In condition) {
		condition.candidates().forEach((candidate) -> check(condition.operand(), candidate));
		return this;
	}

	@Override
	public ArgumentTypes visit(Condition.BeginsWith condition) {
		return check(condition.path(), condition.prefix());
	}

	@Override
	public ArgumentTypes visit(Condition.Contains condition) {
		this.elements.checkContained(condition.path(), condition.operand());
		DynamoPersistentProperty property = this.properties.find(condition.path());
		AttributeType stored = (property != null) ? this.method.context().findStoredType(property) : null;
		boolean hasParts = stored == AttributeType.S || stored == AttributeType.B;
		return hasParts ? check(condition.path(), condition.operand()) : this;
	}

	@Override
	public ArgumentTypes visit(Condition.Exists condition) {
		return this;
	}

	@Override
	public ArgumentTypes visit(Condition.NotExists condition) {
		return this;
	}

	@Override
	public ArgumentTypes visit(Condition.TypeIs condition) {
		return this;
	}

	@Override
	public ArgumentTypes visit(Condition.And condition) {
		return visit(condition.conditions());
	}

	@Override
	public ArgumentTypes visit(Condition.Or condition) {
		return visit(condition.conditions());
	}

	private ArgumentTypes visit(List<Condition> conditions) {
		conditions.forEach((condition) -> condition.accept(this));
		return this;
	}

	@Override
	public ArgumentTypes visit(Condition.Not condition) {
		return condition.condition().accept(this);
	}

	@Override
	public ArgumentTypes visit(Condition.Constant condition) {
		return this;
	}

}
