package io.dkmio.aot;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.data.aot.AotContext;
import org.springframework.data.util.TypeCollector;
import org.springframework.data.util.TypeUtils;

/**
 * What has to be known ahead of time of the types that are stored and returned.
 */
final class ItemHints {

	/** Types of libraries are never taken apart by dkmio. */
	private static final List<String> LIBRARIES = List.of("java.", "javax.", "jdk.", "org.springframework.",
			"software.amazon.", "org.jspecify.", "kotlin.");

	private static final String DKMIO = "io.dkmio.";

	private ItemHints() {
	}

	/**
	 * The types and all that can be reached from them: types of properties, nested ones,
	 * and the types a sealed one permits.
	 */
	static Set<Class<?>> reachable(Collection<Class<?>> roots) {
		Set<Class<?>> found = new LinkedHashSet<>();
		Deque<Class<?>> next = new ArrayDeque<>(roots);
		while (!next.isEmpty()) {
			for (Class<?> type : TypeCollector.inspect(next.remove()).list()) {
				if (isOfApplication(type) && found.add(type) && type.isSealed()) {
					next.addAll(List.of(type.getPermittedSubclasses()));
				}
			}
		}
		return found;
	}

	/**
	 * Lets objects of a type be made and taken apart: by its creator, its accessors and
	 * its fields, whoever may see them.
	 */
	static void register(Class<?> type, AotContext context) {
		context.typeConfiguration(type,
				(configuration) -> configuration.forDataBinding()
					.contributeAccessors()
					.forReflectiveAccess(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
							MemberCategory.INVOKE_DECLARED_METHODS, MemberCategory.ACCESS_DECLARED_FIELDS));
	}

	/**
	 * Lets the annotations of dkmio on a type and its members be read.
	 */
	static void registerAnnotations(Class<?> type, ReflectionHints hints) {
		TypeUtils.resolveUsedAnnotations(type).forEach((annotation) -> {
			if (annotation.getType().getName().startsWith(DKMIO)) {
				hints.registerType(annotation.getType());
			}
		});
	}

	private static boolean isOfApplication(Class<?> type) {
		String name = type.getName();
		return !type.isPrimitive() && !type.isArray() && LIBRARIES.stream().noneMatch(name::startsWith);
	}

}
