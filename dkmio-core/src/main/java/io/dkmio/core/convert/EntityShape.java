package io.dkmio.core.convert;

import java.util.List;

import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;

import org.springframework.data.mapping.MappingException;

/**
 * The slots of a type, and how to get at them. The first slots are the parameters of the
 * creator, in order.
 *
 * @param entity the type
 * @param slots all slots
 * @param others the slot of the attributes no property names, or {@link #NONE}
 * @param access takes objects apart and puts them together
 */
record EntityShape(DynamoPersistentEntity<?> entity, List<PropertySlot> slots, int others, TypeAccess access) {

	static final int NONE = -1;

	/**
	 * The slot of a property.
	 */
	int slotOf(DynamoPersistentProperty property) {
		for (int i = 0; i < this.slots.size(); i++) {
			if (property.equals(this.slots.get(i).property())) {
				return i;
			}
		}
		throw new MappingException(
				this.entity.getType().getSimpleName() + " has no persistent property '" + property.getName() + "'");
	}

	/**
	 * The slots of some properties, in their order.
	 */
	int[] slotsOf(List<DynamoPersistentProperty> properties) {
		return properties.stream().mapToInt(this::slotOf).toArray();
	}

}
