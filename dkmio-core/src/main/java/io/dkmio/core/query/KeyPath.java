package io.dkmio.core.query;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.IndexModel;
import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.KeyComponent;
import io.dkmio.core.mapping.KeyModel;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys items of a type can be found by: those of the table, or of one index.
 *
 * @param index the index, or {@code null} for the table
 * @param partitionKey the partition key
 * @param sortKey the sort key, empty if there is none
 * @since 1.0
 */
public record KeyPath(@Nullable IndexDefinition index, List<KeyComponent> partitionKey, List<KeyComponent> sortKey) {

	public KeyPath {
		partitionKey = List.copyOf(partitionKey);
		sortKey = List.copyOf(sortKey);
	}

	/**
	 * All paths to items of a type, the table first.
	 * @param type the type
	 * @return the paths
	 */
	static List<KeyPath> of(DynamoPersistentEntity<?> type) {
		return Stream.concat(Stream.of(table(type)), type.getIndexes().stream().map((index) -> index(type, index)))
			.toList();
	}

	private static KeyPath table(DynamoPersistentEntity<?> type) {
		KeyModel key = type.getRequiredKey();
		return new KeyPath(null, List.of(key.partitionKey()), Stream.ofNullable(key.sortKey()).toList());
	}

	private static KeyPath index(DynamoPersistentEntity<?> type, IndexModel index) {
		return new KeyPath(index.index(),
				index.index().isLocal() ? List.of(type.getRequiredKey().partitionKey()) : index.partitionKey(),
				index.sortKey());
	}

	/**
	 * The path of another type through the same keys.
	 * @return the path, or {@code null} if its items are not there
	 */
	@Nullable KeyPath ofOther(DynamoPersistentEntity<?> other) {
		return of(other).stream().filter((path) -> Objects.equals(path.index, this.index)).findFirst().orElse(null);
	}

	boolean isTable() {
		return this.index == null;
	}

	boolean isLocalIndex() {
		return this.index != null && this.index.isLocal();
	}

	boolean isGlobalIndex() {
		return this.index != null && !this.index.isLocal();
	}

	/**
	 * What is at the end of this path.
	 * @param table the table
	 * @return the names of the attributes, or {@code null} for all
	 */
	@Nullable Set<String> attributes(TableDefinition table) {
		IndexDefinition index = this.index;
		if (index == null || index.projection().kind() == Projection.Kind.ALL) {
			return null;
		}
		Set<String> names = keyNames(table);
		names.addAll(index.projection().attributes());
		return names;
	}

	/**
	 * The key attributes of the table and of the index, which every entry has.
	 */
	Set<String> keyNames(TableDefinition table) {
		Set<String> names = new LinkedHashSet<>(table.primaryKeyNames());
		if (this.index != null) {
			this.index.keyAttributes().stream().map(KeyAttribute::name).forEach(names::add);
		}
		return names;
	}

	/**
	 * Those attributes of an item that make up its position in a result.
	 */
	static Map<String, AttributeValue> position(Set<String> attributes, Map<String, AttributeValue> item) {
		Map<String, AttributeValue> position = new LinkedHashMap<>();
		for (String name : attributes) {
			AttributeValue value = item.get(name);
			if (value != null) {
				position.put(name, value);
			}
		}
		return position;
	}

	/** The name for people: {@code the table} or {@code index 'gsi1'}. */
	@Override
	public String toString() {
		return (this.index == null) ? "the table" : "index '" + this.index.name() + "'";
	}

}
