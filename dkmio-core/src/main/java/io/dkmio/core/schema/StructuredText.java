package io.dkmio.core.schema;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists, strings, numbers and booleans as JSON or YAML. Text is quoted in
 * both in the same way.
 */
final class StructuredText {

	private static final String STEP = "  ";

	private final StringBuilder text = new StringBuilder();

	private StructuredText() {
	}

	static String json(Object value) {
		StructuredText writer = new StructuredText();
		writer.json(value, "\n");
		return writer.text.append('\n').toString();
	}

	static String yaml(Map<String, ?> value) {
		StructuredText writer = new StructuredText();
		writer.yaml(value, "");
		return writer.text.toString();
	}

	private void json(Object value, String newline) {
		String inner = newline + STEP;
		if (value instanceof Map<?, ?> map && !map.isEmpty()) {
			this.text.append('{');
			Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
			while (entries.hasNext()) {
				Map.Entry<?, ?> entry = entries.next();
				this.text.append(inner).append(quote(String.valueOf(entry.getKey()))).append(": ");
				json(entry.getValue(), inner);
				this.text.append(entries.hasNext() ? "," : "");
			}
			this.text.append(newline).append('}');
		}
		else if (value instanceof List<?> list && !list.isEmpty()) {
			this.text.append('[');
			for (int i = 0; i < list.size(); i++) {
				this.text.append((i > 0) ? "," : "").append(inner);
				json(list.get(i), inner);
			}
			this.text.append(newline).append(']');
		}
		else {
			this.text.append(scalar(value));
		}
	}

	private void yaml(Map<?, ?> map, String indent) {
		map.forEach((name, value) -> {
			this.text.append(indent).append(name).append(':');
			yamlValue(value, indent);
		});
	}

	private void yamlValue(Object value, String indent) {
		if (value instanceof Map<?, ?> map && !map.isEmpty()) {
			this.text.append('\n');
			yaml(map, indent + STEP);
		}
		else if (value instanceof List<?> list && !list.isEmpty()) {
			this.text.append('\n');
			for (Object element : list) {
				yamlElement(element, indent + STEP);
			}
		}
		else {
			this.text.append(' ').append(scalar(value)).append('\n');
		}
	}

	private void yamlElement(Object element, String indent) {
		int start = this.text.length();
		if (element instanceof Map<?, ?> map && !map.isEmpty()) {
			yaml(map, indent + STEP);
			this.text.replace(start + indent.length(), start + indent.length() + 1, "-");
		}
		else {
			this.text.append(indent).append("- ").append(scalar(element)).append('\n');
		}
	}

	private static String scalar(Object value) {
		if (value instanceof Map) {
			return "{}";
		}
		if (value instanceof List) {
			return "[]";
		}
		return (value instanceof Number || value instanceof Boolean) ? value.toString() : quote(value.toString());
	}

	/**
	 * A string in double quotes, as JSON, YAML and HCL read it.
	 */
	static String quote(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.codePoints().forEach((character) -> {
			if (character == '"' || character == '\\') {
				quoted.append('\\').appendCodePoint(character);
			}
			else if (character < ' ' || (character >= 0x7F && character < 0xA0) || character == 0x2028
					|| character == 0x2029 || character == 0xFEFF) {
				quoted.append("\\u%04x".formatted(character));
			}
			else {
				quoted.appendCodePoint(character);
			}
		});
		return quoted.append('"').toString();
	}

}
