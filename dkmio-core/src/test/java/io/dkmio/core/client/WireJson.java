package io.dkmio.core.client;

import java.util.Map;

import io.dkmio.core.convert.AttributeSink;
import io.dkmio.core.convert.JsonAttributeSink;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.utils.ImmutableMap;

/**
 * Items as JSON, for tests.
 */
final class WireJson {

	private WireJson() {
	}

	static byte[] of(Map<String, AttributeValue> item) {
		JsonAttributeSink sink = new JsonAttributeSink();
		write(item, sink);
		return sink.toByteArray();
	}

	private static void write(Map<String, AttributeValue> map, AttributeSink sink) {
		sink.beginMap(map.size());
		map.forEach((name, value) -> {
			sink.name(name);
			sink.attribute(value);
		});
		sink.endMap();
	}

	static Map<String, AttributeValue> item(String json) {
		ImmutableMap.Builder<String, AttributeValue> map = ImmutableMap.builder();
		JsonNode.parser().parse(json).asObject().forEach((name, value) -> map.put(name, value(value)));
		return map.build();
	}

	private static AttributeValue value(JsonNode node) {
		Map.Entry<String, JsonNode> entry = node.asObject().entrySet().iterator().next();
		JsonNode content = entry.getValue();
		return switch (entry.getKey()) {
			case "S" -> AttributeValue.fromS(content.asString());
			case "N" -> AttributeValue.fromN(content.asString());
			case "BOOL" -> AttributeValue.fromBool(content.asBoolean());
			case "L" -> AttributeValue.fromL(content.asArray().stream().map(WireJson::value).toList());
			case "M" -> AttributeValue.fromM(item(content.toString()));
			default -> throw new IllegalArgumentException("Not in these tests: " + entry.getKey());
		};
	}

}
