package io.dkmio.core.convert;

import java.util.function.Function;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Values stored as strings.
 *
 * @param <T> the type
 */
abstract class TextCodec<T> extends ValueCodec<T> {

	TextCodec(String type, boolean required) {
		super("S for " + type, required);
	}

	static <T> TextCodec<T> of(String type, Function<T, String> format, Function<String, T> parse) {
		return new Functional<>(type, format, parse);
	}

	abstract String format(T value);

	abstract T parse(String text);

	@Override
	final void write(T value, AttributeSink sink) {
		sink.string(format(value));
	}

	@Override
	final @Nullable T read(AttributeSource source) {
		return (source.type() == AttributeType.S) ? parse(source.string()) : unexpected(source);
	}

	final ConversionFault unreadable(String text) {
		return ConversionFault
			.of("expected " + expected() + ", found a string of " + text.length() + " characters that is none");
	}

	/**
	 * Strings themselves.
	 */
	static final class Plain extends TextCodec<String> {

		Plain() {
			super("String", false);
		}

		@Override
		String format(String value) {
			return value;
		}

		@Override
		String parse(String text) {
			return text;
		}

	}

	private static final class Functional<T> extends TextCodec<T> {

		private final Function<T, String> format;

		private final Function<String, T> parse;

		Functional(String type, Function<T, String> format, Function<String, T> parse) {
			super(type, false);
			this.format = format;
			this.parse = parse;
		}

		@Override
		String format(T value) {
			return this.format.apply(value);
		}

		@Override
		T parse(String text) {
			try {
				return this.parse.apply(text);
			}
			catch (ConversionFault ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				throw unreadable(text);
			}
		}

	}

}
