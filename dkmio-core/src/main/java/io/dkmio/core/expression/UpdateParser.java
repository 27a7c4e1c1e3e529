package io.dkmio.core.expression;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Reads updates that are written as text, in DynamoDB's own syntax. Values are named
 * parameters ({@code :name}) and nothing else, so that the text never depends on what is
 * stored:
 *
 * <pre class="code">
 * SET status = :status, total = total + :amount, seen = if_not_exists(seen, :now), log = list_append(log, :entry)
 * REMOVE note ADD visits :one, tags :tags DELETE flags :flags
 * </pre>
 *
 * {@code SET}, {@code REMOVE}, {@code ADD} and {@code DELETE} appear at most once each,
 * in any order and case. {@code ADD} adds to a number, or, where the argument holds
 * several values, to a set; {@code list_append} appends one element, or several.
 *
 * @since 1.0
 */
public final class UpdateParser {

	private final Map<String, ConditionParser.Parameter> parameters = new LinkedHashMap<>();

	/**
	 * Creates a parser.
	 * @param parameters the parameters a text may name
	 */
	public UpdateParser(List<ConditionParser.Parameter> parameters) {
		Assert.notNull(parameters, "Parameters must not be null");
		parameters.forEach((parameter) -> this.parameters.put(parameter.name(), parameter));
	}

	/**
	 * Reads an update.
	 * @param text the text
	 * @return the update
	 * @throws InvalidDataAccessApiUsageException if the text is not an update
	 */
	public Update parse(String text) {
		Assert.notNull(text, "Text must not be null");
		return new Run(new ExpressionTokens(text, ExpressionTokens.Language.UPDATE, this.parameters)).update();
	}

	/**
	 * One text.
	 */
	private static final class Run {

		private final ExpressionTokens tokens;

		private final Set<String> sections = new HashSet<>();

		private Update update = Update.empty();

		private Run(ExpressionTokens tokens) {
			this.tokens = tokens;
		}

		private Update update() {
			do {
				section();
			}
			while (!this.tokens.isEnd());
			return this.update;
		}

		private void section() {
			for (String section : List.of("SET", "REMOVE", "ADD", "DELETE")) {
				if (this.tokens.takeWord(section)) {
					if (!this.sections.add(section)) {
						throw this.tokens.invalidBefore(1, section + " appears twice; join the two with a comma");
					}
					do {
						this.update = this.update.with(action(section));
					}
					while (this.tokens.take(","));
					return;
				}
			}
			throw this.tokens.invalid("SET, REMOVE, ADD, DELETE or the end was expected");
		}

		private UpdateAction action(String section) {
			AttributePath path = this.tokens.expectPath();
			return switch (section) {
				case "SET" -> set(path);
				case "REMOVE" -> new UpdateAction.Remove(path);
				case "ADD" -> add(path);
				default -> new UpdateAction.RemoveFromSet(path, List.of(elements(required())));
			};
		}

		private UpdateAction add(AttributePath path) {
			ConditionParser.Parameter parameter = required();
			return parameter.several() ? new UpdateAction.AddToSet(path, List.of(elements(parameter)))
					: new UpdateAction.Add(path, Operand.parameter(parameter.index()));
		}

		private UpdateAction set(AttributePath path) {
			String operator = this.tokens.expect(ExpressionTokens.Kind.OPERATOR, "'='");
			if (!"=".equals(operator)) {
				throw this.tokens.invalidBefore(1, "'=' was expected");
			}
			String function = this.tokens.takeFunction();
			if ("list_append".equals(function)) {
				return append(path);
			}
			UpdateValue left = value(function);
			if (this.tokens.take("+")) {
				return new UpdateAction.Set(path,
						new UpdateValue.Arithmetic(left, UpdateValue.Sign.PLUS, value(this.tokens.takeFunction())));
			}
			if (this.tokens.take("-")) {
				return new UpdateAction.Set(path,
						new UpdateValue.Arithmetic(left, UpdateValue.Sign.MINUS, value(this.tokens.takeFunction())));
			}
			return new UpdateAction.Set(path, left);
		}

		/**
		 * A list that does not exist is created: there is nothing else to append to it.
		 */
		private UpdateAction append(AttributePath path) {
			ConditionParser.Parameter first = this.tokens.takeParameter();
			if (first == null) {
				list(path);
			}
			this.tokens.expect(",");
			if (first != null) {
				list(path);
			}
			ConditionParser.Parameter elements = (first != null) ? first : required();
			this.tokens.expect(")");
			return new UpdateAction.Append(path, List.of(elements(elements)), first != null);
		}

		private void list(AttributePath path) {
			if (!this.tokens.expectPath().equals(path)) {
				throw this.tokens.invalidBefore(1, "list_append must extend '" + path + "', the list that is set");
			}
		}

		private UpdateValue value(@Nullable String function) {
			if (function == null) {
				return new UpdateValue.Plain(operand());
			}
			if (!"if_not_exists".equals(function)) {
				throw this.tokens
					.invalid("'" + function + "' is no function here; there are if_not_exists and list_append");
			}
			AttributePath path = this.tokens.expectPath();
			this.tokens.expect(",");
			UpdateValue value = new UpdateValue.IfAbsent(path, operand());
			this.tokens.expect(")");
			return value;
		}

		private Operand operand() {
			ConditionParser.Parameter parameter = this.tokens.takeParameter();
			return (parameter != null) ? Operand.parameter(parameter.index())
					: new Operand.Attribute(this.tokens.expectPath("an attribute, or a parameter such as :name,"));
		}

		private Operand elements(ConditionParser.Parameter parameter) {
			return new Operand.Parameter(parameter.index(), parameter.several());
		}

		private ConditionParser.Parameter required() {
			ConditionParser.Parameter parameter = this.tokens.takeParameter();
			if (parameter == null) {
				throw this.tokens.invalid("a parameter such as :name was expected");
			}
			return parameter;
		}

	}

}
