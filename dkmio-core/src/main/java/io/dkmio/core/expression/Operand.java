package io.dkmio.core.expression;

import org.springframework.util.Assert;

/**
 * What a condition compares: an attribute, its size, a value, or a parameter whose value
 * is bound later. No operand shows its value as text.
 *
 * @since 1.0
 */
public sealed interface Operand permits Operand.Attribute, Operand.Size, Operand.Value, Operand.Parameter, Slot {

	/**
	 * The value of an attribute.
	 *
	 * @param path where the attribute is
	 * @since 1.0
	 */
	record Attribute(AttributePath path) implements Operand {

		@Override
		public String toString() {
			return this.path.toString();
		}

	}

	/**
	 * The size of an attribute: the length of a string or of binary data, or the number
	 * of elements of a list, map or set. Numbers, booleans and nulls have none. How the
	 * length of text outside ASCII is counted is not documented by DynamoDB.
	 *
	 * @param path where the attribute is
	 * @since 1.0
	 */
	record Size(AttributePath path) implements Operand {

		@Override
		public String toString() {
			return "size(" + this.path + ")";
		}

	}

	/**
	 * A value.
	 *
	 * @param value the value: an object to encode, or an attribute value
	 * @since 1.0
	 */
	record Value(Object value) implements Operand {

		/**
		 * Creates an operand.
		 * @param value the value
		 */
		public Value {
			Assert.notNull(value, "Value must not be null");
		}

		@Override
		public String toString() {
			return "?";
		}

	}

	/**
	 * A value that is bound later, from the arguments of a call.
	 *
	 * @param index the position of the argument, from 0
	 * @param elements whether the elements of the argument are meant, each as an operand
	 * of its own: the candidates of {@code in}, the elements to append
	 * @since 1.0
	 */
	record Parameter(int index, boolean elements) implements Operand {

		/**
		 * Creates an operand.
		 * @param index the position
		 * @param elements whether the argument is a collection or array of operands
		 */
		public Parameter {
			Assert.isTrue(index >= 0, "Index must not be negative");
		}

		@Override
		public String toString() {
			return "?" + this.index;
		}

	}

	/**
	 * A parameter.
	 * @param index the position of the argument, from 0
	 * @return the operand
	 */
	static Operand parameter(int index) {
		return new Parameter(index, false);
	}

	/**
	 * A parameter whose argument is a collection or an array, of which each element is an
	 * operand.
	 * @param index the position of the argument, from 0
	 * @return the operand
	 */
	static Operand elementsOfParameter(int index) {
		return new Parameter(index, true);
	}

	/**
	 * The operand an object stands for: an operand or a criterion itself, any other
	 * object as a value.
	 * @param object the object
	 * @return the operand
	 */
	static Operand of(Object object) {
		if (object instanceof Operand operand) {
			return operand;
		}
		if (object instanceof Criteria criteria) {
			return criteria.operand();
		}
		return new Value(object);
	}

}
