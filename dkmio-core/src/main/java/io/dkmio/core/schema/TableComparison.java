package io.dkmio.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Collects the differences of one table from its declaration.
 */
final class TableComparison {

	static final String DECLARE = "declare the table as it is";

	private static final String NONE = "none";

	private static final String FIXED_KEY = "The keys of a table cannot be changed: move the items to a new table, or "
			+ DECLARE;

	private static final String FIXED_INDEX = "An index cannot be changed: ";

	private final String table;

	private final List<SchemaDifference> differences = new ArrayList<>();

	private final List<SchemaDifference> notes = new ArrayList<>();

	TableComparison(String table) {
		this.table = table;
	}

	List<SchemaDifference> differences() {
		return this.differences;
	}

	List<SchemaDifference> notes() {
		return this.notes;
	}

	void missing() {
		difference("table", "it to exist", "no table of this name in this account and Region",
				"Create it, for example with dkmio.schema=create, or check its name, the Region and the endpoint");
	}

	/**
	 * Compares what cannot change while the table exists.
	 */
	void shape(TableDefinition definition, TableDescription description) {
		TableShape expected = TableShape.of(definition);
		TableShape found = TableShape.of(description);
		keys("", expected.keys(), found.keys(), FIXED_KEY);
		expected.indexes().forEach((name, index) -> {
			TableShape.Index other = found.indexes().get(name);
			if (other != null) {
				index(name, index, other);
			}
			else {
				difference("index '" + name + "'", describe(index), NONE,
						index.isLocal()
								? "A local index exists only if it was created with its table: move the items to a new"
										+ " table, or declare a global index"
								: "Add the index with UpdateTable; DynamoDB fills it with the items there are");
			}
		});
		found.indexes().forEach((name, index) -> {
			if (!expected.indexes().containsKey(name)) {
				note("index '" + name + "'", NONE, describe(index),
						"It costs writes and storage: declare it to use it, or delete it");
			}
		});
	}

	/**
	 * Compares whether the table and its indexes can be used now.
	 */
	void status(TableDefinition definition, TableDescription description) {
		String status = String.valueOf(description.tableStatusAsString());
		switch (status) {
			case "ACTIVE" -> {
			}
			case "UPDATING" ->
				note("status", "ACTIVE", status, "It can be used; capacity or indexes are being changed");
			default -> difference("status", "ACTIVE", status, "Wait until the table is ACTIVE, then start again");
		}
		Set<String> declared = TableShape.of(definition).indexes().keySet();
		description.globalSecondaryIndexes()
			.stream()
			.filter((index) -> declared.contains(index.indexName()))
			.filter((index) -> !TableWaiter.isUsable(index.indexStatusAsString()))
			.forEach((index) -> difference("index '" + index.indexName() + "' status", "ACTIVE",
					String.valueOf(index.indexStatusAsString()), "Wait until the index is ACTIVE, then start again"));
	}

	void difference(String subject, String expected, String found, String advice) {
		this.differences.add(new SchemaDifference(this.table, subject, expected, found, advice));
	}

	void note(String subject, String expected, String found, String advice) {
		this.notes.add(new SchemaDifference(this.table, subject, expected, found, advice));
	}

	private void index(String name, TableShape.Index expected, TableShape.Index found) {
		String subject = "index '" + name + "' ";
		String change = FIXED_INDEX + ((expected.isLocal() || found.isLocal())
				? "move the items to a new table, or " + DECLARE : "delete it and add it again, or " + DECLARE);
		if (expected.kind() != found.kind()) {
			difference(subject + "kind", kind(expected), kind(found), change);
			return;
		}
		keys(subject, expected.ownKeys(), found.ownKeys(), change);
		if (!expected.projection().equals(found.projection())) {
			difference(subject + "projection", describe(expected.projection()), describe(found.projection()), change);
		}
	}

	private void keys(String subject, TableShape.Keys expected, TableShape.Keys found, String advice) {
		if (!expected.partition().equals(found.partition())) {
			difference(subject + "partition key", describe(expected.partition()), describe(found.partition()), advice);
		}
		if (!expected.sort().equals(found.sort())) {
			difference(subject + "sort key", describe(expected.sort()), describe(found.sort()), advice);
		}
	}

	private static String describe(TableShape.Index index) {
		return "a " + kind(index) + " index on partition key " + describe(index.keys().partition()) + " and sort key "
				+ describe(index.keys().sort()) + " with projection " + describe(index.projection());
	}

	private static String kind(TableShape.Index index) {
		return index.isLocal() ? "local" : "global";
	}

	private static String describe(List<KeyAttribute> keys) {
		return keys.isEmpty() ? NONE
				: keys.stream()
					.map((key) -> "'" + key.name() + "' of type " + key.type())
					.collect(Collectors.joining(", "));
	}

	private static String describe(Projection projection) {
		return (projection.kind() != Projection.Kind.INCLUDE) ? projection.kind().name()
				: "INCLUDE " + new TreeSet<>(projection.attributes());
	}

}
