package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.core.TypedPropertyPath;
import org.springframework.util.Assert;

/**
 * Where a value is in an item: names of attributes and map entries, and list indexes. A
 * path is either written in the names of the item's attributes, or in the names of the
 * properties of a Java type, which a {@link PathResolver} turns into attributes.
 * <p>
 * As text a path reads {@code a.b[0].c}; a name that contains a dot, a bracket or a
 * backtick is quoted in backticks, a backtick in it written twice: {@code `a.b`.c}.
 * {@link #toString()} is such a text and parses back to an equal path. Reserved words
 * need no care, since every name is replaced by a placeholder.
 *
 * @since 1.0
 */
public final class AttributePath {

	private final List<PathElement> elements;

	private final boolean property;

	private @Nullable String text;

	private AttributePath(List<PathElement> elements, boolean property) {
		this.elements = List.copyOf(elements);
		this.property = property;
	}

	/**
	 * Parses a path of attribute names.
	 * @param text the path's text
	 * @return the path
	 */
	public static AttributePath parse(String text) {
		Assert.notNull(text, "Text must not be null");
		return new AttributePath(PathParser.parse(text), false);
	}

	/**
	 * The path of one attribute.
	 * @param name the attribute's name, verbatim: a dot in it is part of the name
	 * @return the path
	 */
	public static AttributePath of(String name) {
		return new AttributePath(List.of(new PathElement.Name(name)), false);
	}

	/**
	 * A path of attribute names.
	 * @param elements the steps; the first must be a name
	 * @return the path
	 */
	public static AttributePath of(List<PathElement> elements) {
		Assert.isTrue(!elements.isEmpty() && elements.get(0) instanceof PathElement.Name,
				"A path must start with a name");
		return new AttributePath(elements, false);
	}

	/**
	 * The path of a property, in the names of a Java type.
	 * @param property the property path
	 * @return the path
	 */
	public static AttributePath ofProperty(PropertyPath property) {
		Assert.notNull(property, "Property must not be null");
		List<PathElement> elements = new ArrayList<>();
		for (PropertyPath step = property; step != null; step = step.next()) {
			elements.add(new PathElement.Name(step.getSegment()));
		}
		return new AttributePath(elements, true);
	}

	/**
	 * The path of a property, from a method reference such as {@code Order::total}.
	 * @param property the method reference
	 * @param <T> the type that has the property
	 * @param <P> the property's type
	 * @return the path
	 */
	public static <T, P extends @Nullable Object> AttributePath ofProperty(TypedPropertyPath<T, P> property) {
		Assert.notNull(property, "Property must not be null");
		PropertyPath resolved = TypedPropertyPath.of(property);
		return ofProperty(resolved);
	}

	/**
	 * The path of an entry of the map at this path.
	 * @param name the entry's name, verbatim
	 * @return the longer path
	 */
	public AttributePath child(String name) {
		return append(new PathElement.Name(name));
	}

	/**
	 * The path of an element of the list at this path.
	 * @param index the position, from 0
	 * @return the longer path
	 */
	public AttributePath index(int index) {
		return append(new PathElement.Index(index));
	}

	private AttributePath append(PathElement element) {
		List<PathElement> longer = new ArrayList<>(this.elements);
		longer.add(element);
		return new AttributePath(longer, this.property);
	}

	/**
	 * The steps, a name first.
	 * @return an unmodifiable list
	 */
	public List<PathElement> elements() {
		return this.elements;
	}

	/**
	 * The name the path starts with.
	 * @return the name of a top-level attribute, or of a property
	 */
	public String root() {
		return ((PathElement.Name) this.elements.get(0)).name();
	}

	/**
	 * Whether the path is a single name.
	 * @return {@code true} for a top-level attribute
	 */
	public boolean isTopLevel() {
		return this.elements.size() == 1;
	}

	/**
	 * Whether the names are those of Java properties, still to be resolved.
	 * @return {@code true} for a property path
	 */
	public boolean isProperty() {
		return this.property;
	}

	/**
	 * The path without its last step.
	 * @return the path of the surrounding map or list, {@code null} at the top
	 */
	public @Nullable AttributePath parent() {
		return isTopLevel() ? null
				: new AttributePath(this.elements.subList(0, this.elements.size() - 1), this.property);
	}

	/**
	 * Whether another path is this one or lies inside the value at this one.
	 * @param other the other path
	 * @return {@code true} for {@code a} and {@code a.b}
	 */
	public boolean isPrefixOf(AttributePath other) {
		return this.elements.size() <= other.elements.size()
				&& other.elements.subList(0, this.elements.size()).equals(this.elements);
	}

	/**
	 * Whether one of the paths lies inside the value at the other.
	 * @param other the other path
	 * @return {@code true} for {@code a} and {@code a.b}, and for equal paths
	 */
	public boolean overlaps(AttributePath other) {
		return isPrefixOf(other) || other.isPrefixOf(this);
	}

	/**
	 * Whether the paths cannot both exist, since one takes a value for a map which the
	 * other takes for a list.
	 * @param other the other path
	 * @return {@code true} for {@code a.b} and {@code a[0]}
	 */
	public boolean conflictsWith(AttributePath other) {
		int common = Math.min(this.elements.size(), other.elements.size());
		for (int i = 0; i < common; i++) {
			PathElement mine = this.elements.get(i);
			PathElement theirs = other.elements.get(i);
			if (!mine.equals(theirs)) {
				return mine.getClass() != theirs.getClass();
			}
		}
		return false;
	}

	@Override
	public boolean equals(@Nullable Object object) {
		return object instanceof AttributePath other && this.property == other.property
				&& this.elements.equals(other.elements);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.elements, this.property);
	}

	/**
	 * The path as text, quoted where needed.
	 */
	@Override
	public String toString() {
		String result = this.text;
		if (result == null) {
			StringBuilder builder = new StringBuilder();
			for (PathElement element : this.elements) {
				if (!builder.isEmpty() && element instanceof PathElement.Name) {
					builder.append('.');
				}
				builder.append(element);
			}
			result = builder.toString();
			this.text = result;
		}
		return result;
	}

}
