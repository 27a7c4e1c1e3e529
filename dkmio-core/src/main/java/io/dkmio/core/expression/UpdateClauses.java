package io.dkmio.core.expression;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.core.TypedPropertyPath;

/**
 * The words of an update. Each takes a path as text, as a method reference, or as an
 * {@link AttributePath}; values may be {@linkplain Operand#parameter(int) parameters}.
 *
 * @param <U> what the words are said to
 * @since 1.0
 */
public interface UpdateClauses<U> {

	/**
	 * Adds a change.
	 * @param action the change
	 * @return the result, with the change
	 */
	U with(UpdateAction action);

	/**
	 * Sets an attribute to a value, to another attribute, or to the result of
	 * {@link AttributeCriteria#plus}, {@link AttributeCriteria#minus} or
	 * {@link AttributeCriteria#orElse}. Setting an element past the end of a list appends
	 * it.
	 * @param path where to set
	 * @param value the value, not null
	 * @return the result, with the change
	 */
	default U set(AttributePath path, Object value) {
		return with(new UpdateAction.Set(path, UpdateRules.value(path, value)));
	}

	/** As {@link #set(AttributePath, Object)}. */
	default U set(String path, Object value) {
		return set(AttributePath.parse(path), value);
	}

	/** As {@link #set(AttributePath, Object)}. */
	default <T, P extends @Nullable Object> U set(TypedPropertyPath<T, P> property, Object value) {
		return set(AttributePath.ofProperty(property), value);
	}

	/**
	 * Sets an attribute unless there is one.
	 * @param path where to set
	 * @param value the value, not null
	 * @return the result, with the change
	 */
	default U setIfAbsent(AttributePath path, Object value) {
		UpdateValue checked = UpdateRules.value(path, value);
		if (checked instanceof UpdateValue.Plain plain) {
			return with(new UpdateAction.Set(path, new UpdateValue.IfAbsent(path, plain.operand())));
		}
		throw new InvalidDataAccessApiUsageException("Attribute '" + path
				+ "' cannot be set to the result of an expression only if absent. Give a value or another attribute");
	}

	/** As {@link #setIfAbsent(AttributePath, Object)}. */
	default U setIfAbsent(String path, Object value) {
		return setIfAbsent(AttributePath.parse(path), value);
	}

	/** As {@link #setIfAbsent(AttributePath, Object)}. */
	default <T, P extends @Nullable Object> U setIfAbsent(TypedPropertyPath<T, P> property, Object value) {
		return setIfAbsent(AttributePath.ofProperty(property), value);
	}

	/**
	 * Removes an attribute, an entry of a map, or an element of a list.
	 * @param path what to remove
	 * @return the result, with the change
	 */
	default U remove(AttributePath path) {
		return with(new UpdateAction.Remove(path));
	}

	/** As {@link #remove(AttributePath)}. */
	default U remove(String path) {
		return remove(AttributePath.parse(path));
	}

	/** As {@link #remove(AttributePath)}. */
	default <T, P extends @Nullable Object> U remove(TypedPropertyPath<T, P> property) {
		return remove(AttributePath.ofProperty(property));
	}

	/**
	 * Adds an element to the end of a list, which is created if there is none.
	 * @param path where the list is
	 * @param element the element, also if it is a collection
	 * @return the result, with the change
	 */
	default U append(AttributePath path, Object element) {
		return with(new UpdateAction.Append(path, UpdateRules.elements(path, ofNullable(element)), false));
	}

	/** As {@link #append(AttributePath, Object)}. */
	default U append(String path, Object element) {
		return append(AttributePath.parse(path), element);
	}

	/** As {@link #append(AttributePath, Object)}. */
	default <T, P extends @Nullable Object> U append(TypedPropertyPath<T, P> property, Object element) {
		return append(AttributePath.ofProperty(property), element);
	}

	/**
	 * Adds elements to the end of a list, which is created if there is none.
	 * @param path where the list is
	 * @param elements the elements, at least one
	 * @return the result, with the change
	 */
	default U appendAll(AttributePath path, Collection<?> elements) {
		return with(new UpdateAction.Append(path, UpdateRules.elements(path, elements), false));
	}

	/** As {@link #appendAll(AttributePath, Collection)}. */
	default U appendAll(String path, Collection<?> elements) {
		return appendAll(AttributePath.parse(path), elements);
	}

