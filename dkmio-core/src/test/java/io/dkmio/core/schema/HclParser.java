package io.dkmio.core.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the structure of Terraform's language as far as resources of literals go: a body
 * is a map from attributes to their values and from block types to lists of bodies, in
 * which labels are under the empty name. Anything else fails.
 */
final class HclParser {

	private static final Pattern TOKEN = Pattern
		.compile("\\G(?:[ \\t\\n]+|([A-Za-z_][A-Za-z0-9_-]*)|(\"(?:[^\"\\\\\\n]|\\\\.)*\")|(\\d+)|([{}\\[\\]=,]))");

	private final List<String> tokens = new ArrayList<>();

	private int at;

	private HclParser(String text) {
		Matcher matcher = TOKEN.matcher(text);
		int end = 0;
		while (matcher.find()) {
			end = matcher.end();
			if (!matcher.group().isBlank()) {
				this.tokens.add(matcher.group());
			}
		}
		if (end != text.length()) {
			throw new IllegalArgumentException("No HCL at character " + end);
		}
	}

	static Map<String, Object> parse(String text) {
		HclParser parser = new HclParser(text);
		Map<String, Object> body = parser.body();
		if (parser.at != parser.tokens.size()) {
			throw new IllegalArgumentException("Nothing may follow token " + parser.at);
		}
		return body;
	}

	private Map<String, Object> body() {
		Map<String, Object> body = new LinkedHashMap<>();
		while (this.at < this.tokens.size() && !peek("}")) {
			String name = next();
			if (!Character.isLetter(name.charAt(0))) {
				throw new IllegalArgumentException("A name was expected, found " + name);
			}
			if (peek("=")) {
				next();
				if (body.put(name, value()) != null) {
					throw new IllegalArgumentException(name + " is set twice");
				}
			}
			else {
				block(body, name);
			}
		}
		return body;
	}

	@SuppressWarnings("unchecked")
	private void block(Map<String, Object> body, String type) {
		List<Object> labels = new ArrayList<>();
		while (!peek("{")) {
			labels.add(string(next()));
		}
		next();
		Map<String, Object> inner = body();
		expect("}");
		if (!labels.isEmpty()) {
			inner.put("", labels);
		}
		((List<Object>) body.computeIfAbsent(type, (name) -> new ArrayList<>())).add(inner);
	}

	private Object value() {
		String token = next();
		if (token.equals("[")) {
			List<Object> list = new ArrayList<>();
			while (!peek("]")) {
				list.add(value());
				if (!peek("]")) {
					expect(",");
				}
			}
			next();
			return list;
		}
		if (token.equals("true") || token.equals("false")) {
			return Boolean.valueOf(token);
		}
		return Character.isDigit(token.charAt(0)) ? Long.valueOf(token) : string(token);
	}

	private static String string(String token) {
		if (!token.startsWith("\"")) {
			throw new IllegalArgumentException("A string was expected, found " + token);
		}
		String inner = token.substring(1, token.length() - 1);
		if (inner.replace("$${", "").replace("%%{", "").matches("(?s).*[$%]\\{.*")) {
			throw new IllegalArgumentException("A string has a template in it");
		}
		return Pattern.compile("\\\\u([0-9a-f]{4})|\\\\(.)")
			.matcher(inner)
			.replaceAll((match) -> Matcher.quoteReplacement((match.group(1) != null)
					? Character.toString(Integer.parseInt(match.group(1), 16)) : match.group(2)))
			.replace("$${", "${")
			.replace("%%{", "%{");
	}

	private boolean peek(String token) {
		return this.at < this.tokens.size() && this.tokens.get(this.at).equals(token);
	}

	private String next() {
		return this.tokens.get(this.at++);
	}

	private void expect(String token) {
		if (!next().equals(token)) {
			throw new IllegalArgumentException("'" + token + "' was expected at token " + (this.at - 1));
		}
	}

}
