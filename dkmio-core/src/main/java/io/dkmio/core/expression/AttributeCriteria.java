package io.dkmio.core.expression;

import java.util.List;

import io.dkmio.AttributeType;

import org.springframework.util.Assert;

/**
 * Starts a condition on an attribute.
 *
 * @since 1.0
 */
public final class AttributeCriteria extends Criteria {

	private final Operand.Attribute operand;

	AttributeCriteria(AttributePath path) {
		Assert.notNull(path, "Path must not be null");
		this.operand = new Operand.Attribute(path);
	}

	/**
	 * Where the attribute is.
	 * @return the path
	 */
	public AttributePath path() {
		return this.operand.path();
	}

	@Override
	Operand operand() {
		return this.operand;
	}

	@Override
	Condition equalToNull() {
		return isNull();
	}

	@Override
	Condition notEqualToNull() {
		return isNotNull();
	}

	/**
	 * A string or binary attribute that starts with a prefix.
	 * @param prefix the prefix, not empty
	 * @return the condition
	 */
	public Condition beginsWith(Object prefix) {
		return new Condition.BeginsWith(path(), required("begins_with", prefix));
	}

	/**
	 * A string or binary attribute that contains a part, or a list or set that contains
	 * an element.
	 * @param value the part or element
	 * @return the condition
	 */
	public Condition contains(Object value) {
		return new Condition.Contains(path(), required("contains", value));
	}

	/**
	 * There is such an attribute, be it an explicit null.
	 * @return the condition
	 */
	public Condition exists() {
		return new Condition.Exists(path());
	}

	/**
	 * There is no such attribute.
	 * @return the condition
	 */
	public Condition notExists() {
		return new Condition.NotExists(path());
	}

	/**
	 * There is no such attribute, or it is an explicit null.
	 * @return the condition
	 */
	public Condition isNull() {
		return Condition.anyOf(List.of(notExists(), type(AttributeType.NULL)));
	}

	/**
	 * There is such an attribute, and it is not an explicit null.
	 * @return the condition
	 */
	public Condition isNotNull() {
		return Condition.allOf(List.of(exists(), type(AttributeType.NULL).not()));
	}

	/**
	 * The attribute is of a type.
	 * @param type the type
	 * @return the condition
	 */
	public Condition type(AttributeType type) {
		return new Condition.TypeIs(path(), type);
	}

	/**
	 * Goes on with the size of the attribute.
	 * @return the start of a condition
	 */
	public SizeCriteria size() {
		return new SizeCriteria(path());
	}

	/**
	 * The attribute's value, or a fallback if there is no such attribute, to be stored by
	 * an {@link Update}.
	 * @param fallback the fallback
	 * @return the value
	 */
	public UpdateValue orElse(Object fallback) {
		return new UpdateValue.IfAbsent(path(), Operand.of(fallback));
	}

	/**
	 * The attribute's value plus another, to be stored by an {@link Update}.
	 * @param amount a number, an attribute, or an attribute with a fallback
	 * @return the sum
	 */
	public UpdateValue plus(Object amount) {
		return UpdateValue.of(this).plus(amount);
	}

	/**
	 * The attribute's value minus another, to be stored by an {@link Update}.
	 * @param amount a number, an attribute, or an attribute with a fallback
	 * @return the difference
	 */
	public UpdateValue minus(Object amount) {
		return UpdateValue.of(this).minus(amount);
	}

}