	/**
	 * Adds an element to the start of a list, which is created if there is none.
	 * @param path where the list is
	 * @param element the element, also if it is a collection
	 * @return the result, with the change
	 */
	default U prepend(AttributePath path, Object element) {
		return with(new UpdateAction.Append(path, UpdateRules.elements(path, ofNullable(element)), true));
	}

	/** As {@link #prepend(AttributePath, Object)}. */
	default U prepend(String path, Object element) {
		return prepend(AttributePath.parse(path), element);
	}

	/** As {@link #prepend(AttributePath, Object)}. */
	default <T, P extends @Nullable Object> U prepend(TypedPropertyPath<T, P> property, Object element) {
		return prepend(AttributePath.ofProperty(property), element);
	}

	/**
	 * Adds elements to the start of a list, which is created if there is none.
	 * @param path where the list is
	 * @param elements the elements, at least one, in the order they shall have
	 * @return the result, with the change
	 */
	default U prependAll(AttributePath path, Collection<?> elements) {
		return with(new UpdateAction.Append(path, UpdateRules.elements(path, elements), true));
	}

	/** As {@link #prependAll(AttributePath, Collection)}. */
	default U prependAll(String path, Collection<?> elements) {
		return prependAll(AttributePath.parse(path), elements);
	}

	/**
	 * Inserts an element into a list. DynamoDB can do so at the start only; elsewhere it
	 * replaces, so any other index is refused.
	 * @param path where the list is
	 * @param index where to insert: 0
	 * @param element the element, also if it is a collection
	 * @return the result, with the change
	 */
	default U insert(AttributePath path, int index, Object element) {
		if (index != 0) {
			throw new InvalidDataAccessApiUsageException("DynamoDB cannot insert an element at index " + index
					+ " of the list at '" + path + "': it can only prepend, append and replace. Use prepend, append or"
					+ " set, or read the list and set it as a whole under a condition");
		}
		return prepend(path, element);
	}

	/** As {@link #insert(AttributePath, int, Object)}. */
	default U insert(String path, int index, Object element) {
		return insert(AttributePath.parse(path), index, element);
	}

	/**
	 * Adds to a number, which counts from 0 if there is none.
	 * @param path where the number is
	 * @param amount the number to add, negative to subtract
	 * @return the result, with the change
	 */
	default U add(AttributePath path, Object amount) {
		return with(new UpdateAction.Add(path, UpdateRules.amount(path, amount)));
	}

	/** As {@link #add(AttributePath, Object)}. */
	default U add(String path, Object amount) {
		return add(AttributePath.parse(path), amount);
	}

	/** As {@link #add(AttributePath, Object)}. */
	default <T, P extends @Nullable Object> U add(TypedPropertyPath<T, P> property, Object amount) {
		return add(AttributePath.ofProperty(property), amount);
	}

	/**
	 * Adds members to a set, which is created if there is none.
	 * @param path where the set is
	 * @param members the members, or collections of them
	 * @return the result, with the change
	 */
	default U addToSet(AttributePath path, Object... members) {
		return with(new UpdateAction.AddToSet(path, UpdateRules.members(path, members)));
	}

	/** As {@link #addToSet(AttributePath, Object...)}. */
	default U addToSet(String path, Object... members) {
		return addToSet(AttributePath.parse(path), members);
	}

	/** As {@link #addToSet(AttributePath, Object...)}. */
	default <T, P extends @Nullable Object> U addToSet(TypedPropertyPath<T, P> property, Object... members) {
		return addToSet(AttributePath.ofProperty(property), members);
	}

	/**
	 * Removes members from a set; with the last one DynamoDB removes the attribute.
	 * @param path where the set is
	 * @param members the members, or collections of them
	 * @return the result, with the change
	 */
	default U removeFromSet(AttributePath path, Object... members) {
		return with(new UpdateAction.RemoveFromSet(path, UpdateRules.members(path, members)));
	}

	/** As {@link #removeFromSet(AttributePath, Object...)}. */
	default U removeFromSet(String path, Object... members) {
		return removeFromSet(AttributePath.parse(path), members);
	}

	/** As {@link #removeFromSet(AttributePath, Object...)}. */
	default <T, P extends @Nullable Object> U removeFromSet(TypedPropertyPath<T, P> property, Object... members) {
		return removeFromSet(AttributePath.ofProperty(property), members);
	}

	private static List<@Nullable Object> ofNullable(@Nullable Object element) {
		return Collections.singletonList(element);
	}

}
