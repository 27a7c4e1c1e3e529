package io.dkmio.core.expression;

import java.util.List;

import org.springframework.util.Assert;

/**
 * One change of an {@link Update}.
 *
 * @since 1.0
 */
public sealed interface UpdateAction {

	/**
	 * Where the change is made.
	 * @return the path
	 */
	AttributePath path();

	/**
	 * Sets an attribute, an entry of a map, or an element of a list; an index past the
	 * end of a list appends.
	 *
	 * @param path where to set
	 * @param value the value
	 * @since 1.0
	 */
	record Set(AttributePath path, UpdateValue value) implements UpdateAction {

		/**
		 * Creates a change.
		 * @param path where to set
		 * @param value the value
		 */
		public Set {
			Assert.notNull(path, "Path must not be null");
			Assert.notNull(value, "Value must not be null");
		}

	}

	/**
	 * Adds elements to a list, which is created if there is none.
	 *
	 * @param path where the list is
	 * @param elements the elements, in their order
	 * @param front whether they come first
	 * @since 1.0
	 */
	record Append(AttributePath path, List<Operand> elements, boolean front) implements UpdateAction {

		/**
		 * Creates a change.
		 * @param path where the list is
		 * @param elements the elements
		 * @param front whether they come first
		 */
		public Append {
			Assert.notNull(path, "Path must not be null");
			elements = List.copyOf(elements);
		}

	}

	/**
	 * Removes an attribute, an entry of a map, or an element of a list.
	 *
	 * @param path what to remove
	 * @since 1.0
	 */
	record Remove(AttributePath path) implements UpdateAction {

		/**
		 * Creates a change.
		 * @param path what to remove
		 */
		public Remove {
			Assert.notNull(path, "Path must not be null");
		}

	}

	/**
	 * Adds to a number, which counts from 0 if there is none.
	 *
	 * @param path where the number is
	 * @param amount the number to add
	 * @since 1.0
	 */
	record Add(AttributePath path, Operand amount) implements UpdateAction {

		/**
		 * Creates a change.
		 * @param path where the number is
		 * @param amount the number to add
		 */
		public Add {
			Assert.notNull(path, "Path must not be null");
			UpdateRules.operand(amount);
		}

	}

	/**
	 * Adds members to a set, which is created if there is none.
	 *
	 * @param path where the set is
	 * @param members the members
	 * @since 1.0
	 */
	record AddToSet(AttributePath path, List<Operand> members) implements UpdateAction {

		/**
		 * Creates a change.
		 * @param path where the set is
		 * @param members the members
		 */
		public AddToSet {
			Assert.notNull(path, "Path must not be null");
			members = List.copyOf(members);
		}

	}

	/**
	 * Removes members from a set; with the last one DynamoDB removes the attribute.
	 *
	 * @param path where the set is
	 * @param members the members
	 * @since 1.0
	 */
	record RemoveFromSet(AttributePath path, List<Operand> members) implements UpdateAction {

		/**
		 * Creates a change.
		 * @param path where the set is
		 * @param members the members
		 */
		public RemoveFromSet {
			Assert.notNull(path, "Path must not be null");
			members = List.copyOf(members);
		}

	}

}
