package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * The words and signs of the text of a condition or an update.
 */
final class ExpressionTokens {

	private static final char QUOTE = '`';

	private final Language language;

	private final String text;

	private final Map<String, ConditionParser.Parameter> parameters;

	private final List<Token> tokens = new ArrayList<>();

	private int next;

	ExpressionTokens(String text, Language language, Map<String, ConditionParser.Parameter> parameters) {
		this.language = language;
		this.text = text;
		this.parameters = parameters;
		int position = 0;
		while (position < text.length()) {
			char first = text.charAt(position);
			if (Character.isWhitespace(first)) {
				position++;
				continue;
			}
			Token token = token(first, position);
			this.tokens.add(token);
			position = token.end();
		}
	}

	private Token token(char first, int start) {
		if (this.language.signs.indexOf(first) >= 0) {
			return new Token(Kind.SIGN, String.valueOf(first), start, start + 1);
		}
		if (first == '<' || first == '>' || first == '=') {
			return operator(start);
		}
		if (first == ':') {
			int end = start + 1;
			while (end < this.text.length() && Character.isJavaIdentifierPart(this.text.charAt(end))) {
				end++;
			}
			if (end == start + 1) {
				throw invalid("a name was expected after ':'", start);
			}
			return new Token(Kind.PARAMETER, this.text.substring(start + 1, end), start, end);
		}
		if (first != QUOTE && !Character.isLetter(first) && first != '_') {
			throw invalid("'" + first + "' was not expected. Values are parameters, such as :name, and names with "
					+ "special characters go in backticks", start);
		}
		int end = endOfPath(start);
		String word = this.text.substring(start, end);
		boolean reserved = this.language.words.contains(word.toUpperCase(Locale.ROOT));
		return new Token(reserved ? Kind.WORD : Kind.PATH, word, start, end);
	}

	private Token operator(int start) {
		for (String operator : List.of("<>", "<=", ">=", "=", "<", ">")) {
			if (this.text.startsWith(operator, start)) {
				return new Token(Kind.OPERATOR, operator, start, start + operator.length());
			}
		}
		throw invalid("an operator was expected", start);
	}

	private int endOfPath(int start) {
		int end = start;
		boolean quoted = false;
		while (end < this.text.length()) {
			char each = this.text.charAt(end);
			if (each == QUOTE) {
				quoted = !quoted;
			}
			else if (!quoted && (Character.isWhitespace(each) || "()<>=,:".indexOf(each) >= 0)) {
				break;
			}
			end++;
		}
		if (quoted) {
			throw invalid("the quoted name that starts here is not closed", start);
		}
		return end;
	}

	boolean take(String sign) {
		return take(Kind.SIGN, sign);
	}

	boolean takeWord(String word) {
		return take(Kind.WORD, word);
	}

	private boolean take(Kind kind, String text) {
		Token token = peek(0);
		boolean matches = token != null && token.kind() == kind && token.text().equalsIgnoreCase(text);
		if (matches) {
			this.next++;
		}
		return matches;
	}

	void expect(String sign) {
		if (!take(sign)) {
			throw invalid("'" + sign + "' was expected");
		}
	}

	void expectWord(String word) {
		if (!takeWord(word)) {
			throw invalid(word + " was expected");
		}
	}

	/**
	 * Takes the name of a function with its opening parenthesis.
	 * @return the name in lower case, or {@code null} if there is none
	 */
	@Nullable String takeFunction() {
		Token name = peek(0);
		Token parenthesis = peek(1);
		if (name == null || name.kind() != Kind.PATH || parenthesis == null || !"(".equals(parenthesis.text())) {
			return null;
		}
		this.next += 2;
		return name.text().toLowerCase(Locale.ROOT);
	}

	/**
	 * Takes a parameter.
	 * @return the parameter, or {@code null} if there is none here
	 */
	ConditionParser.@Nullable Parameter takeParameter() {
		Token token = peek(0);
		if (token == null || token.kind() != Kind.PARAMETER) {
			return null;
		}
		this.next++;
		ConditionParser.Parameter parameter = this.parameters.get(token.text());
		if (parameter == null) {
			throw invalidBefore(1, "there is no parameter ':" + token.text() + "'; there are "
					+ (this.parameters.isEmpty() ? "none" : ":" + String.join(", :", this.parameters.keySet())));
		}
		return parameter;
	}

	AttributePath expectPath() {
		return expectPath("an attribute");
	}

	AttributePath expectPath(String what) {
		return AttributePath.parse(expect(Kind.PATH, what));
	}

	String expect(Kind kind, String what) {
		Token token = peek(0);
		if (token == null || token.kind() != kind) {
			throw invalid(what + " was expected");
		}
		this.next++;
		return token.text();
	}

	void expectEnd() {
		if (!isEnd()) {
			throw invalid("AND, OR or the end was expected");
		}
	}

	boolean isEnd() {
		return peek(0) == null;
	}

	private @Nullable Token peek(int ahead) {
		return (this.next + ahead < this.tokens.size()) ? this.tokens.get(this.next + ahead) : null;
	}

	InvalidDataAccessApiUsageException invalid(String problem) {
		Token token = peek(0);
		return invalid(problem, (token != null) ? token.start() : this.text.length());
	}

	/**
	 * Refuses one of the tokens that were taken last.
	 */
	InvalidDataAccessApiUsageException invalidBefore(int tokens, String problem) {
		return invalid(problem, this.tokens.get(this.next - tokens).start());
	}

	private InvalidDataAccessApiUsageException invalid(String problem, int position) {
		return new InvalidDataAccessApiUsageException(this.language.kind + " '" + this.text
				+ "' is not valid: at position " + position + " " + problem + ". " + this.language.example);
	}

	/**
	 * What a text is.
	 */
	enum Language {

		/** A condition. */
		CONDITION("Condition", Set.of("AND", "OR", "NOT", "BETWEEN", "IN"), "(),",
				"Write conditions such as status = :status AND (size(lines) > :min OR begins_with(note, :start))"),
		/** An update. */
		UPDATE("Update", Set.of("SET", "REMOVE", "ADD", "DELETE"), "(),+-",
				"Write updates such as SET status = :status, total = total + :amount REMOVE note ADD visits :one");

		private final String kind;

		@SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
		private final Set<String> words;

		private final String signs;

		private final String example;

		Language(String kind, Set<String> words, String signs, String example) {
			this.kind = kind;
			this.words = words;
			this.signs = signs;
			this.example = example;
		}

	}

	/**
	 * What a token is.
	 */
	enum Kind {

		/** A parenthesis or a comma. */
		SIGN,
		/** A comparison. */
		OPERATOR,
		/** A word of the language. */
		WORD,
		/** A parameter. */
		PARAMETER,
		/** A path, or the name of a function or type. */
		PATH

	}

	private record Token(Kind kind, String text, int start, int end) {
	}

}
