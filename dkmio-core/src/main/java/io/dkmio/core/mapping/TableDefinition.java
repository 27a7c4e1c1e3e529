package io.dkmio.core.mapping;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A table as the mapping needs to know it: keys, indexes, and the attributes with a
 * meaning of their own. Immutable: each {@code with…} returns another one.
 *
 * <pre class="code">
 * TableDefinition shop = TableDefinition.of("shop")
 *     .withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"));
 * </pre>
 *
 * @since 1.0
 */
public final class TableDefinition {

	/** The logical name of the single table, which items use that name no other. */
	public static final String DEFAULT = "default";

	/** The separator between the segments of a key template, unless declared. */
	public static final char DEFAULT_SEPARATOR = '#';

	private final String logicalName;

	private final String name;

	private final KeyAttribute partitionKey;

	private final @Nullable KeyAttribute sortKey;

	private final @Nullable String typeAttribute;

	private final @Nullable String timeToLiveAttribute;

	private final char keySeparator;

	private final Map<String, IndexDefinition> indexes;

	private TableDefinition(Draft draft) {
		this.logicalName = draft.logicalName;
		this.name = draft.name;
		this.partitionKey = draft.partitionKey;
		this.sortKey = draft.sortKey;
		this.typeAttribute = draft.typeAttribute;
		this.timeToLiveAttribute = draft.timeToLiveAttribute;
		this.keySeparator = draft.keySeparator;
		this.indexes = Collections.unmodifiableMap(draft.indexes);
	}

	/**
	 * The single table with the usual attributes: {@code pk}, {@code sk}, {@code _type},
	 * and {@code expires_at} for the time to live.
	 * @param name the table's name
	 * @return the definition
	 */
	public static TableDefinition of(String name) {
		return new Draft(DEFAULT, name, KeyAttribute.parse("pk"), KeyAttribute.parse("sk"), "_type", "expires_at")
			.done();
	}

	/**
	 * A further table, with a partition key and no type attribute, that items name in
	 * {@code @Item(table = …)}.
	 * @param logicalName the name items use
	 * @param name the table's name
	 * @param partitionKey the partition key in the form of
	 * {@link KeyAttribute#parse(String)}
	 * @return the definition
	 */
	public static TableDefinition of(String logicalName, String name, String partitionKey) {
		return new Draft(logicalName, name, KeyAttribute.parse(partitionKey), null, null, null).done();
	}

	/**
	 * Sets the name items use for this table.
	 * @param logicalName the logical name
	 * @return the changed definition
	 */
	public TableDefinition withLogicalName(String logicalName) {
		return change((draft) -> draft.logicalName = logicalName);
	}

	/**
	 * Sets the table's name as DynamoDB knows it.
	 * @param name the name
	 * @return the changed definition
	 */
	public TableDefinition withName(String name) {
		return change((draft) -> draft.name = name);
	}

	/**
	 * Sets the partition key.
	 * @param attribute the attribute in the form of {@link KeyAttribute#parse(String)}
	 * @return the changed definition
	 */
	public TableDefinition withPartitionKey(String attribute) {
		return change((draft) -> draft.partitionKey = KeyAttribute.parse(attribute));
	}

	/**
	 * Sets the sort key.
	 * @param attribute the attribute in the form of {@link KeyAttribute#parse(String)}
	 * @return the changed definition
	 */
	public TableDefinition withSortKey(String attribute) {
		return change((draft) -> draft.sortKey = KeyAttribute.parse(attribute));
	}

	/**
	 * Leaves the table without a sort key.
	 * @return the changed definition
	 */
	public TableDefinition withoutSortKey() {
		return change((draft) -> draft.sortKey = null);
	}

	/**
	 * Sets the attribute that holds the item's type.
	 * @param attribute the attribute's name, or {@code null} for none
	 * @return the changed definition
	 */
	public TableDefinition withTypeAttribute(@Nullable String attribute) {
		return change((draft) -> draft.typeAttribute = attribute);
	}

	/**
	 * Sets the attribute that holds the time to live, in seconds since the epoch.
	 * @param attribute the attribute's name, or {@code null} for none
	 * @return the changed definition
	 */
	public TableDefinition withTimeToLive(@Nullable String attribute) {
		return change((draft) -> draft.timeToLiveAttribute = attribute);
	}

	/**
	 * Sets the character between the segments of key templates.
	 * @param separator the separator, {@code #} unless set
	 * @return the changed definition
	 * @throws IllegalArgumentException if the character cannot be a separator
	 */
	public TableDefinition withKeySeparator(char separator) {
		KeyEscaping.of(separator);
		return change((draft) -> draft.keySeparator = separator);
	}

