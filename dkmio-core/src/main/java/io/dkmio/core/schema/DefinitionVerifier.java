package io.dkmio.core.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Refuses declarations DynamoDB cannot have, all faults at once and before any request.
 */
final class DefinitionVerifier {

	private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

	private static final int MOST_KEY_ATTRIBUTES = 4;

	private static final int MOST_LOCAL_INDEXES = 5;

	private static final int MOST_GLOBAL_INDEXES = 20;

	private static final int MOST_INCLUDED_ATTRIBUTES = 100;

	private final List<String> faults = new ArrayList<>();

	static void verify(Collection<TableDefinition> definitions) {
		DefinitionVerifier verifier = new DefinitionVerifier();
		Set<String> names = new HashSet<>();
		for (TableDefinition definition : definitions) {
			if (!names.add(definition.name())) {
				verifier.fault(definition, "it is declared twice; give each table a name of its own");
			}
			verifier.table(definition);
		}
		if (!verifier.faults.isEmpty()) {
			throw new InvalidDataAccessApiUsageException("DynamoDB cannot have the tables that are declared:\n  - "
					+ String.join("\n  - ", verifier.faults));
		}
	}

	private void table(TableDefinition table) {
		name(table, "its name", table.name());
		Map<String, Use> uses = new LinkedHashMap<>();
		use(table, uses, "the table's partition key", table.partitionKey());
		KeyAttribute sortKey = table.sortKey();
		if (sortKey != null) {
			use(table, uses, "the table's sort key", sortKey);
			if (sortKey.name().equals(table.partitionKey().name())) {
				fault(table, "'" + sortKey.name() + "' is both its partition key and its sort key; use two attributes");
			}
		}
		Set<String> names = new HashSet<>();
		for (IndexDefinition index : table.indexes()) {
			if (!names.add(index.physicalName())) {
				fault(table, "two indexes have the name '" + index.physicalName() + "'; give each its own");
			}
			index(table, index);
			index.partitionKey().forEach((key) -> use(table, uses, "index '" + index.physicalName() + "'", key));
			index.sortKey().forEach((key) -> use(table, uses, "index '" + index.physicalName() + "'", key));
		}
		counts(table);
	}

	private void index(TableDefinition table, IndexDefinition index) {
		String subject = "index '" + index.physicalName() + "'";
		name(table, "the name of " + subject, index.physicalName());
		long distinct = index.keyAttributes().stream().map(KeyAttribute::name).distinct().count();
		if (distinct < index.keyAttributes().size()) {
			fault(table, subject + " names a key attribute twice; name each once");
		}
		if (index.isLocal()) {
			local(table, index, subject);
		}
		else if (index.partitionKey().isEmpty() || index.partitionKey().size() > MOST_KEY_ATTRIBUTES
				|| index.sortKey().size() > MOST_KEY_ATTRIBUTES) {
			fault(table, subject + " has " + index.partitionKey().size() + " partition key and "
					+ index.sortKey().size() + " sort key attributes; a global index has 1 to 4 and 0 to 4");
		}
	}

	private void local(TableDefinition table, IndexDefinition index, String subject) {
		if (!index.partitionKey().isEmpty() && !index.partitionKey().equals(List.of(table.partitionKey()))) {
			fault(table, subject + " is local and has a partition key of its own; leave it out, it is the table's, or"
					+ " make the index global");
		}
		if (index.sortKey().size() != 1) {
			fault(table, subject + " is local and has " + index.sortKey().size()
					+ " sort key attributes; a local index has exactly one");
		}
		if (table.sortKey() == null) {
			fault(table, subject + " is local, and the table has no sort key; declare one, or make the index global");
		}
	}

	private void counts(TableDefinition table) {
		long locals = table.indexes().stream().filter(IndexDefinition::isLocal).count();
		long globals = table.indexes().size() - locals;
		if (locals > MOST_LOCAL_INDEXES) {
			fault(table, "it has " + locals + " local indexes; DynamoDB allows " + MOST_LOCAL_INDEXES);
		}
		if (globals > MOST_GLOBAL_INDEXES) {
			fault(table, "it has " + globals + " global indexes; DynamoDB allows " + MOST_GLOBAL_INDEXES
					+ " unless AWS has raised the quota");
		}
		int included = table.indexes()
			.stream()
			.map(IndexDefinition::projection)
			.filter((projection) -> projection.kind() == Projection.Kind.INCLUDE)
			.mapToInt((projection) -> projection.attributes().size())
			.sum();
		if (included > MOST_INCLUDED_ATTRIBUTES) {
			fault(table, "its indexes name " + included + " attributes in their projections; DynamoDB allows "
					+ MOST_INCLUDED_ATTRIBUTES + " in all: project ALL where many are needed");
		}
	}

	private void use(TableDefinition table, Map<String, Use> uses, String place, KeyAttribute key) {
		Use first = uses.putIfAbsent(key.name(), new Use(place, key));
		if (first != null && first.key().type() != key.type()) {
			fault(table,
					"key attribute '" + key.name() + "' has type " + first.key().type() + " in " + first.place()
							+ " and type " + key.type() + " in " + place
							+ "; an attribute has one type in a table: agree on one, or use two attributes");
		}
	}

	private void name(TableDefinition table, String subject, String name) {
		if (!NAME.matcher(name).matches()) {
			fault(table, subject + " has " + name.length()
					+ " characters; DynamoDB allows 3 to 255 of letters, digits, '_', '-' and '.'");
		}
	}

	private void fault(TableDefinition table, String fault) {
		this.faults.add("Table '" + table.name() + "': " + fault + ".");
	}

	private record Use(String place, KeyAttribute key) {

	}

}
