package io.dkmio.core.expression;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Evaluates a condition on an item in memory, with DynamoDB's answers.
 *
 * @since 1.0
 */
public final class ConditionEvaluator {

	private final Condition condition;

	private ConditionEvaluator(Condition condition) {
		this.condition = condition;
	}

	/**
	 * An evaluator for a condition.
	 * @param condition the condition, without parameters
	 * @param resolver resolves paths
	 * @param encoder encodes values
	 * @return the evaluator, to be used for any number of items
	 */
	public static ConditionEvaluator of(Condition condition, PathResolver resolver, ValueEncoder encoder) {
		Assert.notNull(condition, "Condition must not be null");
		return new ConditionEvaluator(condition.resolve(resolver, encoder));
	}

	/**
	 * Whether an item meets the condition.
	 * @param item the item's attributes
	 * @return {@code true} if it does
	 */
	public boolean test(Map<String, AttributeValue> item) {
		Assert.notNull(item, "Item must not be null");
		return this.condition.accept(new Evaluation(item));
	}

	private static final class Evaluation implements ConditionVisitor<Boolean> {

		private final Map<String, AttributeValue> item;

		Evaluation(Map<String, AttributeValue> item) {
			this.item = item;
		}

		@Override
		public Boolean visit(Condition.Comparison condition) {
			AttributeValue left = value(condition.left());
			AttributeValue right = value(condition.right());
			if (left == null || right == null) {
				return condition.operator() == ComparisonOperator.NE;
			}
			return switch (condition.operator()) {
				case EQ -> AttributeValues.equal(left, right);
				case NE -> !AttributeValues.equal(left, right);
				case LT, LTE, GT, GTE -> inOrder(condition.operator(), AttributeValues.compare(left, right));
			};
		}

		private static boolean inOrder(ComparisonOperator operator, OptionalInt order) {
			if (order.isEmpty()) {
				return false;
			}
			return switch (operator) {
				case LT -> order.getAsInt() < 0;
				case LTE -> order.getAsInt() <= 0;
				case GT -> order.getAsInt() > 0;
				case GTE -> order.getAsInt() >= 0;
				case EQ, NE -> throw new IllegalArgumentException("Not an ordering: " + operator);
			};
		}

		@Override
		public Boolean visit(Condition.Between condition) {
			AttributeValue value = value(condition.operand());
			AttributeValue lower = value(condition.lower());
			AttributeValue upper = value(condition.upper());
			return value != null && lower != null && upper != null
					&& AttributeValues.compare(value, lower).orElse(-1) >= 0
					&& AttributeValues.compare(value, upper).orElse(1) <= 0;
		}

		@Override
		public Boolean visit(Condition.In condition) {
			AttributeValue value = value(condition.operand());
			if (value == null) {
				return false;
			}
			for (Operand operand : condition.candidates()) {
				AttributeValue candidate = value(operand);
				if (candidate != null && AttributeValues.equal(value, candidate)) {
					return true;
				}
			}
			return false;
		}

		@Override
		public Boolean visit(Condition.BeginsWith condition) {
			AttributeValue value = get(condition.path());
			AttributeValue prefix = value(condition.prefix());
			return value != null && prefix != null && AttributeValues.beginsWith(value, prefix);
		}

		@Override
		public Boolean visit(Condition.Contains condition) {
			AttributeValue value = get(condition.path());
			AttributeValue part = value(condition.operand());
			return value != null && part != null && AttributeValues.contains(value, part);
		}

		@Override
		public Boolean visit(Condition.Exists condition) {
			return get(condition.path()) != null;
		}

		@Override
		public Boolean visit(Condition.NotExists condition) {
			return get(condition.path()) == null;
		}

		@Override
		public Boolean visit(Condition.TypeIs condition) {
			AttributeValue value = get(condition.path());
			return value != null && AttributeValues.typeOf(value) == condition.type();
		}

		@Override
		public Boolean visit(Condition.And condition) {
			return condition.conditions().stream().allMatch((part) -> part.accept(this));
		}

		@Override
		public Boolean visit(Condition.Or condition) {
			return condition.conditions().stream().anyMatch((part) -> part.accept(this));
		}

		@Override
		public Boolean visit(Condition.Not condition) {
			return !condition.condition().accept(this);
		}

		@Override
		public Boolean visit(Condition.Constant condition) {
			return condition.isAlways();
		}

		private @Nullable AttributeValue value(Operand operand) {
			if (operand instanceof Operand.Attribute attribute) {
				return get(attribute.path());
			}
			if (operand instanceof Operand.Size size) {
				AttributeValue value = get(size.path());
				OptionalInt length = (value != null) ? AttributeValues.size(value) : OptionalInt.empty();
				return length.isPresent() ? AttributeValue.fromN(Integer.toString(length.getAsInt())) : null;
			}
			AttributeValue value = OperandRules.attributeValue(operand);
			if (value == null) {
				throw new InvalidDataAccessApiUsageException(
						"Parameter '" + operand + "' has no value: bind the condition before it is evaluated");
			}
			return value;
		}

		private @Nullable AttributeValue get(AttributePath path) {
			AttributeValue value = this.item.get(path.root());
			for (PathElement element : path.elements().subList(1, path.elements().size())) {
				if (value == null) {
					return null;
				}
				value = step(value, element);
			}
			return value;
		}

		private static @Nullable AttributeValue step(AttributeValue value, PathElement element) {
			if (element instanceof PathElement.Name name) {
				return value.hasM() ? value.m().get(name.name()) : null;
			}
			int index = ((PathElement.Index) element).index();
			List<AttributeValue> list = value.l();
			return (value.hasL() && index < list.size()) ? list.get(index) : null;
		}

	}

}
