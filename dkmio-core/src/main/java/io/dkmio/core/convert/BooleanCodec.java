package io.dkmio.core.convert;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Booleans.
 */
final class BooleanCodec extends ValueCodec<Boolean> {

	BooleanCodec(String type, boolean required) {
		super("BOOL for " + type, required);
	}

	@Override
	void write(Boolean value, AttributeSink sink) {
		sink.bool(value);
	}

	@Override
	@Nullable Boolean read(AttributeSource source) {
		return (source.type() == AttributeType.BOOL) ? (Boolean) source.bool() : unexpected(source);
	}

}
