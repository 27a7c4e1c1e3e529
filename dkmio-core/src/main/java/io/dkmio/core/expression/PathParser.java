package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.List;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Reads and quotes the text of a path: {@code a.b[0].c}, and {@code `a.b`.c} for a name
 * that contains a dot, a bracket or a backtick (written twice).
 */
final class PathParser {

	private static final char QUOTE = '`';

	private final String text;

	private int position;

	private PathParser(String text) {
		this.text = text;
	}

	static List<PathElement> parse(String text) {
		return new PathParser(text).parse();
	}

	static String quote(String name) {
		for (int i = 0; i < name.length(); i++) {
			if (isSpecial(name.charAt(i))) {
				return QUOTE + name.replace("`", "``") + QUOTE;
			}
		}
		return name;
	}

	private List<PathElement> parse() {
		List<PathElement> elements = new ArrayList<>();
		elements.add(name());
		while (this.position < this.text.length()) {
			char next = this.text.charAt(this.position);
			if (next == '.') {
				this.position++;
				elements.add(name());
			}
			else if (next == '[') {
				this.position++;
				elements.add(index());
			}
			else {
				throw invalid("'.' or '[' was expected");
			}
		}
		return elements;
	}

	private PathElement name() {
		if (this.position < this.text.length() && this.text.charAt(this.position) == QUOTE) {
			return quotedName();
		}
		int start = this.position;
		while (this.position < this.text.length() && !isSpecial(this.text.charAt(this.position))) {
			this.position++;
		}
		if (start == this.position) {
			throw invalid("a name was expected");
		}
		return new PathElement.Name(this.text.substring(start, this.position));
	}

	private PathElement quotedName() {
		StringBuilder name = new StringBuilder();
		int start = this.position++;
		while (this.position < this.text.length()) {
			char next = this.text.charAt(this.position++);
			if (next != QUOTE) {
				name.append(next);
			}
			else if (this.position < this.text.length() && this.text.charAt(this.position) == QUOTE) {
				name.append(next);
				this.position++;
			}
			else if (name.isEmpty()) {
				throw invalid("a name was expected");
			}
			else {
				return new PathElement.Name(name.toString());
			}
		}
		this.position = start;
		throw invalid("the quoted name that starts here is not closed");
	}

	private PathElement index() {
		int start = this.position;
		int index = 0;
		while (this.position < this.text.length() && isDigit(this.text.charAt(this.position))) {
			index = index * 10 + this.text.charAt(this.position) - '0';
			this.position++;
			if (this.position - start > 9) {
				throw invalid("the list index is too large");
			}
		}
		if (start == this.position || this.position == this.text.length() || this.text.charAt(this.position) != ']') {
			throw invalid("a list index such as [0] was expected");
		}
		this.position++;
		return new PathElement.Index(index);
	}

	private InvalidDataAccessApiUsageException invalid(String problem) {
		return new InvalidDataAccessApiUsageException(
				"Attribute path '" + this.text + "' is not valid: at position " + this.position + " " + problem
						+ ". Write a.b[0].c, and quote names that contain" + " dots, brackets or backticks: `a.b`.c");
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isSpecial(char c) {
		return c == '.' || c == '[' || c == ']' || c == QUOTE;
	}

}
