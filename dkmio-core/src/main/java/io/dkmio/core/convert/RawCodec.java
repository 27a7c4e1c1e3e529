package io.dkmio.core.convert;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Attributes as they are.
 */
final class RawCodec extends ValueCodec<AttributeValue> {

	RawCodec() {
		super("any attribute", false);
	}

	@Override
	void write(AttributeValue value, AttributeSink sink) {
		sink.attribute(value);
	}

	@Override
	AttributeValue read(AttributeSource source) {
		return source.attribute();
	}

}
