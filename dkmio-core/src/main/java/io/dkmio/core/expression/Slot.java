package io.dkmio.core.expression;

import java.util.List;

/**
 * A place in a rendered expression whose value is computed from the arguments of a call:
 * one operand, or the elements of a list or set.
 *
 * @param role what the value is for
 * @param path the path it belongs to, as the caller wrote it
 * @param operands where the value comes from: one, or the elements
 * @param nullChangesShape whether a null argument needs another expression instead of
 * being an error
 */
record Slot(ValueRole role, AttributePath path, List<Operand> operands, boolean nullChangesShape) implements Operand {

	Slot {
		operands = List.copyOf(operands);
	}

	/**
	 * Whether the expression depends on the number of elements of an argument.
	 */
	boolean changesShape() {
		return this.role != ValueRole.LIST && this.role != ValueRole.SET && this.operands.stream()
			.anyMatch((operand) -> operand instanceof Operand.Parameter parameter && parameter.elements());
	}

	@Override
	public String toString() {
		return (this.operands.size() == 1) ? this.operands.get(0).toString() : "?";
	}

}
