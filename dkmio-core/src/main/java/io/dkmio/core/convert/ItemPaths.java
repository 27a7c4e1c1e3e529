package io.dkmio.core.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.PathElement;
import io.dkmio.core.expression.PathResolver;
import io.dkmio.core.expression.ValueEncoder;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.core.TypeInformation;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Paths and values of expressions about items of one type: properties become the
 * attributes they are stored in, and values become what their property stores. A path may
 * name attributes directly; what is stored under a name comes before a property of that
 * name.
 *
 * @since 1.0
 */
public final class ItemPaths implements PathResolver, ValueEncoder {

	private final DynamoPersistentEntity<?> type;

	private final DynamoConverter converter;

	/** The top-level attributes, with the property for those that store one. */
	private final Map<String, @Nullable DynamoPersistentProperty> attributes = new HashMap<>();

	/**
	 * Creates the paths of a type.
	 * @param type the type of the items
	 * @param converter converts values
	 */
	public ItemPaths(DynamoPersistentEntity<?> type, DynamoConverter converter) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(converter, "DynamoConverter must not be null");
		this.type = type;
		this.converter = converter;
		type.getRequiredTable().keyAttributeNames().forEach((name) -> this.attributes.put(name, null));
		if (type.getRequiredTable().typeAttribute() != null) {
			this.attributes.put(type.getRequiredTable().typeAttribute(), null);
		}
		type.forEach((property) -> this.attributes.put(property.getAttributeName(), property));
	}

	/**
	 * The property whose value a top-level attribute stores.
	 * @param attribute the name of the attribute
	 * @return the property, or {@code null} if there is none
	 */
	public @Nullable DynamoPersistentProperty property(String attribute) {
		return this.attributes.get(attribute);
	}

	@Override
	public AttributePath resolve(AttributePath path) {
		DynamoPersistentProperty root = this.attributes.get(path.root());
		if (root != null && root.isInKeyAlone()) {
			throw inKeyAlone(root);
		}
		if (!path.isProperty() && this.attributes.containsKey(path.root())) {
			return path;
		}
		List<PathElement> resolved = new ArrayList<>();
		Place place = new Place(null, this.type.getTypeInformation());
		for (PathElement element : path.elements()) {
			place = place.step(element, true);
			DynamoPersistentProperty property = place.property();
			if (property != null && property.isInKeyAlone() && property.getOwner().equals(this.type)) {
				throw inKeyAlone(property);
			}
			resolved.add((property != null) ? new PathElement.Name(property.getAttributeName()) : element);
		}
		return AttributePath.of(resolved);
	}

	private InvalidDataAccessApiUsageException inKeyAlone(DynamoPersistentProperty property) {
		return new InvalidDataAccessApiUsageException("'" + property.getName() + "' of "
				+ this.type.getType().getSimpleName() + " is in its key alone, and no attribute that can be"
				+ " selected, filtered or updated; query by the key, or let @Item store it with storeKeyAttributes");
	}

	@Override
	public AttributeValue encode(AttributePath path, Object value) {
		return place(path).encode(path, value);
	}

	@Override
	public AttributeValue encodeElement(AttributePath path, Object value) {
		return place(path).encodeElement(path, value);
	}

	@Override
	public ValueEncoder at(AttributePath path) {
		return place(path);
	}

	private AttributeValue encode(@Nullable TypeInformation<?> type, Object value) {
		return (type != null && ClassUtils.isAssignableValue(type.getType(), value))
				? this.converter.toAttributeValue(type, value)
				: this.converter.toAttributeValue(TypeInformation.of(value.getClass()), value);
	}

	private Place place(AttributePath path) {
		Place place = new Place(null, this.type.getTypeInformation());
		boolean attributes = !path.isProperty() && this.attributes.containsKey(path.root());
		for (PathElement element : path.elements()) {
			place = place.step(element, !attributes);
		}
		return place;
	}

	private static @Nullable TypeInformation<?> element(TypeInformation<?> type) {
		return type.isMap() ? null : type.getComponentType();
	}

	/**
	 * Where a path has got to: the property of which the whole value is here, and the
	 * type of the value, as far as they are known.
	 */
	private final class Place implements ValueEncoder {

		private final @Nullable DynamoPersistentProperty property;

		private final @Nullable TypeInformation<?> type;

		private Place(@Nullable DynamoPersistentProperty property, @Nullable TypeInformation<?> type) {
			this.property = property;
			this.type = type;
		}

		@Nullable DynamoPersistentProperty property() {
			return this.property;
		}

		@Override
		public AttributeValue encode(AttributePath path, Object value) {
			return (this.property != null) ? ItemPaths.this.converter.toAttributeValue(this.property, value)
					: ItemPaths.this.encode(this.type, value);
		}

		@Override
		public AttributeValue encodeElement(AttributePath path, Object value) {
			TypeInformation<?> element = (this.type != null) ? element(this.type) : null;
			return (element != null && ClassUtils.isAssignableValue(element.getType(), value))
					? ItemPaths.this.converter.toAttributeValue(element, value) : encode(path, value);
		}

		Place step(PathElement element, boolean propertiesFirst) {
			TypeInformation<?> here = this.type;
			if (here == null) {
				return this;
			}
			if (!(element instanceof PathElement.Name name)) {
				return new Place(null, element(here));
			}
			if (here.isMap()) {
				return new Place(null, here.getMapValueType());
			}
			DynamoPersistentEntity<?> owner = ItemPaths.this.converter.getMappingContext().getPersistentEntity(here);
			DynamoPersistentProperty found = (owner != null) ? find(owner, name.name(), propertiesFirst) : null;
			return new Place(found, (found != null) ? found.getTypeInformation() : null);
		}

		private static @Nullable DynamoPersistentProperty find(DynamoPersistentEntity<?> owner, String name,
				boolean propertiesFirst) {
			DynamoPersistentProperty property = owner.getPersistentProperty(name);
			if (property != null && (propertiesFirst || property.getAttributeName().equals(name))) {
				return property;
			}
			for (DynamoPersistentProperty each : owner) {
				if (each.getAttributeName().equals(name)) {
					return each;
				}
			}
			return property;
		}

	}

}
