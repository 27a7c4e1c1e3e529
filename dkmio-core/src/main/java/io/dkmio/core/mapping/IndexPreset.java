package io.dkmio.core.mapping;

import java.util.Arrays;

/**
 * Indexes over generic key slots: the keys of the table, {@code pk} and {@code sk}, and
 * three attributes {@code g1k}, {@code g2k} and {@code g3k} that each type composes as it
 * needs them.
 *
 * <pre class="code">
 * TableDefinition app = IndexPreset.add(TableDefinition.of("app"), IndexPreset.INVERTED, IndexPreset.G1_SORT);
 *
 * &#64;Item(pk = "USER#{user}", sk = "TASK#{task}")
 * &#64;GlobalIndex(name = "g1-sort", pk = "STATUS#{status}")
 * record Task(String user, String task, String status) {
 * }
 * </pre>
 *
 * @since 1.0
 */
public enum IndexPreset {

	/** The keys of the table, exchanged. */
	INVERTED(Slot.SORT, Slot.PARTITION, "inverted"),
	/** {@code pk} and {@code g1k}. */
	PARTITION_G1(Slot.PARTITION, Slot.G1),
	/** {@code pk} and {@code g2k}. */
	PARTITION_G2(Slot.PARTITION, Slot.G2),
	/** {@code pk} and {@code g3k}. */
	PARTITION_G3(Slot.PARTITION, Slot.G3),
	/** {@code sk} and {@code g1k}. */
	SORT_G1(Slot.SORT, Slot.G1),
	/** {@code sk} and {@code g2k}. */
	SORT_G2(Slot.SORT, Slot.G2),
	/** {@code sk} and {@code g3k}. */
	SORT_G3(Slot.SORT, Slot.G3),
	/** {@code g1k} and {@code pk}. */
	G1_PARTITION(Slot.G1, Slot.PARTITION),
	/** {@code g2k} and {@code pk}. */
	G2_PARTITION(Slot.G2, Slot.PARTITION),
	/** {@code g3k} and {@code pk}. */
	G3_PARTITION(Slot.G3, Slot.PARTITION),
	/** {@code g1k} and {@code sk}. */
	G1_SORT(Slot.G1, Slot.SORT),
	/** {@code g2k} and {@code sk}. */
	G2_SORT(Slot.G2, Slot.SORT),
	/** {@code g3k} and {@code sk}. */
	G3_SORT(Slot.G3, Slot.SORT),
	/** {@code g1k} and {@code g2k}. */
	G1_G2(Slot.G1, Slot.G2),
	/** {@code g1k} and {@code g3k}. */
	G1_G3(Slot.G1, Slot.G3),
	/** {@code g2k} and {@code g1k}. */
	G2_G1(Slot.G2, Slot.G1),
	/** {@code g2k} and {@code g3k}. */
	G2_G3(Slot.G2, Slot.G3),
	/** {@code g3k} and {@code g1k}. */
	G3_G1(Slot.G3, Slot.G1),
	/** {@code g3k} and {@code g2k}. */
	G3_G2(Slot.G3, Slot.G2);

	private final Slot first;

	private final Slot second;

	private final String indexName;

	IndexPreset(Slot first, Slot second) {
		this(first, second, first.label + "-" + second.label);
	}

	IndexPreset(Slot first, Slot second, String indexName) {
		this.first = first;
		this.second = second;
		this.indexName = indexName;
	}

	/**
	 * The name of the index, such as {@code g1-sort}.
	 * @return the name
	 */
	public String indexName() {
		return this.indexName;
	}

	/**
	 * The index of a table.
	 * @param table the table, with a sort key
	 * @return the index, over the attributes the table's keys have
	 */
	public IndexDefinition of(TableDefinition table) {
		return IndexDefinition.global(this.indexName)
			.withPartitionKey(this.first.attribute(table))
			.withSortKey(this.second.attribute(table));
	}

	/**
	 * A table with indexes.
	 * @param table the table, with a sort key
	 * @param presets the indexes
	 * @return the changed table
	 */
	public static TableDefinition add(TableDefinition table, IndexPreset... presets) {
		TableDefinition result = table;
		for (IndexDefinition index : Arrays.stream(presets).map((preset) -> preset.of(table)).toList()) {
			result = result.withIndex(index);
		}
		return result;
	}

	private enum Slot {

		PARTITION("partition"), SORT("sort"), G1("g1"), G2("g2"), G3("g3");

		private final String label;

		Slot(String label) {
			this.label = label;
		}

		String attribute(TableDefinition table) {
			return switch (this) {
				case PARTITION -> table.partitionKey().toString();
				case SORT -> sortKey(table);
				default -> this.label + "k";
			};
		}

		private static String sortKey(TableDefinition table) {
			KeyAttribute sortKey = table.sortKey();
			if (sortKey == null) {
				throw new IllegalArgumentException("Table '" + table.logicalName()
						+ "' has no sort key for an index to use; give it one, or use a preset of other slots");
			}
			return sortKey.toString();
		}

	}

}
