package io.dkmio.core.expression;

import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.core.TypedPropertyPath;

/**
 * The words conditions start with, for static import.
 *
 * @since 1.0
 */
public final class Conditions {

	private Conditions() {
	}

	/**
	 * A condition on an attribute.
	 * @param path the attribute's path, such as {@code a.b[0].c}
	 * @return the start of a condition
	 */
	public static AttributeCriteria attribute(String path) {
		return new AttributeCriteria(AttributePath.parse(path));
	}

	/**
	 * A condition on an attribute.
	 * @param path the attribute's path
	 * @return the start of a condition
	 */
	public static AttributeCriteria attribute(AttributePath path) {
		return new AttributeCriteria(path);
	}

	/**
	 * A condition on a property, such as {@code Order::total}, or
	 * {@code TypedPropertyPath.of(Order::shipTo).then(Address::city)}.
	 * @param property the property, as a method reference
	 * @param <T> the type that has the property
	 * @param <P> the property's type
	 * @return the start of a condition
	 */
	public static <T, P extends @Nullable Object> AttributeCriteria attribute(TypedPropertyPath<T, P> property) {
		return new AttributeCriteria(AttributePath.ofProperty(property));
	}

	/**
	 * A condition on a property.
	 * @param property the property
	 * @return the start of a condition
	 */
	public static AttributeCriteria attribute(PropertyPath property) {
		return new AttributeCriteria(AttributePath.ofProperty(property));
	}

	/**
	 * A condition on the size of an attribute.
	 * @param path the attribute's path, such as {@code a.b[0].c}
	 * @return the start of a condition
	 */
	public static SizeCriteria size(String path) {
		return attribute(path).size();
	}

	/**
	 * The opposite of a condition.
	 * @param condition the condition
	 * @return the negation
	 */
	public static Condition not(Condition condition) {
		return condition.not();
	}

}
