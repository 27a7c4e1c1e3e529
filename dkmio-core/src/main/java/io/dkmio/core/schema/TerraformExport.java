package io.dkmio.core.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;

/**
 * Writes tables as resources of Terraform. An index whose keys have several attributes
 * has {@code key_schema} blocks, which providers before 2026 do not know; others have
 * {@code hash_key} and {@code range_key}, which all of them do.
 */
final class TerraformExport {

	private final Billing billing;

	private final StringBuilder text = new StringBuilder();

	/** Lines whose equals signs stand below each other, as Terraform formats them. */
	private final Map<String, String> lines = new LinkedHashMap<>();

	TerraformExport(Billing billing) {
		this.billing = billing;
	}

	String write(List<TableDefinition> tables) {
		ResourceNames names = new ResourceNames();
		for (TableDefinition table : tables) {
			this.text.append(this.text.isEmpty() ? "" : "\n");
			resource(names.snake(table), table);
		}
		return this.text.toString();
	}

	private void resource(String name, TableDefinition table) {
		TableShape shape = TableShape.of(table);
		this.text.append("resource \"aws_dynamodb_table\" ").append(quote(name)).append(" {\n");
		line("name", quote(shape.name()));
		line("billing_mode", quote((this.billing instanceof Billing.Provisioned) ? "PROVISIONED" : "PAY_PER_REQUEST"));
		capacity();
		keys(shape.keys());
		shape.attributeTypes().forEach((attribute, type) -> {
			open(1, "attribute");
			line("name", quote(attribute));
			line("type", quote(type.name()));
			close(1);
		});
		for (Map.Entry<String, TableShape.Index> index : shape.indexes().entrySet()) {
			index(index.getKey(), index.getValue());
		}
		if (table.timeToLiveAttribute() != null) {
			open(1, "ttl");
			line("attribute_name", quote(table.timeToLiveAttribute()));
			line("enabled", "true");
			close(1);
		}
		open(1, "lifecycle");
		line("prevent_destroy", "true");
		close(1);
		close(0);
	}

	private void index(String name, TableShape.Index index) {
		open(1, index.isLocal() ? "local_secondary_index" : "global_secondary_index");
		line("name", quote(name));
		if (index.isLocal()) {
			line("range_key", quote(index.keys().sort().get(0).name()));
		}
		else {
			capacity();
			if (index.keys().partition().size() > 1 || index.keys().sort().size() > 1) {
				keySchema(index.keys().partition(), "HASH");
				keySchema(index.keys().sort(), "RANGE");
			}
			else {
				keys(index.keys());
			}
		}
		projection(index.projection());
		close(1);
	}

	private void keySchema(List<KeyAttribute> attributes, String type) {
		for (KeyAttribute attribute : attributes) {
			open(2, "key_schema");
			line("attribute_name", quote(attribute.name()));
			line("key_type", quote(type));
			close(2);
		}
	}

	private void keys(TableShape.Keys keys) {
		line("hash_key", quote(keys.partition().get(0).name()));
		if (!keys.sort().isEmpty()) {
			line("range_key", quote(keys.sort().get(0).name()));
		}
	}

	private void projection(Projection projection) {
		line("projection_type", quote(projection.kind().name()));
		if (!projection.attributes().isEmpty()) {
			line("non_key_attributes",
					projection.attributes()
						.stream()
						.map(TerraformExport::quote)
						.collect(Collectors.joining(", ", "[", "]")));
		}
	}

	private void capacity() {
		if (this.billing instanceof Billing.Provisioned provisioned) {
			line("read_capacity", Long.toString(provisioned.readUnits()));
			line("write_capacity", Long.toString(provisioned.writeUnits()));
		}
	}

	private void open(int depth, String block) {
		flush(depth);
		this.text.append("  ".repeat(depth)).append(block).append(" {\n");
	}

	private void close(int depth) {
		flush(depth + 1);
		this.text.append("  ".repeat(depth)).append("}\n");
	}

	private void line(String name, String value) {
		this.lines.put(name, value);
	}

	private void flush(int depth) {
		int width = this.lines.keySet().stream().mapToInt(String::length).max().orElse(0);
		this.lines.forEach((name, value) -> this.text.append("  ".repeat(depth))
			.append(name)
			.append(" ".repeat(width - name.length()))
			.append(" = ")
			.append(value)
			.append('\n'));
		this.lines.clear();
	}

	/** Signs that begin a template inside a string are doubled. */
	private static String quote(String text) {
		return StructuredText.quote(text).replace("${", "$${").replace("%{", "%%{");
	}

}
