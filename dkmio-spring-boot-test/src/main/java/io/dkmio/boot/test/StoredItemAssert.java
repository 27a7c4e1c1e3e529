package io.dkmio.boot.test;

import java.util.Map;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on an item as it is stored.
 *
 * @since 1.0
 */
public final class StoredItemAssert extends AbstractAssert<StoredItemAssert, Map<String, @Nullable Object>> {

	StoredItemAssert(Map<String, @Nullable Object> actual) {
		super(actual, StoredItemAssert.class);
	}

	/**
	 * Verifies the value of an attribute.
	 * @param name the attribute as stored
	 * @param expected the value, or a {@link ValueMatcher}
	 * @return this
	 */
	public StoredItemAssert withAttribute(String name, Object expected) {
		ValueMatcher matcher = ValueMatcher.equalTo(expected);
		if (!matcher.matches(this.actual.get(name))) {
			failWithMessage("Expected attribute '%s' to be %s but it is %s in:%n  %s", name, matcher,
					this.actual.get(name), this.actual);
		}
		return this;
	}

	/**
	 * Verifies that an attribute is not there.
	 * @param name the attribute as stored
	 * @return this
	 */
	public StoredItemAssert withoutAttribute(String name) {
		if (this.actual.containsKey(name)) {
			failWithMessage("Expected no attribute '%s' in:%n  %s", name, this.actual);
		}
		return this;
	}

}
