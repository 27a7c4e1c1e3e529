package io.dkmio.boot.test;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Compares what is stored with what a test expects.
 */
final class Values {

	private Values() {
	}

	/**
	 * Whether a stored value is the expected one. Numbers are compared by value, enums by
	 * their names, and bytes by their content.
	 */
	static boolean equal(@Nullable Object stored, @Nullable Object expected) {
		if (stored instanceof Number && expected instanceof Number) {
			return new BigDecimal(stored.toString()).compareTo(new BigDecimal(expected.toString())) == 0;
		}
		if (stored instanceof byte[] bytes && expected instanceof byte[] others) {
			return Arrays.equals(bytes, others);
		}
		return Objects.equals(stored, (expected instanceof Enum<?> constant) ? constant.name() : expected);
	}

}
