package io.dkmio.core.expression;

import java.util.List;

import io.dkmio.AttributeType;

/**
 * Writes a condition in DynamoDB's syntax, with parentheses only where the precedence of
 * NOT over AND over OR needs them: DynamoDB refuses redundant ones.
 */
final class ConditionRenderer implements ConditionVisitor<ConditionRenderer> {

	private final StringBuilder text = new StringBuilder();

	private final Symbols symbols;

	private int operators;

	ConditionRenderer(Symbols symbols) {
		this.symbols = symbols;
	}

	/**
	 * A condition for people: names in clear, no values.
	 */
	static String describe(Condition condition) {
		ConditionRenderer renderer = new ConditionRenderer(Symbols.CLEAR);
		condition.accept(renderer);
		return renderer.text();
	}

	String text() {
		return this.text.toString();
	}

	int operators() {
		return this.operators;
	}

	@Override
	public ConditionRenderer visit(Condition.Comparison condition) {
		operator();
		append(condition.left());
		this.text.append(' ').append(condition.operator().symbol()).append(' ');
		return append(condition.right());
	}

	@Override
	public ConditionRenderer visit(Condition.Between condition) {
		operator();
		append(condition.operand());
		this.text.append(" BETWEEN ");
		append(condition.lower());
		this.text.append(" AND ");
		append(condition.upper());
		this.symbols.range(condition.lower(), condition.upper());
		return this;
	}

	@Override
	public ConditionRenderer visit(Condition.In condition) {
		operator();
		append(condition.operand());
		this.text.append(" IN (");
		String separator = "";
		for (Operand candidate : condition.candidates()) {
			this.text.append(separator);
			append(candidate);
			separator = ", ";
		}
		this.text.append(')');
		return this;
	}

	@Override
	public ConditionRenderer visit(Condition.BeginsWith condition) {
		return function("begins_with", condition.path(), condition.prefix());
	}

	@Override
	public ConditionRenderer visit(Condition.Contains condition) {
		return function("contains", condition.path(), condition.operand());
	}

	@Override
	public ConditionRenderer visit(Condition.Exists condition) {
		operator();
		this.text.append("attribute_exists(").append(this.symbols.path(condition.path())).append(')');
		return this;
	}

	@Override
	public ConditionRenderer visit(Condition.NotExists condition) {
		operator();
		this.text.append("attribute_not_exists(").append(this.symbols.path(condition.path())).append(')');
		return this;
	}

	@Override
	public ConditionRenderer visit(Condition.TypeIs condition) {
		operator();
		this.text.append("attribute_type(").append(this.symbols.path(condition.path())).append(", ");
		this.text.append(this.symbols.type(condition.type())).append(')');
		return this;
	}

	@Override
	public ConditionRenderer visit(Condition.And condition) {
		return junction(condition.conditions(), " AND ", true);
	}

	@Override
	public ConditionRenderer visit(Condition.Or condition) {
		return junction(condition.conditions(), " OR ", false);
	}

	@Override
	public ConditionRenderer visit(Condition.Not condition) {
		operator();
		Condition inner = condition.condition();
		this.text.append("NOT ");
		return append(inner, inner instanceof Condition.And || inner instanceof Condition.Or);
	}

	@Override
	public ConditionRenderer visit(Condition.Constant condition) {
		this.text.append(condition.isNever() ? "never" : "always");
		return this;
	}

	private ConditionRenderer junction(List<Condition> conditions, String word, boolean tight) {
		String separator = "";
		for (Condition condition : conditions) {
			this.text.append(separator);
			append(condition, tight && condition instanceof Condition.Or);
			separator = word;
		}
		this.operators += conditions.size() - 1;
		return this;
	}

	private ConditionRenderer append(Condition condition, boolean parentheses) {
		if (!parentheses) {
			return condition.accept(this);
		}
		this.text.append('(');
		condition.accept(this);
		this.text.append(')');
		return this;
	}

	private ConditionRenderer function(String name, AttributePath path, Operand operand) {
		operator();
		this.text.append(name).append('(').append(this.symbols.path(path)).append(", ");
		append(operand);
		this.text.append(')');
		return this;
	}

	private ConditionRenderer append(Operand operand) {
		if (operand instanceof Operand.Size size) {
			operator();
			this.text.append("size(").append(this.symbols.path(size.path())).append(')');
		}
		else if (operand instanceof Operand.Attribute attribute) {
			this.text.append(this.symbols.path(attribute.path()));
		}
		else {
			this.text.append(this.symbols.value(operand));
		}
		return this;
	}

	private void operator() {
		this.operators++;
	}

	/**
	 * What stands for paths and values in the text.
	 */
	interface Symbols {

		/** Names in clear, question marks for values. */
		Symbols CLEAR = new Symbols() {
		};

		default String path(AttributePath path) {
			return path.toString();
		}

		default String value(Operand operand) {
			return operand.toString();
		}

		default String type(AttributeType type) {
			return type.name();
		}

		default void range(Operand lower, Operand upper) {
		}

	}

}
