package io.dkmio.core.expression;

import org.springframework.util.Assert;

/**
 * One step of an {@link AttributePath}: a name in a map, or a position in a list.
 *
 * @since 1.0
 */
public sealed interface PathElement {

	/**
	 * A step into a map, or the attribute itself at the start of a path.
	 *
	 * @param name the name, verbatim: it may contain dots and brackets
	 * @since 1.0
	 */
	record Name(String name) implements PathElement {

		/**
		 * Creates a step.
		 * @param name the name
		 */
		public Name {
			Assert.hasLength(name, "Name must not be empty");
		}

		@Override
		public String toString() {
			return PathParser.quote(this.name);
		}

	}

	/**
	 * A step into a list.
	 *
	 * @param index the position, from 0
	 * @since 1.0
	 */
	record Index(int index) implements PathElement {

		/**
		 * Creates a step.
		 * @param index the position
		 */
		public Index {
			Assert.isTrue(index >= 0, "Index must not be negative");
		}

		@Override
		public String toString() {
			return "[" + this.index + "]";
		}

	}

}
