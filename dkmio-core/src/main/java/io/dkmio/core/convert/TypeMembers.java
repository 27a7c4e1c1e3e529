package io.dkmio.core.convert;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;

import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;

import org.springframework.data.mapping.FactoryMethod;
import org.springframework.data.mapping.InstanceCreatorMetadata;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.PreferredConstructor;

/**
 * Finds the members by which an object is taken apart and put together.
 */
final class TypeMembers {

	private TypeMembers() {
	}

	/**
	 * The constructor or static factory method that makes objects.
	 */
	static Executable creator(DynamoPersistentEntity<?> entity) {
		InstanceCreatorMetadata<DynamoPersistentProperty> creator = entity.getInstanceCreatorMetadata();
		if (creator instanceof PreferredConstructor<?, ?> preferred) {
			Constructor<?> constructor = preferred.getConstructor();
			if (entity.getType().isMemberClass() && !Modifier.isStatic(entity.getType().getModifiers())) {
				throw new MappingException(entity.getType().getSimpleName()
						+ " is an inner class, which cannot be made without its outer object; declare it static");
			}
			return constructor;
		}
		if (creator instanceof FactoryMethod<?, ?> factory) {
			return factory.getFactoryMethod();
		}
		throw new MappingException(entity.getType().getSimpleName()
				+ " has no constructor to be made with; annotate one with @PersistenceCreator, or add one without parameters");
	}

	/**
	 * The member a value is read from: a field or a method without parameters.
	 */
	static Member getter(DynamoPersistentProperty property) {
		Class<?> owner = property.getOwner().getType();
		if (owner.isRecord()) {
			for (RecordComponent component : owner.getRecordComponents()) {
				if (component.getName().equals(property.getName())) {
					return component.getAccessor();
				}
			}
		}
		Field field = property.getField();
		Method getter = property.getGetter();
		if (getter != null && (property.usePropertyAccess() || field == null)) {
			return getter;
		}
		if (field == null) {
			throw new MappingException("property '" + property.getName() + "' has neither a field nor a getter");
		}
		return field;
	}

	/**
	 * The member a value is set with after the object was made: a field, a setter, or a
	 * method that returns a changed copy.
	 */
	static AccessPlan.Setter setter(DynamoPersistentProperty property) {
		Field field = property.getField();
		Method setter = property.getSetter();
		if (setter != null && (property.usePropertyAccess() || field == null)) {
			return new AccessPlan.Setter(setter, false);
		}
		if (field != null && !Modifier.isFinal(field.getModifiers())) {
			return new AccessPlan.Setter(field, false);
		}
		Method wither = property.getWither();
		if (wither != null) {
			return new AccessPlan.Setter(wither, true);
		}
		if (setter != null) {
			return new AccessPlan.Setter(setter, false);
		}
		throw new MappingException("property '" + property.getName()
				+ "' cannot be set; make it a parameter of the constructor, add a setter or a method with"
				+ capitalized(property.getName()) + "(…), or mark it @Computed or @Transient");
	}

	private static String capitalized(String name) {
		return Character.toUpperCase(name.charAt(0)) + name.substring(1);
	}

}
