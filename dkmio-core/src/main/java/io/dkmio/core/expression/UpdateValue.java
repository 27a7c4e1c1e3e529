package io.dkmio.core.expression;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * What an attribute is set to. The attributes it reads are those of the item before the
 * update.
 *
 * @since 1.0
 */
public sealed interface UpdateValue {

	/**
	 * This value plus another.
	 * @param amount a number, an attribute, or an attribute with a fallback
	 * @return the sum
	 */
	default UpdateValue plus(Object amount) {
		return new Arithmetic(this, Sign.PLUS, of(amount));
	}

	/**
	 * This value minus another.
	 * @param amount a number, an attribute, or an attribute with a fallback
	 * @return the difference
	 */
	default UpdateValue minus(Object amount) {
		return new Arithmetic(this, Sign.MINUS, of(amount));
	}

	/**
	 * The value an object stands for: another attribute, or the object as a value.
	 * @param object the object
	 * @return the value
	 */
	static UpdateValue of(Object object) {
		Assert.notNull(object, "Value must not be null");
		return (object instanceof UpdateValue value) ? value : new Plain(Operand.of(object));
	}

	/**
	 * A value, a parameter, or the value of another attribute.
	 *
	 * @param operand the operand
	 * @since 1.0
	 */
	record Plain(Operand operand) implements UpdateValue {

		/**
		 * Creates a value.
		 * @param operand the operand
		 */
		public Plain {
			UpdateRules.operand(operand);
		}

	}

	/**
	 * The value of an attribute, or a fallback if there is no such attribute.
	 *
	 * @param path where the attribute is
	 * @param fallback the fallback
	 * @since 1.0
	 */
	record IfAbsent(AttributePath path, Operand fallback) implements UpdateValue {

		/**
		 * Creates a value.
		 * @param path where the attribute is
		 * @param fallback the fallback
		 */
		public IfAbsent {
			Assert.notNull(path, "Path must not be null");
			UpdateRules.fallback(path, fallback);
		}

	}

	/**
	 * A sum or difference of two numbers. DynamoDB computes in decimal, with 38 digits,
	 * and fails if an attribute is missing.
	 *
	 * @param left the first number
	 * @param sign whether to add or subtract
	 * @param right the second number
	 * @since 1.0
	 */
	record Arithmetic(UpdateValue left, Sign sign, UpdateValue right) implements UpdateValue {

		/**
		 * Creates a value.
		 * @param left the first number
		 * @param sign whether to add or subtract
		 * @param right the second number
		 */
		public Arithmetic {
			if (left instanceof Arithmetic || right instanceof Arithmetic) {
				throw new InvalidDataAccessApiUsageException("An update adds or subtracts two numbers, not three:"
						+ " DynamoDB has no longer sums. Add up the values first");
			}
		}

	}

	/**
	 * Addition or subtraction.
	 *
	 * @since 1.0
	 */
	enum Sign {

		/** Addition. */
		PLUS("+"),
		/** Subtraction. */
		MINUS("-");

		private final String symbol;

		Sign(String symbol) {
			this.symbol = symbol;
		}

		/**
		 * The sign as DynamoDB writes it.
		 * @return the symbol
		 */
		public String symbol() {
			return this.symbol;
		}

	}

}
