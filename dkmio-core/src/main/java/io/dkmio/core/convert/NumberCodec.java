package io.dkmio.core.convert;

import java.util.function.Function;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Values stored as numbers.
 *
 * @param <T> the type
 */
final class NumberCodec<T> extends ValueCodec<T> {

	private final Function<T, String> format;

	private final Function<String, T> parse;

	private final boolean exact;

	/**
	 * Creates a codec.
	 * @param type the type's name for messages
	 * @param format gives the decimal text, or a fault
	 * @param parse takes the decimal text, or gives a fault
	 * @param exact whether values that are not equal are different numbers
	 * @param required whether there must be a value
	 */
	NumberCodec(String type, Function<T, String> format, Function<String, T> parse, boolean exact, boolean required) {
		super("N for " + type, required);
		this.format = format;
		this.parse = parse;
		this.exact = exact;
	}

	/**
	 * Whether values that are not equal are different numbers.
	 */
	boolean isExact() {
		return this.exact;
	}

	String format(T value) {
		return this.format.apply(value);
	}

	T parse(String text) {
		return this.parse.apply(text);
	}

	@Override
	void write(T value, AttributeSink sink) {
		sink.number(this.format.apply(value));
	}

	@Override
	@Nullable T read(AttributeSource source) {
		return (source.type() == AttributeType.N) ? this.parse.apply(source.number()) : unexpected(source);
	}

}
