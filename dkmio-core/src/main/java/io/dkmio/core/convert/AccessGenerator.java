package io.dkmio.core.convert;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;
import org.springframework.core.NativeDetector;
import org.springframework.util.ClassUtils;

/**
 * Generates, next to a type, a hidden class that calls its constructor and its accessors,
 * private ones too.
 */
final class AccessGenerator {

	private static final String OBJECT = "java/lang/Object";

	private static final String VALUES = "[Ljava/lang/Object;";

	private final AccessPlan plan;

	private final String target;

	private AccessGenerator(AccessPlan plan) {
		this.plan = plan;
		this.target = Type.getInternalName(plan.type());
	}

	/**
	 * Generates the access.
	 * @return the access, or {@code null} if a member cannot be called from next to the
	 * type, in a native image, or where the type is of another module: a class cannot be
	 * put next to it then. Each class loader has a module of its own, that of DevTools
	 * too.
	 */
	static @Nullable TypeAccess generate(AccessPlan plan) throws IllegalAccessException {
		Executable creator = plan.creator();
		if (creator == null || NativeDetector.inNativeImage() || !isReachable(plan.type(), creator)
				|| !plan.getters().stream().allMatch((getter) -> getter == null || isReachable(plan.type(), getter))) {
			return null;
		}
		MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(plan.type(), MethodHandles.lookup());
		if (!lookup.hasFullPrivilegeAccess()) {
			return null;
		}
		byte[] bytes = new AccessGenerator(plan).generate(creator);
		Class<?> generated = lookup.defineHiddenClass(bytes, true, ClassOption.NESTMATE).lookupClass();
		try {
			Constructor<?> constructor = generated.getDeclaredConstructor();
			constructor.setAccessible(true);
			return new GeneratedAccess(constructor.newInstance(),
					plan.populates() ? new MethodHandleAccess(plan) : null);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("The access to " + plan.type().getName() + " was generated wrongly", ex);
		}
	}

	private static boolean isReachable(Class<?> type, Member member) {
		return member.getDeclaringClass() == type || (Modifier.isPublic(member.getModifiers())
				&& Modifier.isPublic(member.getDeclaringClass().getModifiers()));
	}

	private byte[] generate(Executable creator) {
		ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
		writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
				this.target + "$$DkmioAccess", null, OBJECT,
				new String[] { "java/util/function/Function", "java/util/function/BiConsumer" });
		MethodVisitor constructor = writer.visitMethod(0, "<init>", "()V", null, null);
		constructor.visitVarInsn(Opcodes.ALOAD, 0);
		constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
		end(constructor, Opcodes.RETURN);
		assemble(writer.visitMethod(Opcodes.ACC_PUBLIC, "apply", "(Ljava/lang/Object;)Ljava/lang/Object;", null, null),
				creator);
		disassemble(writer.visitMethod(Opcodes.ACC_PUBLIC, "accept", "(Ljava/lang/Object;Ljava/lang/Object;)V", null,
				null));
		writer.visitEnd();
		return writer.toByteArray();
	}

	private void assemble(MethodVisitor method, Executable creator) {
		method.visitVarInsn(Opcodes.ALOAD, 1);
		method.visitTypeInsn(Opcodes.CHECKCAST, VALUES);
		method.visitVarInsn(Opcodes.ASTORE, 1);
		if (creator instanceof Constructor) {
			method.visitTypeInsn(Opcodes.NEW, this.target);
			method.visitInsn(Opcodes.DUP);
		}
		Class<?>[] parameters = creator.getParameterTypes();
		for (int i = 0; i < parameters.length; i++) {
			method.visitVarInsn(Opcodes.ALOAD, 1);
			method.visitIntInsn(Opcodes.SIPUSH, i);
			method.visitInsn(Opcodes.AALOAD);
			cast(method, parameters[i]);
		}
		if (creator instanceof Constructor<?> constructor) {
			method.visitMethodInsn(Opcodes.INVOKESPECIAL, this.target, "<init>",
					Type.getConstructorDescriptor(constructor), false);
		}
		else {
			invoke(method, (Method) creator);
		}
		end(method, Opcodes.ARETURN);
	}

	private void disassemble(MethodVisitor method) {
		method.visitVarInsn(Opcodes.ALOAD, 1);
		method.visitTypeInsn(Opcodes.CHECKCAST, this.target);
		method.visitVarInsn(Opcodes.ASTORE, 1);
		method.visitVarInsn(Opcodes.ALOAD, 2);
		method.visitTypeInsn(Opcodes.CHECKCAST, VALUES);
		method.visitVarInsn(Opcodes.ASTORE, 2);
		for (int i = 0; i < this.plan.getters().size(); i++) {
			Member getter = this.plan.getters().get(i);
			if (getter != null) {
				method.visitVarInsn(Opcodes.ALOAD, 2);
				method.visitIntInsn(Opcodes.SIPUSH, i);
				method.visitVarInsn(Opcodes.ALOAD, 1);
				box(method, get(method, getter));
				method.visitInsn(Opcodes.AASTORE);
			}
		}
		end(method, Opcodes.RETURN);
	}

	private static Class<?> get(MethodVisitor visitor, Member getter) {
		if (getter instanceof Field field) {
			visitor.visitFieldInsn(Opcodes.GETFIELD, Type.getInternalName(field.getDeclaringClass()), field.getName(),
					Type.getDescriptor(field.getType()));
			return field.getType();
		}
		Method method = (Method) getter;
		invoke(visitor, method);
		return method.getReturnType();
	}

	private static void invoke(MethodVisitor visitor, Method method) {
		boolean ofInterface = method.getDeclaringClass().isInterface();
		int instruction = Modifier.isStatic(method.getModifiers()) ? Opcodes.INVOKESTATIC
				: ofInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
		visitor.visitMethodInsn(instruction, Type.getInternalName(method.getDeclaringClass()), method.getName(),
				Type.getMethodDescriptor(method), ofInterface);
	}

	private static void cast(MethodVisitor visitor, Class<?> type) {
		String wrapper = Type.getInternalName(ClassUtils.resolvePrimitiveIfNecessary(type));
		visitor.visitTypeInsn(Opcodes.CHECKCAST, wrapper);
		if (type.isPrimitive()) {
			visitor.visitMethodInsn(Opcodes.INVOKEVIRTUAL, wrapper, type.getName() + "Value",
					"()" + Type.getDescriptor(type), false);
		}
	}

	private static void box(MethodVisitor visitor, Class<?> type) {
		if (type.isPrimitive()) {
			String wrapper = Type.getInternalName(Objects.requireNonNull(ClassUtils.resolvePrimitiveIfNecessary(type)));
			visitor.visitMethodInsn(Opcodes.INVOKESTATIC, wrapper, "valueOf",
					"(" + Type.getDescriptor(type) + ")L" + wrapper + ";", false);
		}
	}

	private static void end(MethodVisitor visitor, int instruction) {
		visitor.visitInsn(instruction);
		visitor.visitMaxs(0, 0);
		visitor.visitEnd();
	}

}
