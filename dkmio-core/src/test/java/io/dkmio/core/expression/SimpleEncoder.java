package io.dkmio.core.expression;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Encodes plain Java values the obvious way.
 */
final class SimpleEncoder implements ValueEncoder {

	static final SimpleEncoder INSTANCE = new SimpleEncoder();

	private SimpleEncoder() {
	}

	@Override
	public AttributeValue encode(AttributePath path, Object value) {
		if (value instanceof Number) {
			return AttributeValue.fromN(value.toString());
		}
		if (value instanceof Boolean bool) {
			return AttributeValue.fromBool(bool);
		}
		if (value instanceof byte[] bytes) {
			return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
		}
		if (value instanceof AttributeValue attribute) {
			return attribute;
		}
		if (value instanceof Collection<?> elements) {
			return AttributeValue.fromL(elements.stream().map((element) -> encode(path, element)).toList());
		}
		if (value instanceof Map<?, ?> map) {
			Map<String, AttributeValue> entries = new LinkedHashMap<>();
			map.forEach((name, element) -> entries.put(name.toString(), encode(path, element)));
			return AttributeValue.fromM(entries);
		}
		return AttributeValue.fromS(value.toString());
	}

}
