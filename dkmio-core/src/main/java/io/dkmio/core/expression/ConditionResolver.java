package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Resolves the paths and encodes the values of a condition. Parameters become slots.
 */
final class ConditionResolver implements ConditionVisitor<Condition> {

	private static final int MAX_CANDIDATES = 100;

	private final OperandResolver operands;

	ConditionResolver(OperandResolver operands) {
		this.operands = operands;
	}

	@Override
	public Condition visit(Condition.Comparison condition) {
		boolean ordering = condition.operator().isOrdering();
		return new Condition.Comparison(resolve(condition.left()), condition.operator(),
				resolve(condition.left(), condition.right(), ordering, !ordering));
	}

	@Override
	public Condition visit(Condition.Between condition) {
		Operand lower = resolve(condition.operand(), condition.lower(), true, false);
		Operand upper = resolve(condition.operand(), condition.upper(), true, false);
		Condition between = new Condition.Between(resolve(condition.operand()), lower, upper);
		AttributeValue from = OperandRules.attributeValue(lower);
		AttributeValue to = OperandRules.attributeValue(upper);
		return (from != null && to != null && isReversed(from, to)) ? Condition.never() : between;
	}

	static boolean isReversed(AttributeValue lower, AttributeValue upper) {
		return AttributeValues.compare(lower, upper).orElse(0) > 0;
	}

	@Override
	public Condition visit(Condition.In condition) {
		Operand operand = resolve(condition.operand());
		Set<Operand> distinct = new LinkedHashSet<>();
		for (Operand candidate : condition.candidates()) {
			distinct.add(resolve(condition.operand(), candidate, false, true));
		}
		List<Operand> candidates = new ArrayList<>(distinct);
		List<Condition> parts = new ArrayList<>();
		for (int i = 0; i < candidates.size(); i += MAX_CANDIDATES) {
			parts
				.add(new Condition.In(operand, candidates.subList(i, Math.min(i + MAX_CANDIDATES, candidates.size()))));
		}
		return Condition.anyOf(parts);
	}

	@Override
	public Condition visit(Condition.BeginsWith condition) {
		return new Condition.BeginsWith(resolve(condition.path()),
				this.operands.operand(ValueRole.PREFIX, condition.path(), condition.prefix()));
	}

	@Override
	public Condition visit(Condition.Contains condition) {
		return new Condition.Contains(resolve(condition.path()),
				this.operands.operand(ValueRole.ELEMENT, condition.path(), condition.operand()));
	}

	@Override
	public Condition visit(Condition.Exists condition) {
		return new Condition.Exists(resolve(condition.path()));
	}

	@Override
	public Condition visit(Condition.NotExists condition) {
		return new Condition.NotExists(resolve(condition.path()));
	}

	@Override
	public Condition visit(Condition.TypeIs condition) {
		return new Condition.TypeIs(resolve(condition.path()), condition.type());
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

	private Operand resolve(Operand left, Operand right, boolean ordering, boolean nullChangesShape) {
		return this.operands.resolve(OperandRules.roleOf(left, ordering), OperandRules.pathOf(left), right,
				nullChangesShape);
	}

	private Operand resolve(Operand operand) {
		return this.operands.resolve(operand);
	}

	private AttributePath resolve(AttributePath path) {
		return this.operands.path(path);
	}

}
