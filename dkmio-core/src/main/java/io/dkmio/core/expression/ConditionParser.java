package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.dkmio.AttributeType;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Reads conditions that are written as text, in DynamoDB's own syntax. Values are named
 * parameters ({@code :name}) and nothing else, so that the text never depends on what is
 * asked for:
 *
 * <pre class="code">
 * status = :status AND (size(lines) > :min OR begins_with(shipTo.city, :start))
 * </pre>
 *
 * Paths are those of {@link AttributePath#parse(String)}, and words such as {@code AND}
 * are written in any case; an attribute of such a name goes in backticks. In
 * {@code IN (:names)} a parameter that holds several values stands for all of them.
 *
 * @since 1.0
 */
public final class ConditionParser {

	private static final List<String> FUNCTIONS = List.of("attribute_exists", "attribute_not_exists", "attribute_type",
			"begins_with", "contains");

	private final Map<String, Parameter> parameters = new LinkedHashMap<>();

	/**
	 * Creates a parser.
	 * @param parameters the parameters a text may name
	 */
	public ConditionParser(List<Parameter> parameters) {
		Assert.notNull(parameters, "Parameters must not be null");
		parameters.forEach((parameter) -> this.parameters.put(parameter.name(), parameter));
	}

	/**
	 * Reads a condition.
	 * @param text the text
	 * @return the condition
	 * @throws InvalidDataAccessApiUsageException if the text is not a condition
	 */
	public Condition parse(String text) {
		Assert.notNull(text, "Text must not be null");
		Run run = new Run(new ExpressionTokens(text, ExpressionTokens.Language.CONDITION, this.parameters));
		Condition condition = run.or();
		run.tokens.expectEnd();
		return condition;
	}

	/**
	 * A parameter of a text.
	 *
	 * @param name its name without the colon
	 * @param index the position of its argument, from 0
	 * @param several whether the argument is a collection or an array
	 * @since 1.0
	 */
	public record Parameter(String name, int index, boolean several) {
	}

	/**
	 * One text, by recursive descent: OR over AND over NOT over the rest.
	 */
	private static final class Run {

		private final ExpressionTokens tokens;

		private Run(ExpressionTokens tokens) {
			this.tokens = tokens;
		}

		private Condition or() {
			List<Condition> parts = new ArrayList<>();
			do {
				parts.add(and());
			}
			while (this.tokens.takeWord("OR"));
			return Condition.anyOf(parts);
		}

		private Condition and() {
			List<Condition> parts = new ArrayList<>();
			do {
				parts.add(not());
			}
			while (this.tokens.takeWord("AND"));
			return Condition.allOf(parts);
		}

		private Condition not() {
			if (this.tokens.takeWord("NOT")) {
				return not().not();
			}
			if (this.tokens.take("(")) {
				Condition condition = or();
				this.tokens.expect(")");
				return condition;
			}
			String function = this.tokens.takeFunction();
			return (function != null && !"size".equals(function)) ? function(function) : comparison(function != null);
		}

		private Condition function(String name) {
			if (!FUNCTIONS.contains(name)) {
				throw this.tokens.invalidBefore(2,
						"'" + name + "' is no function; there are " + String.join(", ", FUNCTIONS) + " and size");
			}
			AttributeCriteria attribute = Conditions.attribute(this.tokens.expectPath());
			Condition condition = switch (name) {
				case "attribute_exists" -> attribute.exists();
				case "attribute_not_exists" -> attribute.notExists();
				case "attribute_type" -> attribute.type(type());
				case "begins_with" -> attribute.beginsWith(second());
				default -> attribute.contains(second());
			};
			this.tokens.expect(")");
			return condition;
		}

		private Operand second() {
			this.tokens.expect(",");
			return operand();
		}

		private AttributeType type() {
			this.tokens.expect(",");
			String name = this.tokens.expect(ExpressionTokens.Kind.PATH, "a type such as S");
			try {
				return AttributeType.valueOf(name.toUpperCase(Locale.ROOT));
			}
			catch (IllegalArgumentException ex) {
				throw this.tokens.invalidBefore(1,
						"'" + name + "' is no attribute type; there are S, N, B, SS, NS, BS, BOOL, " + "NULL, L and M");
			}
		}

		private Condition comparison(boolean size) {
			AttributeCriteria attribute = Conditions.attribute(this.tokens.expectPath());
			Criteria left = attribute;
			if (size) {
				this.tokens.expect(")");
				left = attribute.size();
			}
			if (this.tokens.takeWord("BETWEEN")) {
				Operand lower = operand();
				this.tokens.expectWord("AND");
				return left.between(lower, operand());
			}
			if (this.tokens.takeWord("IN")) {
				return new Condition.In(left.operand(), candidates());
			}
			String operator = this.tokens.expect(ExpressionTokens.Kind.OPERATOR,
					"an operator (=, <>, <, <=, >, >=, BETWEEN or IN)");
			Operand right = operand();
			return switch (operator) {
				case "=" -> left.eq(right);
				case "<>" -> left.ne(right);
				case "<" -> left.lt(right);
				case "<=" -> left.lte(right);
				case ">" -> left.gt(right);
				default -> left.gte(right);
			};
		}

		private List<Operand> candidates() {
			List<Operand> candidates = new ArrayList<>();
			this.tokens.expect("(");
			do {
				Parameter parameter = this.tokens.takeParameter();
				candidates.add((parameter != null) ? new Operand.Parameter(parameter.index(), parameter.several())
						: operand());
			}
			while (this.tokens.take(","));
			this.tokens.expect(")");
			return candidates;
		}

		private Operand operand() {
			Parameter parameter = this.tokens.takeParameter();
			if (parameter != null) {
				return Operand.parameter(parameter.index());
			}
			String function = this.tokens.takeFunction();
			if (function == null) {
				return new Operand.Attribute(this.tokens.expectPath("an attribute, or a parameter such as :name,"));
			}
			if (!"size".equals(function)) {
				throw this.tokens.invalidBefore(2, "'" + function + "' is no value to compare with");
			}
			Operand size = new Operand.Size(this.tokens.expectPath());
			this.tokens.expect(")");
			return size;
		}

	}

}
