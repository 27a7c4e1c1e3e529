package io.dkmio.core.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.Assert;

/**
 * A secondary index of a table. Immutable: each {@code with…} returns another one.
 *
 * @param name the name the application uses
 * @param physicalName the name DynamoDB knows
 * @param kind global or local
 * @param partitionKey the partition key attributes: none for a local index, one to four
 * for a global one
 * @param sortKey the sort key attributes: up to four
 * @param projection what the index holds beside the keys
 * @since 1.0
 */
public record IndexDefinition(String name, String physicalName, Kind kind, List<KeyAttribute> partitionKey,
		List<KeyAttribute> sortKey, Projection projection) {

	public IndexDefinition {
		Assert.hasText(name, "An index needs a name");
		Assert.hasText(physicalName, "An index needs a physical name");
		partitionKey = List.copyOf(partitionKey);
		sortKey = List.copyOf(sortKey);
	}

	/**
	 * Starts a global index that projects all attributes.
	 * @param name the name, also its physical name
	 * @return an index without keys yet
	 */
	public static IndexDefinition global(String name) {
		return new IndexDefinition(name, name, Kind.GLOBAL, List.of(), List.of(), Projection.ALL);
	}

	/**
	 * Starts a local index that projects all attributes. Its partition key is the
	 * table's.
	 * @param name the name, also its physical name
	 * @return an index without a sort key yet
	 */
	public static IndexDefinition local(String name) {
		return new IndexDefinition(name, name, Kind.LOCAL, List.of(), List.of(), Projection.ALL);
	}

	/**
	 * Sets the partition key.
	 * @param attributes one attribute, or up to four, in the form of
	 * {@link KeyAttribute#parse(String)}
	 * @return the changed definition
	 */
	public IndexDefinition withPartitionKey(String... attributes) {
		return new IndexDefinition(this.name, this.physicalName, this.kind, parse(attributes), this.sortKey,
				this.projection);
	}

	/**
	 * Sets the sort key.
	 * @param attributes one attribute, or up to four, in the form of
	 * {@link KeyAttribute#parse(String)}
	 * @return the changed definition
	 */
	public IndexDefinition withSortKey(String... attributes) {
		return new IndexDefinition(this.name, this.physicalName, this.kind, this.partitionKey, parse(attributes),
				this.projection);
	}

	/**
	 * Sets what the index holds beside the keys.
	 * @param projection the projection
	 * @return the changed definition
	 */
	public IndexDefinition withProjection(Projection projection) {
		return new IndexDefinition(this.name, this.physicalName, this.kind, this.partitionKey, this.sortKey,
				projection);
	}

	/**
	 * Sets the name DynamoDB knows, where it differs from the name the application uses.
	 * @param physicalName the physical name
	 * @return the changed definition
	 */
	public IndexDefinition withPhysicalName(String physicalName) {
		return new IndexDefinition(this.name, physicalName, this.kind, this.partitionKey, this.sortKey,
				this.projection);
	}

	/**
	 * Whether this index is local to a partition of the table.
	 * @return {@code true} for a local index
	 */
	public boolean isLocal() {
		return this.kind == Kind.LOCAL;
	}

	/**
	 * The key attributes declared on the index itself, partition key first.
	 * @return the attributes
	 */
	public List<KeyAttribute> keyAttributes() {
		List<KeyAttribute> all = new ArrayList<>(this.partitionKey);
		all.addAll(this.sortKey);
		return List.copyOf(all);
	}

	private static List<KeyAttribute> parse(String... attributes) {
		return Stream.of(attributes).map(KeyAttribute::parse).toList();
	}

	/**
	 * The two kinds of secondary index.
	 */
	public enum Kind {

		/** With a partition key of its own, eventually consistent. */
		GLOBAL,
		/** Within the table's partitions, with another sort key. */
		LOCAL

	}

}
