package io.dkmio.core.convert;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The conversion to and from the JSON of requests and answers.
 */
class JsonConversionUnitTests extends AbstractConversionTests {

	private final JsonAttributeSource source = new JsonAttributeSource();

	private final JsonAttributeSink sink = new JsonAttributeSink();

	@Override
	Map<String, AttributeValue> write(DynamoConverter converter, Object item) {
		this.sink.reset();
		converter.write(item, this.sink);
		return Json.item(this.sink.toByteArray());
	}

	@Override
	<T> T read(DynamoConverter converter, Class<T> type, Map<String, AttributeValue> item) {
		return converter.read(type, this.source.reset(Json.of(item)));
	}

}
