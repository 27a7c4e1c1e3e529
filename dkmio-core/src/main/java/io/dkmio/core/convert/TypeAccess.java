package io.dkmio.core.convert;

import org.jspecify.annotations.Nullable;

/**
 * Takes objects of a type apart and puts them together.
 */
interface TypeAccess {

	/**
	 * Reads all properties of an object.
	 * @param target the object
	 * @param values takes the values, by slot
	 */
	void disassemble(Object target, @Nullable Object[] values);

	/**
	 * Makes an object.
	 * @param values the values by slot, null where a property is to be left alone
	 * @return the object
	 */
	Object assemble(@Nullable Object[] values);

}
