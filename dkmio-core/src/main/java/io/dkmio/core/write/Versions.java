package io.dkmio.core.write;

import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.ClassUtils;

/**
 * How the versions of a type count: from 1 to the greatest number the property can hold.
 */
final class Versions {

	static final long FIRST = 1;

	private final DynamoPersistentEntity<?> type;

	private final Class<?> number;

	private final long last;

	Versions(DynamoPersistentEntity<?> type) {
		this.type = type;
		DynamoPersistentProperty version = type.getVersionProperty();
		this.number = (version != null) ? ClassUtils.resolvePrimitiveIfNecessary(version.getType()) : Long.class;
		this.last = last(this.number);
	}

	private static long last(Class<?> number) {
		if (number == Short.class) {
			return Short.MAX_VALUE;
		}
		return (number == Integer.class) ? Integer.MAX_VALUE : Long.MAX_VALUE;
	}

	/**
	 * The version after another, 0 being none.
	 */
	long next(long current) {
		if (current == this.last) {
			throw new InvalidDataAccessApiUsageException("The version of this " + this.type.getType().getSimpleName()
					+ " is the greatest its type can hold; write the item once without @Version to start again, "
					+ "or use a Long");
		}
		return (current == 0) ? FIRST : current + 1;
	}

	/**
	 * A version as a number, 0 being none.
	 */
	static long of(@Nullable Object value) {
		return (value instanceof Number number) ? number.longValue() : 0;
	}

	/**
	 * A version as the property's type.
	 */
	Object toProperty(long value) {
		if (this.number == Short.class) {
			return (short) value;
		}
		return (this.number == Integer.class) ? (Object) (int) value : (Object) value;
	}

}
