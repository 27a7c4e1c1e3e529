package io.dkmio.core.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How the primary key of an item comes about.
 *
 * @param partitionKey the partition key
 * @param sortKey the sort key, {@code null} if the table has none
 * @since 1.0
 */
public record KeyModel(KeyComponent partitionKey, @Nullable KeyComponent sortKey) {

	/**
	 * The components, partition key first.
	 * @return one or two components
	 */
	public List<KeyComponent> components() {
		return Stream.of(this.partitionKey, this.sortKey).filter(Objects::nonNull).toList();
	}

	/**
	 * The properties the key is made of, each once, in the order of the key.
	 * @return the properties
	 */
	public List<DynamoPersistentProperty> properties() {
		Set<DynamoPersistentProperty> properties = new LinkedHashSet<>();
		components().forEach((component) -> properties.addAll(component.properties()));
		return List.copyOf(properties);
	}

}
