package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.PathElement;
import io.dkmio.core.expression.PathResolver;
import io.dkmio.core.expression.ValueEncoder;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.data.core.TypeInformation;

/**
 * Paths and values of expressions about items of one type: properties become the
 * attributes they are stored in, and values become what their property stores. A path may
 * name attributes directly; what is stored under a name comes before a property of that
 * name.
 */
final class PropertyPaths implements PathResolver, ValueEncoder {

	private final DynamoPersistentEntity<?> type;

	private final DynamoConverter converter;

	private final Set<String> attributes;

	PropertyPaths(DynamoPersistentEntity<?> type, DynamoConverter converter) {
		this.type = type;
		this.converter = converter;
		this.attributes = new HashSet<>(type.getRequiredTable().keyAttributeNames());
		if (type.getRequiredTable().typeAttribute() != null) {
			this.attributes.add(type.getRequiredTable().typeAttribute());
		}
		type.forEach((property) -> this.attributes.add(property.getAttributeName()));
	}

	@Override
	public AttributePath resolve(AttributePath path) {
		if (!path.isProperty() && this.attributes.contains(path.root())) {
			return path;
		}
		List<PathElement> resolved = new ArrayList<>();
		DynamoPersistentEntity<?> owner = this.type;
		for (PathElement element : path.elements()) {
			DynamoPersistentProperty property = (element instanceof PathElement.Name name && owner != null)
					? owner.getPersistentProperty(name.name()) : null;
			resolved.add((property != null) ? new PathElement.Name(property.getAttributeName()) : element);
			if (element instanceof PathElement.Name) {
				owner = (property != null) ? entity(property) : null;
			}
		}
		return AttributePath.of(resolved);
	}

	@Override
	public AttributeValue encode(AttributePath path, Object value) {
		DynamoPersistentProperty property = property(path);
		return (property != null) ? this.converter.toAttributeValue(property, value)
				: this.converter.toAttributeValue(TypeInformation.of(value.getClass()), value);
	}

	private @Nullable DynamoPersistentProperty property(AttributePath path) {
		DynamoPersistentEntity<?> owner = this.type;
		DynamoPersistentProperty property = null;
		for (PathElement element : path.elements()) {
			if (element instanceof PathElement.Name name) {
				property = (owner != null) ? find(owner, name.name()) : null;
				owner = (property != null) ? entity(property) : null;
			}
		}
		return property;
	}

	private static @Nullable DynamoPersistentProperty find(DynamoPersistentEntity<?> owner, String name) {
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

	private @Nullable DynamoPersistentEntity<?> entity(DynamoPersistentProperty property) {
		return this.converter.getMappingContext().getPersistentEntity(property);
	}

}
