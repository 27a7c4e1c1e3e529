package io.dkmio.core.convert;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonNodeParser;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.utils.BinaryUtils;

/**
 * DynamoDB's JSON by way of the SDK's own parser, to compare with.
 */
final class Json {

	private static final JsonNodeParser PARSER = JsonNode.parserBuilder().removeErrorLocations(true).build();

	private Json() {
	}

	static Map<String, AttributeValue> item(byte[] json) {
		return map(PARSER.parse(new ByteArrayInputStream(json)));
	}

	static byte[] of(Map<String, AttributeValue> item) {
		StringBuilder json = new StringBuilder();
		append(item, json);
		return json.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static Map<String, AttributeValue> map(JsonNode node) {
		Map<String, AttributeValue> map = new LinkedHashMap<>();
		node.asObject().forEach((name, value) -> map.put(name, value(value)));
		return map;
	}

	private static AttributeValue value(JsonNode node) {
		if (node.asObject().size() != 1) {
			throw new IllegalArgumentException("Not one type");
		}
		Map.Entry<String, JsonNode> entry = node.asObject().entrySet().iterator().next();
		JsonNode content = entry.getValue();
		return switch (entry.getKey()) {
			case "S" -> AttributeValue.fromS(content.asString());
			case "N" -> AttributeValue.fromN(content.asString());
			case "B" -> AttributeValue.fromB(bytes(content));
			case "BOOL" -> AttributeValue.fromBool(content.asBoolean());
			case "NULL" -> AttributeValue.fromNul(content.asBoolean());
			case "SS" -> AttributeValue.fromSs(content.asArray().stream().map(JsonNode::asString).toList());
			case "NS" -> AttributeValue.fromNs(content.asArray().stream().map(JsonNode::asString).toList());
			case "BS" -> AttributeValue.fromBs(content.asArray().stream().map(Json::bytes).toList());
			case "L" -> AttributeValue.fromL(content.asArray().stream().map(Json::value).toList());
			case "M" -> AttributeValue.fromM(map(content));
			default -> throw new IllegalArgumentException("No such type");
		};
	}

	private static SdkBytes bytes(JsonNode node) {
		return SdkBytes.fromByteArray(BinaryUtils.fromBase64(node.asString()));
	}

	private static void append(Map<String, AttributeValue> map, StringBuilder json) {
		char separator = '{';
		for (Map.Entry<String, AttributeValue> entry : map.entrySet()) {
			append(entry.getKey(), json.append(separator));
			append(entry.getValue(), json.append(':'));
			separator = ',';
		}
		json.append((separator == '{') ? "{}" : "}");
	}

	private static void append(AttributeValue value, StringBuilder json) {
		switch (value.type()) {
			case S -> append(value.s(), json.append("{\"S\":"));
			case N -> append(value.n(), json.append("{\"N\":"));
			case B -> append(BinaryUtils.toBase64(value.b().asByteArray()), json.append("{\"B\":"));
			case BOOL -> json.append("{\"BOOL\":").append(value.bool());
			case NUL -> json.append("{\"NULL\":").append(value.nul());
			case SS -> strings(value.ss(), json.append("{\"SS\":"));
			case NS -> strings(value.ns(), json.append("{\"NS\":"));
			case BS -> {
				List<String> texts = new ArrayList<>();
				value.bs().forEach((each) -> texts.add(BinaryUtils.toBase64(each.asByteArray())));
				strings(texts, json.append("{\"BS\":"));
			}
			case L -> {
				json.append("{\"L\":[");
				for (int i = 0; i < value.l().size(); i++) {
					append(value.l().get(i), json.append((i > 0) ? "," : ""));
				}
				json.append(']');
			}
			case M -> append(value.m(), json.append("{\"M\":"));
			default -> throw new IllegalArgumentException("No such type");
		}
		json.append('}');
	}

	private static void strings(List<String> values, StringBuilder json) {
		json.append('[');
		for (int i = 0; i < values.size(); i++) {
			append(values.get(i), json.append((i > 0) ? "," : ""));
		}
		json.append(']');
	}

	private static void append(String text, StringBuilder json) {
		json.append('"');
		text.chars().forEach((next) -> {
			if (next == '"' || next == '\\') {
				json.append('\\').append((char) next);
			}
			else if (next < ' ') {
				json.append(String.format("\\u%04X", next));
			}
			else {
				json.append((char) next);
			}
		});
		json.append('"');
	}

}
