package io.dkmio.core.convert;

import java.util.function.Function;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Values stored as bytes.
 *
 * @param <T> the type
 */
final class BinaryCodec<T> extends ValueCodec<T> {

	private final Function<T, SdkBytes> to;

	private final Function<SdkBytes, T> from;

	BinaryCodec(String type, Function<T, SdkBytes> to, Function<SdkBytes, T> from) {
		super("B for " + type, false);
		this.to = to;
		this.from = from;
	}

	SdkBytes format(T value) {
		return this.to.apply(value);
	}

	T parse(SdkBytes bytes) {
		return this.from.apply(bytes);
	}

	@Override
	void write(T value, AttributeSink sink) {
		sink.binary(this.to.apply(value));
	}

	@Override
	@Nullable T read(AttributeSource source) {
		return (source.type() == AttributeType.B) ? this.from.apply(source.binary()) : unexpected(source);
	}

}
