package io.dkmio.core.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How an item gets into an index. An item is in it if none of the {@link #properties()}
 * is null.
 *
 * @param index the index
 * @param partitionKey the partition key: several components only where the index has
 * several attributes
 * @param sortKey the sort key, likewise; empty if the index has none
 * @since 1.0
 */
public record IndexModel(IndexDefinition index, List<KeyComponent> partitionKey, List<KeyComponent> sortKey) {

	public IndexModel {
		partitionKey = List.copyOf(partitionKey);
		sortKey = List.copyOf(sortKey);
	}

	/**
	 * The components, partition key first.
	 * @return the components
	 */
	public List<KeyComponent> components() {
		List<KeyComponent> components = new ArrayList<>(this.partitionKey);
		components.addAll(this.sortKey);
		return components;
	}

	/**
	 * The properties the keys are made of, each once, in the order of the keys.
	 * @return the properties
	 */
	public List<DynamoPersistentProperty> properties() {
		Set<DynamoPersistentProperty> properties = new LinkedHashSet<>();
		components().forEach((component) -> properties.addAll(component.properties()));
		return List.copyOf(properties);
	}

}
