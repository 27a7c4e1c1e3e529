package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Replaces the parameters of a condition by their arguments.
 */
final class ParameterBinder implements ConditionVisitor<Condition> {

	private final List<? extends @Nullable Object> arguments;

	ParameterBinder(List<? extends @Nullable Object> arguments) {
		Assert.notNull(arguments, "Arguments must not be null");
		this.arguments = arguments;
	}

	@Override
	public Condition visit(Condition.Comparison condition) {
		if (condition.right() instanceof Operand.Parameter parameter) {
			Criteria criteria = criteria(condition.left());
			Object argument = Arguments.get(this.arguments, parameter);
			if (condition.operator() == ComparisonOperator.EQ) {
				return criteria.eq(value(argument));
			}
			if (condition.operator() == ComparisonOperator.NE) {
				return criteria.ne(value(argument));
			}
		}
		return new Condition.Comparison(condition.left(), condition.operator(),
				bind(condition.left(), condition.right()));
	}

	@Override
	public Condition visit(Condition.Between condition) {
		return new Condition.Between(condition.operand(), bind(condition.operand(), condition.lower()),
				bind(condition.operand(), condition.upper()));
	}

	@Override
	public Condition visit(Condition.In condition) {
		List<@Nullable Object> candidates = new ArrayList<>();
		for (Operand candidate : condition.candidates()) {
			if (!(candidate instanceof Operand.Parameter parameter)) {
				candidates.add(candidate);
			}
			else if (parameter.elements()) {
				Arguments.elements(this.arguments, parameter, OperandRules.pathOf(condition.operand()))
					.forEach((element) -> candidates.add(value(element)));
			}
			else {
				candidates.add(value(Arguments.get(this.arguments, parameter)));
			}
		}
		return criteria(condition.operand()).in(candidates);
	}

	@Override
	public Condition visit(Condition.BeginsWith condition) {
		return new Condition.BeginsWith(condition.path(),
				bind(new Operand.Attribute(condition.path()), condition.prefix()));
	}

	@Override
	public Condition visit(Condition.Contains condition) {
		return new Condition.Contains(condition.path(),
				bind(new Operand.Attribute(condition.path()), condition.operand()));
	}

	@Override
	public Condition visit(Condition.Exists condition) {
		return condition;
	}

	@Override
	public Condition visit(Condition.NotExists condition) {
		return condition;
	}

	@Override
	public Condition visit(Condition.TypeIs condition) {
		return condition;
	}

	@Override
	public Condition visit(Condition.And condition) {
		return Condition.allOf(condition.conditions().stream().map((part) -> part.accept(this)).toList());
	}

	@Override
	public Condition visit(Condition.Or condition) {
		return Condition.anyOf(condition.conditions().stream().map((part) -> part.accept(this)).toList());
	}

	@Override
	public Condition visit(Condition.Not condition) {
		return condition.condition().accept(this).not();
	}

	@Override
	public Condition visit(Condition.Constant condition) {
		return condition;
	}

	private Operand bind(Operand left, Operand right) {
		return (right instanceof Operand.Parameter parameter)
				? new Operand.Value(Arguments.required(this.arguments, parameter, OperandRules.pathOf(left))) : right;
	}

	private static Criteria criteria(Operand left) {
		return (left instanceof Operand.Size size) ? new SizeCriteria(size.path())
				: new AttributeCriteria(OperandRules.pathOf(left));
	}

	/** Arguments are values only: nothing a caller passes becomes an attribute's name. */
	private static @Nullable Object value(@Nullable Object argument) {
		return (argument != null) ? new Operand.Value(argument) : null;
	}

}
