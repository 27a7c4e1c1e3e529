package io.dkmio.core.convert;

import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.Computed;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.Parameter;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * Works out the slots of one type.
 */
final class EntityShapes {

	private final DynamoPersistentEntity<?> entity;

	private final Codecs codecs;

	private final List<PropertySlot> slots = new ArrayList<>();

	private final List<@Nullable Member> getters = new ArrayList<>();

	private final List<AccessPlan.@Nullable Setter> setters = new ArrayList<>();

	private final Map<String, String> attributes = new HashMap<>();

	private int others = EntityShape.NONE;

	private EntityShapes(DynamoPersistentEntity<?> entity, Codecs codecs) {
		this.entity = entity;
		this.codecs = codecs;
	}

	static EntityShape of(DynamoPersistentEntity<?> entity, Codecs codecs) {
		return new EntityShapes(entity, codecs).make();
	}

	private EntityShape make() {
		Executable creator = TypeMembers.creator(this.entity);
		List<Parameter<Object, DynamoPersistentProperty>> parameters = parameters();
		if (parameters.size() != creator.getParameterCount()) {
			throw new MappingException(this.entity.getType().getSimpleName()
					+ ": the parameters of its constructor cannot be told; compile with -parameters");
		}
		parameters.forEach(this::addParameter);
		for (DynamoPersistentProperty property : this.entity) {
			if (!this.entity.isCreatorArgument(property)) {
				addProperty(property);
			}
		}
		ReflectionUtils.doWithMethods(this.entity.getType(), this::addMethod, this::isComputed);
		TypeAccess access = new AccessPlan(this.entity.getType(), creator, this.getters, this.setters).toAccess();
		return new EntityShape(this.entity, List.copyOf(this.slots), this.others, access);
	}

	private List<Parameter<Object, DynamoPersistentProperty>> parameters() {
		var creator = this.entity.getInstanceCreatorMetadata();
		return (creator != null) ? creator.getParameters() : List.of();
	}

	private void addParameter(Parameter<Object, DynamoPersistentProperty> parameter) {
		String type = this.entity.getType().getSimpleName();
		String name = parameter.getName();
		if (name == null) {
			throw new MappingException(
					type + ": the names of its constructor's parameters are not known; compile with -parameters");
		}
		if (parameter.hasValueExpression()) {
			throw new MappingException(type + "." + name + ": @Value expressions are not evaluated; "
					+ "leave the parameter out, or make it a property");
		}
		DynamoPersistentProperty property = this.entity.getPersistentProperty(name);
		if (property == null) {
			if (!this.entity.isTransient(name)) {
				throw new MappingException(type + "." + name
						+ ": a parameter of the constructor, but no property; name it like the field it sets");
			}
			add(new PropertySlot(name, name, null, null, zero(parameter.getRawType()), false, false), null, null);
			return;
		}
		boolean read = !property.isComputed();
		Object initial = read ? null : zero(property.getType());
		add(slot(property, initial, read), TypeMembers.getter(property), null);
	}

	private void addProperty(DynamoPersistentProperty property) {
		boolean read = !property.isComputed();
		try {
			add(slot(property, null, read), TypeMembers.getter(property), read ? TypeMembers.setter(property) : null);
		}
		catch (MappingException ex) {
			throw new MappingException(this.entity.getType().getSimpleName() + ": " + ex.getMessage(), ex.getCause());
		}
	}

	private PropertySlot slot(DynamoPersistentProperty property, @Nullable Object initial, boolean read) {
		if (property.isOtherAttributes()) {
			this.others = this.slots.size();
		}
		return new PropertySlot(property.getName(), property.getAttributeName(), property, codec(property), initial,
				read, property.isWritable() && !property.isInKeyAlone());
	}

	private ValueCodec<Object> codec(DynamoPersistentProperty property) {
		try {
			return property.isOtherAttributes() ? this.codecs.ofOtherAttributes(property)
					: this.codecs.ofProperty(property);
		}
		catch (MappingException ex) {
			throw new MappingException(
					this.entity.getType().getSimpleName() + "." + property.getName() + ": " + ex.getMessage(),
					ex.getCause());
		}
	}

	private boolean isComputed(Method method) {
		return method.getParameterCount() == 0 && !method.isBridge() && !Modifier.isStatic(method.getModifiers())
				&& method.getReturnType() != void.class && AnnotatedElementUtils.hasAnnotation(method, Computed.class);
	}

	private void addMethod(Method method) {
		var descriptor = BeanUtils.findPropertyForMethod(method);
		String name = (descriptor != null) ? descriptor.getName() : method.getName();
		if (this.slots.stream().anyMatch((slot) -> slot.name().equals(name))) {
			return;
		}
		Attribute attribute = AnnotatedElementUtils.findMergedAnnotation(method, Attribute.class);
		String attributeName = (attribute != null && StringUtils.hasText(attribute.value())) ? attribute.value() : name;
		ValueCodec<Object> codec = this.codecs.of(TypeInformation.fromReturnTypeOf(method));
		add(new PropertySlot(name, attributeName, null, codec, null, false, true), method, null);
	}

	private void add(PropertySlot slot, @Nullable Member getter, AccessPlan.@Nullable Setter setter) {
		if (slot.codec() != null && this.slots.size() != this.others) {
			String taken = this.attributes.put(slot.attribute(), slot.name());
			if (taken != null) {
				throw new MappingException(this.entity.getType().getSimpleName() + ": '" + taken + "' and '"
						+ slot.name() + "' are both stored in attribute '" + slot.attribute()
						+ "'; name one of them with @Attribute");
			}
		}
		this.slots.add(slot);
		this.getters.add(getter);
		this.setters.add(setter);
	}

	private static @Nullable Object zero(Class<?> type) {
		return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
	}

}
