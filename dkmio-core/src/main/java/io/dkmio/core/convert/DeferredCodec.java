package io.dkmio.core.convert;

import org.jspecify.annotations.Nullable;

/**
 * Stands for a codec that is being made, where a type contains itself.
 */
final class DeferredCodec extends ValueCodec<Object> {

	private @Nullable ValueCodec<Object> codec;

	DeferredCodec(Class<?> type) {
		super("M for " + type.getSimpleName(), false);
	}

	void resolve(ValueCodec<Object> codec) {
		this.codec = codec;
	}

	@Override
	void write(Object value, AttributeSink sink) {
		codec().write(value, sink);
	}

	@Override
	@Nullable Object read(AttributeSource source) {
		return codec().read(source);
	}

	private ValueCodec<Object> codec() {
		if (this.codec == null) {
			throw new IllegalStateException("Used before it was made");
		}
		return this.codec;
	}

}
