package io.dkmio.core.expression;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the paths a condition looks at.
 */
final class PathCollector implements ConditionVisitor<PathCollector> {

	private final Set<AttributePath> paths = new LinkedHashSet<>();

	private PathCollector() {
	}

	static Set<AttributePath> collect(Condition condition) {
		PathCollector collector = new PathCollector();
		condition.accept(collector);
		return Collections.unmodifiableSet(collector.paths);
	}

	private PathCollector add(AttributePath path) {
		this.paths.add(path);
		return this;
	}

	private PathCollector add(Operand operand) {
		if (operand instanceof Operand.Attribute attribute) {
			add(attribute.path());
		}
		else if (operand instanceof Operand.Size size) {
			add(size.path());
		}
		return this;
	}

	private PathCollector addAll(List<Condition> conditions) {
		conditions.forEach((condition) -> condition.accept(this));
		return this;
	}

	@Override
	public PathCollector visit(Condition.Comparison condition) {
		return add(condition.left()).add(condition.right());
	}

	@Override
	public PathCollector visit(Condition.Between condition) {
		return add(condition.operand()).add(condition.lower()).add(condition.upper());
	}

	@Override
	public PathCollector visit(Condition.In condition) {
		add(condition.operand());
		condition.candidates().forEach(this::add);
		return this;
	}

	@Override
	public PathCollector visit(Condition.BeginsWith condition) {
		return add(condition.path()).add(condition.prefix());
	}

	@Override
	public PathCollector visit(Condition.Contains condition) {
		return add(condition.path()).add(condition.operand());
	}

	@Override
	public PathCollector visit(Condition.Exists condition) {
		return add(condition.path());
	}

	@Override
	public PathCollector visit(Condition.NotExists condition) {
		return add(condition.path());
	}

	@Override
	public PathCollector visit(Condition.TypeIs condition) {
		return add(condition.path());
	}

	@Override
	public PathCollector visit(Condition.And condition) {
		return addAll(condition.conditions());
	}

	@Override
	public PathCollector visit(Condition.Or condition) {
		return addAll(condition.conditions());
	}

	@Override
	public PathCollector visit(Condition.Not condition) {
		return condition.condition().accept(this);
	}

	@Override
	public PathCollector visit(Condition.Constant condition) {
		return this;
	}

}
