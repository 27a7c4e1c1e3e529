package io.dkmio.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The tables of the configuration, and those the application declares as beans.
 */
final class TableDefinitions {

	private static final String SINGLE = "dkmio.table";

	private static final String DEFAULT_NAME = "dkmio";

	private static final String KEY_ADVICE = "Write the attribute's name for a string, as in 'pk', or name and type,"
			+ " as in 'pk:N' for a number and 'pk:B' for bytes";

	private final DynamoProperties properties;

	private final String applicationName;

	TableDefinitions(DynamoProperties properties, @Nullable String applicationName) {
		this.properties = properties;
		this.applicationName = StringUtils.hasText(applicationName) ? applicationName : DEFAULT_NAME;
	}

	/**
	 * All tables, by the names they have in DynamoDB.
	 * @param declared the tables the application declares as beans
	 * @return the tables
	 */
	List<TableDefinition> resolve(Collection<TableDefinition> declared) {
		List<TableDefinition> tables = new ArrayList<>(declared);
		DynamoTableProperties single = this.properties.table();
		if (single == null && declared.isEmpty() && this.properties.tables().isEmpty()) {
			single = DynamoTableProperties.DEFAULTS;
		}
		if (single != null) {
			add(tables, single(single), SINGLE);
		}
		this.properties.tables()
			.forEach((logicalName, table) -> add(tables, further(logicalName, table), "dkmio.tables." + logicalName));
		return tables.stream().map(this::withPrefixAndSuffix).toList();
	}

	private static void add(List<TableDefinition> tables, TableDefinition table, String property) {
		if (tables.stream().anyMatch((other) -> other.logicalName().equals(table.logicalName()))) {
			throw new InvalidDynamoConfigurationException(property,
					"there is a second table with the logical name '" + table.logicalName() + "'",
					table.logicalName().equals(TableDefinition.DEFAULT)
							? "Declare the single table once: below dkmio.table, or as a bean"
							: "Declare the table once: below dkmio.tables, or as a bean");
		}
		tables.add(table);
	}

	private TableDefinition withPrefixAndSuffix(TableDefinition table) {
		return table.withName(this.properties.tablePrefix() + table.name() + this.properties.tableSuffix());
	}

	private TableDefinition single(DynamoTableProperties table) {
		TableDefinition definition = TableDefinition
			.of(Objects.requireNonNullElseGet(text(table.name()), () -> nameOf(this.applicationName)))
			.withPartitionKey(key(SINGLE + ".partition-key", table.partitionKey()));
		return with(definition, SINGLE, table.sortKey(), table.typeAttribute(), table.timeToLive(),
				table.keySeparator(), table.indexes());
	}

	/**
	 * The name of the application with what no table's name can have left out.
	 */
	private static String nameOf(String applicationName) {
		String name = applicationName.replaceAll("[^a-zA-Z0-9_.-]", "-");
		return (name.length() < 3) ? DEFAULT_NAME + "-" + name : name;
	}

	private TableDefinition further(String logicalName, FurtherTableProperties table) {
		String property = "dkmio.tables." + logicalName;
		if (!StringUtils.hasText(table.partitionKey())) {
			throw new InvalidDynamoConfigurationException(property + ".partition-key",
					"table '" + logicalName + "' has no partition key", KEY_ADVICE);
		}
		TableDefinition definition = TableDefinition.of(logicalName,
				Objects.requireNonNullElse(text(table.name()), logicalName),
				key(property + ".partition-key", table.partitionKey()));
		return with(definition, property, table.sortKey(), table.typeAttribute(), table.timeToLive(),
				table.keySeparator(), table.indexes());
	}

	private static TableDefinition with(TableDefinition table, String property, @Nullable String sortKey,
			@Nullable String typeAttribute, @Nullable String timeToLive, String keySeparator,
			Map<String, DynamoTableProperties.Index> indexes) {
		TableDefinition definition = StringUtils.hasText(sortKey)
				? table.withSortKey(key(property + ".sort-key", sortKey)) : table.withoutSortKey();
		definition = definition.withTypeAttribute(text(typeAttribute)).withTimeToLive(text(timeToLive));
		definition = withSeparator(definition, property + ".key-separator", keySeparator);
		for (Map.Entry<String, DynamoTableProperties.Index> index : indexes.entrySet()) {
			definition = definition
				.withIndex(index(property + ".indexes." + index.getKey(), index.getKey(), index.getValue()));
		}
		return definition;
	}

	private static TableDefinition withSeparator(TableDefinition table, String property, String separator) {
		if (separator.length() != 1) {
			throw new InvalidDynamoConfigurationException(property,
					"a separator is one character, and this one has " + separator.length(),
					"Use a character such as #");
		}
		try {
			return table.withKeySeparator(separator.charAt(0));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidDynamoConfigurationException(property, sentence(ex), "Use a character such as #", ex);
		}
	}

	private static IndexDefinition index(String property, String name, DynamoTableProperties.Index index) {
		IndexDefinition definition = (index.kind() == IndexDefinition.Kind.LOCAL) ? IndexDefinition.local(name)
				: IndexDefinition.global(name);
		definition = definition.withPartitionKey(keys(property + ".partition-key", index.partitionKey()))
			.withSortKey(keys(property + ".sort-key", index.sortKey()))
			.withProjection(projection(property + ".projection", index.projection()));
		String physicalName = text(index.physicalName());
		return (physicalName != null) ? definition.withPhysicalName(physicalName) : definition;
	}

	private static Projection projection(String property, List<String> projection) {
		if (projection.isEmpty()) {
			throw new InvalidDynamoConfigurationException(property, "it is empty",
					"Write ALL, KEYS_ONLY, or a list of attributes");
		}
		for (String each : projection) {
			Projection whole = switch (each.toUpperCase(Locale.ROOT).replace('-', '_')) {
				case "ALL" -> Projection.ALL;
				case "KEYS_ONLY" -> Projection.KEYS_ONLY;
				default -> null;
			};
			if (whole != null && projection.size() > 1) {
				throw new InvalidDynamoConfigurationException(property, "'" + each + "' stands beside attributes",
						"Write '" + each + "' alone, or a list of attributes without it");
			}
			if (whole != null) {
				return whole;
			}
		}
		if (projection.stream().anyMatch((each) -> !StringUtils.hasText(each))) {
			throw new InvalidDynamoConfigurationException(property, "one of its attributes has no name",
					"Write ALL, KEYS_ONLY, or a list of attributes");
		}
		return Projection.include(projection);
	}

	private static String[] keys(String property, List<String> keys) {
		return keys.stream().map((key) -> key(property, key)).toArray(String[]::new);
	}

	private static String key(String property, String key) {
		try {
			return KeyAttribute.parse(key).toString();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidDynamoConfigurationException(property, "'" + key + "' is no key attribute", KEY_ADVICE,
					ex);
		}
	}

	private static @Nullable String text(@Nullable String text) {
		return StringUtils.hasText(text) ? text : null;
	}

	private static String sentence(IllegalArgumentException ex) {
		return Objects.requireNonNullElse(ex.getMessage(), "it cannot be used");
	}

}
