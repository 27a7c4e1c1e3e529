package io.dkmio.core.convert;

import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Takes objects apart and puts them together by a class generated for their type. Unlike
 * method handles in fields, its code is compiled as if it were written by hand.
 */
final class GeneratedAccess implements TypeAccess {

	private final Function<Object, Object> assembler;

	private final BiConsumer<Object, Object> disassembler;

	private final @Nullable MethodHandleAccess populator;

	/**
	 * Creates an access.
	 * @param generated the instance of the generated class
	 * @param populator sets the properties the creator does not take, if there are any
	 */
	@SuppressWarnings("unchecked")
	GeneratedAccess(Object generated, @Nullable MethodHandleAccess populator) {
		this.populator = populator;
		this.assembler = (Function<Object, Object>) generated;
		this.disassembler = (BiConsumer<Object, Object>) generated;
	}

	@Override
	public void disassemble(Object target, @Nullable Object[] values) {
		try {
			this.disassembler.accept(target, values);
		}
		catch (Exception ex) {
			throw unchecked(ex);
		}
	}

	@Override
	public Object assemble(@Nullable Object[] values) {
		try {
			Object made = this.assembler.apply(values);
			return (this.populator != null) ? this.populator.populate(made, values) : made;
		}
		catch (Exception ex) {
			throw unchecked(ex);
		}
	}

	/** Generated code does not wrap the checked exceptions a constructor may declare. */
	private static RuntimeException unchecked(Exception thrown) {
		return (thrown instanceof RuntimeException ex) ? ex : new IllegalStateException(thrown);
	}

}
