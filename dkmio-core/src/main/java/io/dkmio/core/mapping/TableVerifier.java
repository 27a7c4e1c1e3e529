package io.dkmio.core.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks tables and their indexes by themselves.
 */
final class TableVerifier {

	private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

	private static final int MAX_LOCAL_INDEXES = 5;

	private static final int MAX_INDEX_KEY_ATTRIBUTES = 4;

	private final Faults faults;

	TableVerifier(Faults faults) {
		this.faults = faults;
	}

	void verify(Collection<TableDefinition> tables) {
		Map<String, TableDefinition> names = new HashMap<>();
		for (TableDefinition table : tables) {
			TableDefinition other = names.putIfAbsent(table.name(), table);
			if (other != null) {
				this.faults.of(subject(table))
					.add("is declared twice, as '" + other.logicalName() + "' and as '" + table.logicalName()
							+ "'; declare it once");
			}
			verify(table);
		}
	}

	private void verify(TableDefinition table) {
		Faults.Of found = this.faults.of(subject(table));
		if (!NAME.matcher(table.name()).matches()) {
			found.add("DynamoDB allows names of 3 to 255 letters, digits, '_', '-' and '.'; choose such a name");
		}
		if (table.sortKey() != null && table.sortKey().name().equals(table.partitionKey().name())) {
			found.add("partition key and sort key are both '" + table.partitionKey().name()
					+ "'; they need two attributes");
		}
		verifyAttributes(table, found);
		Map<String, IndexDefinition> names = new HashMap<>();
		for (IndexDefinition index : table.indexes()) {
			verify(table, index, found);
			IndexDefinition other = names.putIfAbsent(index.physicalName(), index);
			if (other != null) {
				found.add("indexes '" + other.name() + "' and '" + index.name() + "' both have the physical name '"
						+ index.physicalName() + "'; give one another");
			}
		}
		long local = table.indexes().stream().filter(IndexDefinition::isLocal).count();
		if (local > MAX_LOCAL_INDEXES) {
			found.add("it has " + local + " local indexes; DynamoDB allows " + MAX_LOCAL_INDEXES
					+ ", make the others global");
		}
	}

	private void verifyAttributes(TableDefinition table, Faults.Of found) {
		Map<String, KeyAttribute> keys = new LinkedHashMap<>();
		List<KeyAttribute> all = new ArrayList<>(List.of(table.partitionKey()));
		if (table.sortKey() != null) {
			all.add(table.sortKey());
		}
		table.indexes().forEach((index) -> all.addAll(index.keyAttributes()));
		for (KeyAttribute key : all) {
			KeyAttribute other = keys.putIfAbsent(key.name(), key);
			if (other != null && other.type() != key.type()) {
				found.add("key attribute '" + key.name() + "' is declared as " + other.type() + " and as " + key.type()
						+ "; declare one type for it everywhere");
			}
		}
		for (String special : new String[] { table.typeAttribute(), table.timeToLiveAttribute() }) {
			if (special != null && keys.containsKey(special)) {
				found.add("'" + special + "' is a key attribute and cannot hold the type or the time to live as well; "
						+ "name another attribute");
			}
		}
		if (table.typeAttribute() != null && table.typeAttribute().equals(table.timeToLiveAttribute())) {
			found.add("'" + table.typeAttribute()
					+ "' cannot hold both the type and the time to live; name another attribute for one of them");
		}
	}

	private void verify(TableDefinition table, IndexDefinition index, Faults.Of found) {
		String name = "index '" + index.name() + "' ";
		if (!NAME.matcher(index.physicalName()).matches()) {
			found.add(name + "has the physical name '" + index.physicalName()
					+ "'; DynamoDB allows 3 to 255 letters, digits, '_', '-' and '.': choose such a name");
		}
		if (index.isLocal()) {
			verifyLocal(table, index, name, found);
		}
		else if (index.partitionKey().isEmpty()) {
			found.add(name + "has no partition key; a global index needs one: declare it");
		}
		if (index.partitionKey().size() > MAX_INDEX_KEY_ATTRIBUTES
				|| index.sortKey().size() > MAX_INDEX_KEY_ATTRIBUTES) {
			found.add(name + "has " + index.partitionKey().size() + " partition and " + index.sortKey().size()
					+ " sort key attributes; DynamoDB allows " + MAX_INDEX_KEY_ATTRIBUTES + " of each; name fewer");
		}
		Set<String> names = new HashSet<>();
		index.keyAttributes().forEach((key) -> {
			if (!names.add(key.name())) {
				found.add(name + "names the key attribute '" + key.name() + "' twice; name it once");
			}
		});
	}

	private void verifyLocal(TableDefinition table, IndexDefinition index, String name, Faults.Of found) {
		if (!index.partitionKey().isEmpty()) {
			found.add(name + "is local and declares a partition key; a local index has the table's, '"
					+ table.partitionKey().name() + "': remove it, or make the index global");
		}
		if (index.sortKey().size() != 1) {
			found.add(name + "is local and has " + index.sortKey().size()
					+ " sort key attributes; a local index has exactly one: declare that");
		}
		if (table.sortKey() == null) {
			found.add(name + "is local, but the table has no sort key; give the table one, or make the index global");
		}
	}

	private static String subject(TableDefinition table) {
		return "Table '" + table.name() + "'";
	}

}
