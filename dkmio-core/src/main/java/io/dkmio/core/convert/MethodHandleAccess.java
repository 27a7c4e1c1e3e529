package io.dkmio.core.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Takes objects apart and puts them together by method handles.
 */
final class MethodHandleAccess implements TypeAccess {

	private final MethodHandle creator;

	private final @Nullable MethodHandle[] getters;

	private final @Nullable MethodHandle[] setters;

	private final boolean populates;

	MethodHandleAccess(AccessPlan plan) throws IllegalAccessException {
		this.creator = creator(plan.creator());
		this.getters = new @Nullable MethodHandle[plan.getters().size()];
		this.setters = new @Nullable MethodHandle[plan.setters().size()];
		for (int i = 0; i < this.getters.length; i++) {
			Member getter = plan.getters().get(i);
			this.getters[i] = (getter != null) ? getter(getter) : null;
			AccessPlan.Setter setter = plan.setters().get(i);
			this.setters[i] = (setter != null) ? setter(setter) : null;
		}
		this.populates = plan.populates();
	}

	@Override
	public void disassemble(Object target, @Nullable Object[] values) {
		try {
			for (int i = 0; i < this.getters.length; i++) {
				MethodHandle getter = this.getters[i];
				if (getter != null) {
					values[i] = (Object) getter.invokeExact(target);
				}
			}
		}
		catch (Throwable ex) {
			throw unchecked(ex);
		}
	}

	@Override
	public Object assemble(@Nullable Object[] values) {
		try {
			Object made = (Object) this.creator.invokeExact(values);
			return this.populates ? populate(made, values) : made;
		}
		catch (Throwable ex) {
			throw unchecked(ex);
		}
	}

	/**
	 * Sets the properties the creator does not take.
	 * @return the object, or a changed copy
	 */
	Object populate(Object made, @Nullable Object[] values) {
		Object target = made;
		try {
			for (int i = 0; i < this.setters.length; i++) {
				MethodHandle setter = this.setters[i];
				if (setter != null && values[i] != null) {
					target = (Object) setter.invokeExact(target, values[i]);
				}
			}
		}
		catch (Throwable ex) {
			throw unchecked(ex);
		}
		return target;
	}

	/** Takes the values of all slots, of which the parameters are the first. */
	private static MethodHandle creator(@Nullable Executable executable) throws IllegalAccessException {
		if (executable == null) {
			MethodHandle refusal = MethodHandles.throwException(Object.class, IllegalStateException.class);
			return MethodHandles.dropArguments(
					refusal.bindTo(new IllegalStateException("There is no constructor for these values")), 0,
					Object[].class);
		}
		MethodHandles.Lookup lookup = lookup(executable);
		MethodHandle handle = (executable instanceof Constructor<?> constructor)
				? lookup.unreflectConstructor(constructor) : lookup.unreflect((Method) executable);
		int count = executable.getParameterCount();
		MethodHandle[] elements = new MethodHandle[count];
		for (int i = 0; i < count; i++) {
			elements[i] = MethodHandles.insertArguments(MethodHandles.arrayElementGetter(Object[].class), 1, i);
		}
		MethodHandle creator = MethodHandles.filterArguments(handle.asFixedArity().asType(handle.type().generic()), 0,
				elements);
		return MethodHandles.permuteArguments(creator, MethodType.methodType(Object.class, Object[].class),
				new int[count]);
	}

	private static MethodHandle getter(Member member) throws IllegalAccessException {
		MethodHandles.Lookup lookup = lookup(member);
		MethodHandle handle = (member instanceof Field field) ? lookup.unreflectGetter(field)
				: lookup.unreflect((Method) member);
		return handle.asType(MethodType.methodType(Object.class, Object.class));
	}

	private static MethodHandle setter(AccessPlan.Setter setter) throws IllegalAccessException {
		MethodHandles.Lookup lookup = lookup(setter.member());
		MethodHandle handle = (setter.member() instanceof Field field) ? lookup.unreflectSetter(field)
				: lookup.unreflect((Method) setter.member());
		MethodType changing = MethodType.methodType(Object.class, Object.class, Object.class);
		if (setter.copies()) {
			return handle.asType(changing);
		}
		MethodHandle setting = handle.asType(changing.changeReturnType(void.class));
		MethodHandle returning = MethodHandles.dropArguments(MethodHandles.identity(Object.class), 1, Object.class);
		return MethodHandles.foldArguments(returning, setting);
	}

	private static MethodHandles.Lookup lookup(Member member) throws IllegalAccessException {
		return MethodHandles.privateLookupIn(member.getDeclaringClass(), MethodHandles.lookup());
	}

	private static RuntimeException unchecked(Throwable thrown) {
		if (thrown instanceof Error error) {
			throw error;
		}
		return (thrown instanceof RuntimeException ex) ? ex : new IllegalStateException(thrown);
	}

}
