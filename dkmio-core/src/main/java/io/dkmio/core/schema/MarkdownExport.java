package io.dkmio.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.IndexModel;
import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.KeyComponent;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Describes tables, what is in them and what is asked of them.
 */
final class MarkdownExport {

	private static final String NONE = "–";

	private final DynamoMappingContext context;

	private final List<AccessPattern> patterns;

	private final StringBuilder text = new StringBuilder("# Tables and access patterns\n");

	MarkdownExport(DynamoMappingContext context, List<AccessPattern> patterns) {
		this.context = context;
		this.patterns = patterns;
	}

	String write(List<TableDefinition> tables) {
		tables.forEach(this::table);
		return this.text.toString();
	}

	private void table(TableDefinition table) {
		this.text.append("\n## ").append(escape(table.name())).append("\n\n");
		row("", "Partition key", "Sort key", "Projection");
		row("---", "---", "---", "---");
		KeyAttribute sortKey = table.sortKey();
		row("table", code(List.of(table.partitionKey())), code((sortKey != null) ? List.of(sortKey) : List.of()), "");
		for (IndexDefinition index : table.indexes()) {
			row((index.isLocal() ? "local index " : "index ") + code(index.name()),
					code(index.isLocal() ? List.of(table.partitionKey()) : index.partitionKey()), code(index.sortKey()),
					projection(index.projection()));
		}
		attributes(table);
		items(table, this.context.getItems(table));
		patterns(table);
	}

	private void attributes(TableDefinition table) {
		List<String> attributes = new ArrayList<>();
		if (table.typeAttribute() != null) {
			attributes.add("Types are in " + code(table.typeAttribute()) + ".");
		}
		if (table.timeToLiveAttribute() != null) {
			attributes.add("Items expire by " + code(table.timeToLiveAttribute()) + ".");
		}
		if (!attributes.isEmpty()) {
			this.text.append('\n').append(String.join(" ", attributes)).append('\n');
		}
	}

	private void items(TableDefinition table, List<DynamoPersistentEntity<?>> items) {
		if (items.isEmpty()) {
			return;
		}
		this.text.append("\n### Items\n\n");
		row("Item", "In", "Partition key", "Sort key");
		row("---", "---", "---", "---");
		for (DynamoPersistentEntity<?> item : items) {
			List<String> keys = ItemAttributes.templates(item.getRequiredKey().components());
			String name = code(item.getType().getSimpleName());
			row(name, "table", code(keys.get(0)), (table.sortKey() != null) ? code(keys.get(1)) : NONE);
			for (IndexModel index : item.getIndexes()) {
				row(name, "index " + code(index.index().name()),
						index.index().isLocal() ? code(keys.get(0)) : templates(index.partitionKey()),
						templates(index.sortKey()));
			}
		}
	}

	private void patterns(TableDefinition table) {
		List<AccessPattern> patterns = this.patterns.stream()
			.filter((pattern) -> pattern.tableName().equals(table.name()))
			.toList();
		if (patterns.isEmpty()) {
			return;
		}
		this.text.append("\n### Access patterns\n\n");
		row("Pattern", "By", "Call");
		row("---", "---", "---");
		patterns.forEach((pattern) -> row(code(pattern.name()), by(pattern.indexName()), code(pattern.call())));
	}

	private static String by(@Nullable String index) {
		return (index != null) ? "index " + code(index) : "table";
	}

	private void row(String... cells) {
		this.text.append("| ").append(String.join(" | ", cells)).append(" |\n");
	}

	private static String projection(Projection projection) {
		return switch (projection.kind()) {
			case ALL -> "all attributes";
			case KEYS_ONLY -> "keys only";
			case INCLUDE ->
				"keys, " + projection.attributes().stream().map(MarkdownExport::code).collect(Collectors.joining(", "));
		};
	}

	private static String templates(List<KeyComponent> components) {
		return components.isEmpty() ? NONE
				: ItemAttributes.templates(components)
					.stream()
					.map(MarkdownExport::code)
					.collect(Collectors.joining(", "));
	}

	private static String code(List<KeyAttribute> attributes) {
		return attributes.isEmpty() ? NONE
				: attributes.stream().map((each) -> code(each.toString())).collect(Collectors.joining(", "));
	}

	/** Code in a table: backticks need more of them around, and bars end a cell. */
	private static String code(String text) {
		String fence = text.contains("`") ? "``" : "`";
		String space = text.contains("`") ? " " : "";
		return fence + space + text.replace("|", "\\|").replaceAll("\\s+", " ") + space + fence;
	}

	private static String escape(String text) {
		return text.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
	}

}
