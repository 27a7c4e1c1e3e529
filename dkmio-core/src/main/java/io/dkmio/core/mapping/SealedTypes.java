package io.dkmio.core.mapping;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The hierarchy below a sealed type.
 */
final class SealedTypes {

	private SealedTypes() {
	}

	/**
	 * A type and, as far as it is sealed, all that it permits directly or not.
	 */
	static Set<Class<?>> of(Class<?> type) {
		Set<Class<?>> found = new LinkedHashSet<>();
		Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
		while (!open.isEmpty()) {
			Class<?> next = open.pop();
			if (found.add(next) && next.isSealed()) {
				open.addAll(List.of(next.getPermittedSubclasses()));
			}
		}
		return found;
	}

}