	/**
	 * Adds an index, or replaces the one of the same name.
	 * @param index the index
	 * @return the changed definition
	 */
	public TableDefinition withIndex(IndexDefinition index) {
		Assert.notNull(index, "IndexDefinition must not be null");
		return change((draft) -> draft.indexes.put(index.name(), index));
	}

	/**
	 * The name items use for this table.
	 * @return the logical name
	 */
	public String logicalName() {
		return this.logicalName;
	}

	/**
	 * The table's name as DynamoDB knows it.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The partition key.
	 * @return the attribute
	 */
	public KeyAttribute partitionKey() {
		return this.partitionKey;
	}

	/**
	 * The sort key.
	 * @return the attribute, or {@code null} if the table has none
	 */
	public @Nullable KeyAttribute sortKey() {
		return this.sortKey;
	}

	/**
	 * The attribute that holds the item's type.
	 * @return the attribute's name, or {@code null} if the table has none
	 */
	public @Nullable String typeAttribute() {
		return this.typeAttribute;
	}

	/**
	 * The attribute that holds the time to live.
	 * @return the attribute's name, or {@code null} if the table has none
	 */
	public @Nullable String timeToLiveAttribute() {
		return this.timeToLiveAttribute;
	}

	/**
	 * The character between the segments of key templates.
	 * @return the separator
	 */
	public char keySeparator() {
		return this.keySeparator;
	}

	/**
	 * The indexes in declared order.
	 * @return the indexes
	 */
	public Collection<IndexDefinition> indexes() {
		return this.indexes.values();
	}

	/**
	 * An index by the name the application uses.
	 * @param name the name
	 * @return the index, or {@code null} if the table has none of that name
	 */
	public @Nullable IndexDefinition index(String name) {
		return this.indexes.get(name);
	}

	/**
	 * The names of the attributes of the primary key: that of the partition key, and that
	 * of the sort key if there is one.
	 * @return the names, in this order
	 */
	public List<String> primaryKeyNames() {
		return (this.sortKey != null) ? List.of(this.partitionKey.name(), this.sortKey.name())
				: List.of(this.partitionKey.name());
	}

	/**
	 * The names of all key attributes: the table's and those of all its indexes.
	 * @return the names
	 */
	public Set<String> keyAttributeNames() {
		Set<String> names = new LinkedHashSet<>(primaryKeyNames());
		this.indexes.values().forEach((index) -> index.keyAttributes().forEach((key) -> names.add(key.name())));
		return names;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof TableDefinition table && state().equals(table.state()));
	}

	@Override
	public int hashCode() {
		return state().hashCode();
	}

	private List<@Nullable Object> state() {
		return Arrays.asList(this.logicalName, this.name, this.partitionKey, this.sortKey, this.typeAttribute,
				this.timeToLiveAttribute, this.keySeparator, List.copyOf(this.indexes.values()));
	}

	@Override
	public String toString() {
		return this.name + " (" + this.partitionKey + ((this.sortKey != null) ? ", " + this.sortKey : "") + ")"
				+ (this.indexes.isEmpty() ? ""
						: this.indexes.keySet().stream().collect(Collectors.joining(", ", " with ", "")));
	}

	private TableDefinition change(Consumer<Draft> change) {
		Draft draft = new Draft(this.logicalName, this.name, this.partitionKey, this.sortKey, this.typeAttribute,
				this.timeToLiveAttribute);
		draft.keySeparator = this.keySeparator;
		draft.indexes.putAll(this.indexes);
		change.accept(draft);
		return draft.done();
	}

	private static final class Draft {

		private String logicalName;

		private String name;

		private KeyAttribute partitionKey;

		private @Nullable KeyAttribute sortKey;

		private @Nullable String typeAttribute;

		private @Nullable String timeToLiveAttribute;

		private char keySeparator = DEFAULT_SEPARATOR;

		private final Map<String, IndexDefinition> indexes = new LinkedHashMap<>();

		private Draft(String logicalName, String name, KeyAttribute partitionKey, @Nullable KeyAttribute sortKey,
				@Nullable String typeAttribute, @Nullable String timeToLiveAttribute) {
			this.logicalName = logicalName;
			this.name = name;
			this.partitionKey = partitionKey;
			this.sortKey = sortKey;
			this.typeAttribute = typeAttribute;
			this.timeToLiveAttribute = timeToLiveAttribute;
		}

		private TableDefinition done() {
			Assert.hasText(this.logicalName, "A table needs a logical name");
			Assert.hasText(this.name, "A table needs a name");
			Assert.isTrue(this.typeAttribute == null || !this.typeAttribute.isBlank(),
					"The type attribute needs a name; null stands for none");
			Assert.isTrue(this.timeToLiveAttribute == null || !this.timeToLiveAttribute.isBlank(),
					"The time to live attribute needs a name; null stands for none");
			return new TableDefinition(this);
		}

	}

}
