package io.dkmio.core.convert;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The conversion to and from maps of {@link AttributeValue}s.
 */
class AttributeValueConversionUnitTests extends AbstractConversionTests {

	private final AttributeValueSource source = new AttributeValueSource();

	private final AttributeValueSink sink = new AttributeValueSink();

	@Override
	Map<String, AttributeValue> write(DynamoConverter converter, Object item) {
		this.sink.reset();
		converter.write(item, this.sink);
		return this.sink.item();
	}

	@Override
	<T> T read(DynamoConverter converter, Class<T> type, Map<String, AttributeValue> item) {
		return converter.read(type, this.source.reset(item));
	}

}
