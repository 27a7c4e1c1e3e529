package io.dkmio.core.convert;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.dkmio.MissingKeyException;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Takes ids of one type apart and puts them together.
 */
final class IdAccess {

	private final @Nullable TypeAccess access;

	/** The position among the key's properties, by slot of the id. */
	private final int[] order;

	private IdAccess(@Nullable TypeAccess access, int[] order) {
		this.access = access;
		this.order = order;
	}

	static IdAccess of(Class<?> type, List<DynamoPersistentProperty> properties, Class<?> entity) {
		if (properties.size() == 1 && ClassUtils.isAssignable(properties.get(0).getType(), type)) {
			return new IdAccess(null, new int[1]);
		}
		List<String> names = properties.stream().map(DynamoPersistentProperty::getName).toList();
		Constructor<?> creator = creator(type, names);
		List<String> slots = (creator != null && creator.getParameterCount() > 0) ? parameters(creator) : names;
		List<@Nullable Member> getters = new ArrayList<>();
		List<AccessPlan.@Nullable Setter> setters = new ArrayList<>();
		for (String slot : slots) {
			getters.add(getter(type, properties.get(names.indexOf(slot)), entity));
			setters.add((creator == null || creator.getParameterCount() > 0) ? null : setter(type, slot));
		}
		return new IdAccess(new AccessPlan(type, creator, getters, setters).toAccess(),
				slots.stream().mapToInt(names::indexOf).toArray());
	}

	@Nullable Object[] values(Object id) {
		if (this.access == null) {
			return new Object[] { id };
		}
		@Nullable Object[] slots = new @Nullable Object[this.order.length];
		this.access.disassemble(id, slots);
		@Nullable Object[] values = new @Nullable Object[this.order.length];
		for (int i = 0; i < values.length; i++) {
			values[this.order[i]] = slots[i];
		}
		return values;
	}

	Object make(@Nullable Object[] values) {
		if (this.access == null) {
			return Objects.requireNonNull(values[0]);
		}
		@Nullable Object[] slots = new @Nullable Object[this.order.length];
		for (int i = 0; i < values.length; i++) {
			slots[i] = values[this.order[i]];
		}
		return this.access.assemble(slots);
	}

	private static Member getter(Class<?> type, DynamoPersistentProperty property, Class<?> entity) {
		String name = property.getName();
		Member getter = accessor(type, name);
		if (getter == null) {
			throw new MissingKeyException(
					"An id of type " + type.getName() + " has no property '" + name + "', which the key of "
							+ entity.getSimpleName()
							+ " needs; give a record with a component for each property of the key",
					entity.getSimpleName(), name);
		}
		Class<?> found = (getter instanceof Method method) ? method.getReturnType() : ((Field) getter).getType();
		if (!ClassUtils.isAssignable(property.getType(), found)) {
			throw new InvalidDataAccessApiUsageException("An id of type " + type.getName() + " has a property '" + name
					+ "' of type " + found.getSimpleName() + ", but that of " + entity.getSimpleName() + " is a "
					+ property.getType().getSimpleName() + "; declare both alike");
		}
		return getter;
	}

	private static @Nullable Member accessor(Class<?> type, String name) {
		if (ClassUtils.isPrimitiveOrWrapper(type) || type.getName().startsWith("java.")) {
			return null;
		}
		Method accessor = type.isRecord() ? ReflectionUtils.findMethod(type, name) : null;
		if (accessor != null) {
			return accessor;
		}
		PropertyDescriptor descriptor = BeanUtils.getPropertyDescriptor(type, name);
		if (descriptor != null && descriptor.getReadMethod() != null) {
			return descriptor.getReadMethod();
		}
		return ReflectionUtils.findField(type, name);
	}

	/** The one that takes exactly the properties, in any order, or that takes nothing. */
	private static @Nullable Constructor<?> creator(Class<?> type, List<String> names) {
		Constructor<?> none = null;
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			List<String> parameters = parameters(constructor);
			if (parameters.size() == names.size() && names.containsAll(parameters)) {
				return constructor;
			}
			none = parameters.isEmpty() ? constructor : none;
		}
		return none;
	}

	private static List<String> parameters(Constructor<?> constructor) {
		return Arrays.stream(constructor.getParameters()).map(Parameter::getName).toList();
	}

	private static AccessPlan.@Nullable Setter setter(Class<?> type, String name) {
		PropertyDescriptor descriptor = BeanUtils.getPropertyDescriptor(type, name);
		if (descriptor != null && descriptor.getWriteMethod() != null) {
			return new AccessPlan.Setter(descriptor.getWriteMethod(), false);
		}
		Field field = ReflectionUtils.findField(type, name);
		return (field != null && !Modifier.isFinal(field.getModifiers())) ? new AccessPlan.Setter(field, false) : null;
	}

}
