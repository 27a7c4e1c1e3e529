package io.dkmio.core.convert;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Values a converter of the application turns into values of another type.
 */
final class ConvertedCodec extends ValueCodec<Object> {

	private final Function<Object, @Nullable Object> to;

	private final Function<Object, @Nullable Object> from;

	private final ValueCodec<Object> target;

	private ConvertedCodec(Function<Object, @Nullable Object> to, Function<Object, @Nullable Object> from,
			ValueCodec<Object> target) {
		super(target.expected(), false);
		this.to = to;
		this.from = from;
		this.target = target;
	}

	/**
	 * The codec of a converted type, one that can be an element of a set and the key of a
	 * map where the other type can.
	 */
	@SuppressWarnings("unchecked")
	static ValueCodec<?> of(String type, Function<Object, @Nullable Object> to, Function<Object, @Nullable Object> from,
			ValueCodec<?> target) {
		if (target instanceof TextCodec<?> codec) {
			TextCodec<Object> text = (TextCodec<Object>) codec;
			return TextCodec.of(type, (value) -> text.format(required(to, value)),
					(stored) -> required(from, text.parse(stored)));
		}
		if (target instanceof NumberCodec<?> codec) {
			NumberCodec<Object> number = (NumberCodec<Object>) codec;
			return new NumberCodec<>(type, (value) -> number.format(required(to, value)),
					(stored) -> required(from, number.parse(stored)), false, false);
		}
		if (target instanceof BinaryCodec<?> codec) {
			BinaryCodec<Object> binary = (BinaryCodec<Object>) codec;
			return new BinaryCodec<>(type, (value) -> binary.format(required(to, value)),
					(stored) -> required(from, binary.parse(stored)));
		}
		return new ConvertedCodec(to, from, (ValueCodec<Object>) target);
	}

	private static Object required(Function<Object, @Nullable Object> conversion, Object value) {
		Object converted = apply(conversion, value);
		if (converted == null) {
			throw ConversionFault.of("the converter returned null");
		}
		return converted;
	}

	private static @Nullable Object apply(Function<Object, @Nullable Object> conversion, Object value) {
		try {
			return conversion.apply(value);
		}
		catch (RuntimeException ex) {
			throw ConversionFault.from(ex, "the converter");
		}
	}

	@Override
	void write(Object value, AttributeSink sink) {
		Object converted = apply(this.to, value);
		if (converted != null) {
			this.target.write(converted, sink);
		}
		else {
			sink.nullValue();
		}
	}

	@Override
	void writeField(String name, Object value, AttributeSink sink) {
		Object converted = apply(this.to, value);
		if (converted != null) {
			this.target.writeField(name, converted, sink);
		}
	}

	@Override
	@Nullable Object read(AttributeSource source) {
		Object stored = this.target.read(source);
		return (stored != null) ? apply(this.from, stored) : null;
	}

}
