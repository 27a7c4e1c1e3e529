package io.dkmio.boot.autoconfigure.endpoint;

import java.util.List;
import java.util.stream.Collectors;

import io.dkmio.repository.MethodPlan;

/**
 * A {@link DynamoReport} as Markdown, for reading.
 */
final class MarkdownReport {

	private final StringBuilder text = new StringBuilder();

	private MarkdownReport() {
	}

	static String of(DynamoReport report) {
		MarkdownReport markdown = new MarkdownReport();
		report.tables().forEach(markdown::table);
		report.repositories().forEach(markdown::repository);
		return markdown.text.toString();
	}

	private void table(DynamoReport.TableReport table) {
		line("# Table " + code(table.name()));
		line("");
		line("Key "
				+ code((table.sortKey() != null) ? table.partitionKey() + ", " + table.sortKey() : table.partitionKey())
				+ ", logical name " + code(table.logicalName()) + ".");
		line("");
		if (!table.indexes().isEmpty()) {
			row("index", "kind", "partition key", "sort key", "projection");
			row("---", "---", "---", "---", "---");
			table.indexes()
				.forEach((index) -> row(code(index.name()), index.kind(), code(join(index.partitionKey())),
						code(join(index.sortKey())), join(index.projection())));
			line("");
		}
		if (!table.items().isEmpty()) {
			row("item", "key", "indexes");
			row("---", "---", "---");
			table.items()
				.forEach((item) -> row(code(item.alias()), keys(item.key()),
						item.indexes()
							.stream()
							.map((index) -> index.name() + ": " + keys(index.key()))
							.collect(Collectors.joining("; "))));
			line("");
		}
	}

	private void repository(String name, List<MethodPlan> plans) {
		line("# Repository " + code(name));
		line("");
		row("method", "plan", "cost", "warnings");
		row("---", "---", "---", "---");
		plans.forEach((plan) -> row(code(plan.method()), code(plan.description()), plan.cost().name(),
				join(plan.warnings())));
		line("");
	}

	private static String keys(List<DynamoReport.KeyReport> keys) {
		return keys.stream()
			.map((key) -> code(key.attribute() + " = " + key.template()))
			.collect(Collectors.joining(", "));
	}

	private static String join(List<String> texts) {
		return String.join(", ", texts);
	}

	private static String code(String text) {
		return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
	}

	private void row(String... cells) {
		line("| " + String.join(" | ", cells) + " |");
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

}
