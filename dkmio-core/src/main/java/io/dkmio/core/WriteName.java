package io.dkmio.core;

import org.jspecify.annotations.Nullable;

/**
 * What the application asked for by a write.
 *
 * @param operation the name of the operation, such as {@code put}
 * @param method the repository method, such as {@code OrderRepository.changeStatus}, or
 * {@code null} if it is not known
 */
record WriteName(String operation, @Nullable String method) {

	static WriteName of(String operation) {
		return new WriteName(operation, null);
	}

}
