package io.dkmio.core.convert;

import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.MappingException;

/**
 * The members by which objects of a type are taken apart and put together, by slot.
 *
 * @param type the type
 * @param creator the constructor or static factory method; its parameters are the first
 * slots
 * @param getters the fields and methods values are read from
 * @param setters the fields and methods values are set with afterwards
 */
record AccessPlan(Class<?> type, @Nullable Executable creator, List<@Nullable Member> getters,
		List<@Nullable Setter> setters) {

	boolean populates() {
		return this.setters.stream().anyMatch((setter) -> setter != null);
	}

	/**
	 * Makes the access.
	 */
	TypeAccess toAccess() {
		try {
			TypeAccess generated = AccessGenerator.generate(this);
			return (generated != null) ? generated : new MethodHandleAccess(this);
		}
		catch (IllegalAccessException ex) {
			throw new MappingException(this.type.getName() + " cannot be reached: open its package to the module '"
					+ TypeAccess.class.getModule().getName() + "'", ex);
		}
	}

	/**
	 * A member a value is set with.
	 *
	 * @param member the field or method
	 * @param copies whether the method returns a changed copy
	 */
	record Setter(Member member, boolean copies) {
	}

}
