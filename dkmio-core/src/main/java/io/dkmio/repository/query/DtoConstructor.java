package io.dkmio.repository.query;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.dkmio.DynamoConversionException;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.data.mapping.Parameter;
import org.springframework.data.mapping.PreferredConstructor;
import org.springframework.data.mapping.model.PreferredConstructorDiscoverer;
import org.springframework.util.ClassUtils;

/**
 * Makes projections that are classes or records, by their constructor.
 */
final class DtoConstructor {

	private final Constructor<?> constructor;

	private final List<String> properties = new ArrayList<>();

	DtoConstructor(QuerySource source, Class<?> type) {
		PreferredConstructor<?, ?> preferred = PreferredConstructorDiscoverer.discover(type);
		if (preferred == null || preferred.getParameterCount() == 0) {
			throw source.refused(
					"what it returns, " + type.getSimpleName()
							+ ", is a projection that has no constructor, or several, with parameters",
					"Make it a record of some properties, or mark one constructor with @PersistenceCreator");
		}
		for (Parameter<?, ?> parameter : preferred.getParameters()) {
			String name = parameter.getName();
			if (name == null) {
				throw source.refused(
						"the parameters of " + type.getSimpleName() + "'s constructor have no names in the class file",
						"Compile it with -parameters, or make it a record");
			}
			check(source, type, name, parameter.getRawType());
			this.properties.add(name);
		}
		this.constructor = preferred.getConstructor();
		this.constructor.setAccessible(true);
	}

	private static void check(QuerySource source, Class<?> type, String name, Class<?> declared) {
		DynamoPersistentProperty property = source.entity().getPersistentProperty(name);
		if (property != null && !ClassUtils.isAssignable(declared, property.getType())) {
			throw source.refused("what it returns, " + type.getSimpleName() + ", has '" + name + "' as "
					+ declared.getSimpleName() + ", which " + source.entity().getType().getSimpleName() + " has as "
					+ property.getType().getSimpleName(), "Declare the same type");
		}
	}

	private DynamoConversionException missing(String property) {
		Class<?> type = this.constructor.getDeclaringClass();
		return new DynamoConversionException(
				"The constructor of " + type.getSimpleName() + " takes '" + property
						+ "' as a primitive, and an item has none. Give it a type that can be null",
				type, property, property, null);
	}

	List<String> properties() {
		return this.properties;
	}

	Object create(Object row) {
		Map<?, ?> values = (Map<?, ?>) row;
		@Nullable Object[] arguments = new @Nullable Object[this.properties.size()];
		for (int i = 0; i < arguments.length; i++) {
			String property = this.properties.get(i);
			arguments[i] = values.get(property);
			if (arguments[i] == null && this.constructor.getParameterTypes()[i].isPrimitive()) {
				throw missing(property);
			}
		}
		return BeanUtils.instantiateClass(this.constructor, arguments);
	}

}
