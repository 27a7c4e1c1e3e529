package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.PathElement;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.core.TypeInformation;

/**
 * Follows paths from the type of a method's items, and refuses those DynamoDB cannot
 * follow.
 */
final class PropertySteps {

	private final DynamoQueryMethod method;

	PropertySteps(DynamoQueryMethod method) {
		this.method = method;
	}

	/**
	 * The names of the type's properties, for people.
	 */
	String names() {
		return names(this.method.entity());
	}

	/**
	 * The names of a type's properties, for people.
	 */
	static String names(DynamoPersistentEntity<?> type) {
		List<String> names = new ArrayList<>();
		type.forEach((property) -> names.add(property.getName()));
		return String.join(", ", names);
	}

	/**
	 * The property a path ends at.
	 */
	DynamoPersistentProperty last(PropertyPath path) {
		DynamoPersistentEntity<?> owner = this.method.entity();
		DynamoPersistentProperty property = null;
		for (PropertyPath step = path; step != null; step = step.next()) {
			if (property != null && (property.isCollectionLike() || property.isMap() || owner == null)) {
				throw this.method.refused(
						"'" + property.getName()
								+ "' is not a single object, and DynamoDB does not look into each element",
						"Ask for '" + property.getName() + "' itself (Containing, IsEmpty), or store '"
								+ path.toDotPath() + "' as a property of its own");
			}
			property = (owner != null) ? owner.getPersistentProperty(step.getSegment()) : null;
			if (owner == null || property == null) {
				throw this.method.refused("'" + path.toDotPath() + "' is not stored", "Ask for a stored property");
			}
			owner = this.method.context().getPersistentEntity(property);
		}
		if (property == null) {
			throw new IllegalStateException("A path without steps");
		}
		return property;
	}

	/**
	 * The property whose whole value is at a path.
	 * @return the property, or {@code null} if there is none, or no property alone
	 */
	@Nullable DynamoPersistentProperty find(AttributePath path) {
		DynamoPersistentEntity<?> owner = this.method.entity();
		DynamoPersistentProperty property = null;
		for (PathElement element : path.elements()) {
			if (property != null) {
				boolean single = !property.isCollectionLike() && !property.isMap();
				owner = single ? this.method.context().getPersistentEntity(property) : null;
			}
			property = (owner != null && element instanceof PathElement.Name name) ? find(owner, name.name()) : null;
			if (property == null) {
				return null;
			}
		}
		return property;
	}

	/**
	 * The type of what a property stores: that of the value where it is optional.
	 */
	static Class<?> valueType(DynamoPersistentProperty property) {
		TypeInformation<?> type = property.getTypeInformation();
		return (type.getType() == Optional.class) ? type.getRequiredComponentType().getType() : type.getType();
	}

	/**
	 * A top-level property by its own name or that of its attribute.
	 */
	static @Nullable DynamoPersistentProperty find(DynamoPersistentEntity<?> owner, String name) {
		DynamoPersistentProperty property = owner.getPersistentProperty(name);
		if (property != null) {
			return property;
		}
		for (DynamoPersistentProperty each : owner) {
			if (each.getAttributeName().equals(name)) {
				return each;
			}
		}
		return null;
	}

}
