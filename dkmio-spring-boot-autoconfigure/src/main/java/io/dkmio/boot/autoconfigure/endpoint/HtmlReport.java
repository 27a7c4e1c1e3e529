package io.dkmio.boot.autoconfigure.endpoint;

import java.util.regex.Pattern;

/**
 * A {@link MarkdownReport} as a page for browsers, without scripts and without anything
 * from elsewhere.
 */
final class HtmlReport {

	private static final Pattern CODE = Pattern.compile("`([^`]*)`");

	private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");

	private static final String HEAD = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="UTF-8">
			<title>dkmio</title>
			<style>
			body { font-family: sans-serif; margin: 2em; }
			table { border-collapse: collapse; }
			td, th { border: 1px solid #ccc; padding: 0.3em 0.6em; text-align: left; vertical-align: top; }
			</style>
			</head>
			<body>
			""";

	private final StringBuilder text = new StringBuilder(HEAD);

	private boolean inTable;

	private HtmlReport() {
	}

	static String of(DynamoReport report) {
		HtmlReport html = new HtmlReport();
		MarkdownReport.of(report).lines().forEach(html::line);
		html.endTable();
		return html.text.append("</body>\n</html>\n").toString();
	}

	private void line(String line) {
		if (line.startsWith("| ---")) {
			return;
		}
		if (line.startsWith("| ")) {
			row(CELL.split(line.substring(1)));
			return;
		}
		endTable();
		if (line.startsWith("# ")) {
			element("h2", line.substring(2));
		}
		else if (!line.isEmpty()) {
			element("p", line);
		}
	}

	private void row(String[] cells) {
		String element = this.inTable ? "td" : "th";
		if (!this.inTable) {
			this.text.append("<table>\n");
			this.inTable = true;
		}
		this.text.append("<tr>");
		for (String cell : cells) {
			element(element, cell.strip().replace("\\|", "|"));
		}
		this.text.append("</tr>\n");
	}

	private void endTable() {
		if (this.inTable) {
			this.text.append("</table>\n");
			this.inTable = false;
		}
	}

	private void element(String name, String content) {
		this.text.append('<').append(name).append('>');
		this.text.append(CODE.matcher(escape(content)).replaceAll("<code>$1</code>"));
		this.text.append("</").append(name).append(">\n");
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
