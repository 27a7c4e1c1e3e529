package io.dkmio.core.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.dkmio.InvalidKeyException;
import io.dkmio.InvalidProjectionException;
import io.dkmio.MissingKeyException;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Conditions;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.KeyRole;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * What documents are read from: a table or one of its indexes.
 */
final class ReadSource {

	private final TableDefinition table;

	private final @Nullable IndexDefinition index;

	private final List<KeyAttribute> partitionKey;

	private final List<KeyAttribute> sortKey;

	private final Set<String> ownKeyNames = new LinkedHashSet<>();

	private final Set<String> positionNames = new LinkedHashSet<>();

	private final @Nullable Set<String> held;

	private ReadSource(TableDefinition table, @Nullable IndexDefinition index) {
		this.table = table;
		this.index = index;
		List<KeyAttribute> tableSort = (table.sortKey() != null) ? List.of(table.sortKey()) : List.of();
		this.partitionKey = (index == null || index.isLocal()) ? List.of(table.partitionKey()) : index.partitionKey();
		this.sortKey = (index != null) ? index.sortKey() : tableSort;
		this.partitionKey.forEach((attribute) -> this.ownKeyNames.add(attribute.name()));
		this.sortKey.forEach((attribute) -> this.ownKeyNames.add(attribute.name()));
		this.positionNames.add(table.partitionKey().name());
		tableSort.forEach((attribute) -> this.positionNames.add(attribute.name()));
		this.positionNames.addAll(this.ownKeyNames);
		this.held = held();
	}

	static ReadSource table(TableDefinition table) {
		return new ReadSource(table, null);
	}

	static ReadSource index(TableDefinition table, IndexDefinition index) {
		return new ReadSource(table, index);
	}

	private @Nullable Set<String> held() {
		if (this.index == null || this.index.projection().kind() == Projection.Kind.ALL) {
			return null;
		}
		Set<String> names = new LinkedHashSet<>(this.positionNames);
		names.addAll(this.index.projection().attributes());
		return names;
	}

	TableDefinition table() {
		return this.table;
	}

	@Nullable String physicalIndex() {
		return (this.index != null) ? this.index.physicalName() : null;
	}

	boolean isGlobalIndex() {
		return this.index != null && !this.index.isLocal();
	}

	/**
	 * Whether documents come without some of their attributes.
	 */
	boolean holdsPartOnly() {
		return this.held != null;
	}

	/**
	 * The attributes that make up a position: the keys of the table and of the index.
	 */
	Set<String> positionNames() {
		return this.positionNames;
	}

	DynamoOperation operation(String name) {
		return DynamoOperation.of(name)
			.withTable(this.table.name(), this.table.logicalName())
			.withIndex(physicalIndex());
	}

	/**
	 * The values of a partition key.
	 */
	List<AttributeValue> partition(Object... values) {
		if (values.length != this.partitionKey.size()) {
			throw new MissingKeyException("A query of " + this + " takes " + this.partitionKey.size()
					+ " values, one for each of " + names(this.partitionKey) + ", and " + values.length
					+ " were given. Give all of them, or use scan()", null, this.partitionKey.get(0).name());
		}
		List<AttributeValue> result = new ArrayList<>();
		for (int i = 0; i < values.length; i++) {
			result.add(key(KeyRole.PARTITION_KEY, this.partitionKey.get(i), values[i]));
		}
		return List.copyOf(result);
	}

	private AttributeValue key(KeyRole role, KeyAttribute attribute, @Nullable Object value) {
		if (value == null) {
			throw new MissingKeyException("A query of " + this + " needs the " + role + " '" + attribute.name()
					+ "', and it is null. Give a value, or use scan()", null, attribute.name());
		}
		return KeyChecks.check(toString(), role, attribute, DocumentValues.encode(DocumentValues.of(value)));
	}

	/**
	 * The condition on the partition key alone.
	 */
	Condition condition(List<AttributeValue> partition) {
		List<Condition> conditions = new ArrayList<>();
		for (int i = 0; i < partition.size(); i++) {
			conditions
				.add(Conditions.attribute(AttributePath.of(this.partitionKey.get(i).name())).eq(partition.get(i)));
		}
		return Condition.allOf(conditions);
	}

	/**
	 * The condition on the sort key.
	 */
	Condition condition(SortKeyCondition... sort) {
		if (sort.length == 0 || sort.length > this.sortKey.size()) {
			throw new InvalidKeyException(
					(this.sortKey.isEmpty() ? "where(…) asks for a sort key, and " + this + " has none"
							: "where(…) takes a condition for each sort key attribute of " + this + ", "
									+ names(this.sortKey) + ", from left to right, and " + sort.length + " were given")
							+ ". Use filter(…) for other attributes",
					null, null);
		}
		List<Condition> conditions = new ArrayList<>();
		for (int i = 0; i < sort.length; i++) {
			if (i < sort.length - 1 && !sort[i].isEquality()) {
				throw new InvalidKeyException(
						"Sort key attribute '" + this.sortKey.get(i).name() + "' of " + this + " is asked with "
								+ sort[i] + ", and only the last condition of where(…) may be other than" + " eq(…)",
						null, this.sortKey.get(i).name());
			}
			conditions.add(condition(this.sortKey.get(i), sort[i]));
		}
		return Condition.allOf(conditions);
	}

	private Condition condition(KeyAttribute attribute, SortKeyCondition condition) {
		List<AttributeValue> values = condition.values()
			.stream()
			.map((value) -> key(KeyRole.SORT_KEY, attribute, value))
			.toList();
		return condition.on(Conditions.attribute(AttributePath.of(attribute.name())), values);
	}

	/**
	 * Refuses paths whose attributes are not held.
	 * @param what what they are for
	 */
	void requireHeld(String what, Collection<AttributePath> paths) {
		Set<String> held = this.held;
		if (held == null || this.index == null) {
			return;
		}
		List<String> missing = paths.stream()
			.map(AttributePath::root)
			.filter((root) -> !held.contains(root))
			.distinct()
			.toList();
		if (!missing.isEmpty()) {
			throw new InvalidProjectionException(capitalized() + " does not hold " + String.join(", ", missing)
					+ ", which the " + what + " names; it holds " + String.join(", ", held)
					+ ". Name only these, or read the documents by their keys", this.index.name(), missing);
		}
	}

	/**
	 * Refuses a filter of a query on its own keys, as DynamoDB does.
	 */
	void requireNoKeys(Condition filter) {
		filter.paths()
			.stream()
			.map(AttributePath::root)
			.filter(this.ownKeyNames::contains)
			.findFirst()
			.ifPresent((name) -> {
				throw new InvalidDataAccessApiUsageException(
						"'" + name + "' is a key attribute of " + this + ", which a query cannot filter. "
								+ (isSort(name) ? "Use where(…), which is also cheaper" : "Give it to query(…)"));
			});
	}

	private boolean isSort(String name) {
		return this.sortKey.stream().anyMatch((attribute) -> attribute.name().equals(name));
	}

	private static String names(List<KeyAttribute> attributes) {
		return String.join(", ", attributes.stream().map(KeyAttribute::name).toList());
	}

	private String capitalized() {
		String text = toString();
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}

	/** Names it for a message. */
	@Override
	public String toString() {
		String table = "table '" + this.table.logicalName() + "'";
		return (this.index == null) ? table : "index '" + this.index.name() + "' of " + table;
	}

}
