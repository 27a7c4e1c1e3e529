package io.dkmio.core.convert;

import java.util.HashMap;
import java.util.Map;

/**
 * Enum constants by their names.
 *
 * @param <E> the enum
 */
final class EnumCodec<E extends Enum<E>> extends TextCodec<E> {

	private final Map<String, E> constants = new HashMap<>();

	EnumCodec(Class<E> type) {
		super(type.getSimpleName(), false);
		for (E constant : type.getEnumConstants()) {
			this.constants.put(constant.name(), constant);
		}
	}

	/**
	 * The codec of an enum whose type is known at run time alone.
	 */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	static ValueCodec<?> of(Class<?> type) {
		Class<?> declaring = type.isEnum() ? type : type.getSuperclass();
		return new EnumCodec(declaring);
	}

	@Override
	String format(E value) {
		return value.name();
	}

	@Override
	E parse(String text) {
		E constant = this.constants.get(text);
		if (constant == null) {
			throw unreadable(text);
		}
		return constant;
	}

}
