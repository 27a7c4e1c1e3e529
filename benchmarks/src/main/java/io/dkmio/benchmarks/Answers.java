package io.dkmio.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What DynamoDB would answer, as JSON.
 */
final class Answers {

	private static final String CAPACITY = "\"ConsumedCapacity\":{\"TableName\":\"shop\",\"CapacityUnits\":0.5}";

	private Answers() {
	}

	/** The answer to a GetItem. */
	static byte[] item() {
		return bytes("{" + CAPACITY + ",\"Item\":" + map(HandWritten.write(Shipment.example(1))) + "}");
	}

	/** The answer to a Query with some items. */
	static byte[] page(int items) {
		return bytes(IntStream.range(0, items)
			.mapToObj((i) -> map(HandWritten.write(Shipment.example(i))))
			.collect(Collectors.joining(",", "{" + CAPACITY + ",\"Count\":" + items + ",\"Items\":[",
					"],\"ScannedCount\":" + items + "}")));
	}

	/** The pages of a Query. */
	static byte[][] pages(int pages, int items) {
		return IntStream.range(0, pages).mapToObj((page) -> {
			String rest = (page < pages - 1) ? ",\"LastEvaluatedKey\":" + map(HandWritten.key(page)) : "";
			return bytes("{" + CAPACITY + ",\"Count\":" + items + ",\"Items\":" + list(page * items, items)
					+ ",\"ScannedCount\":" + items + rest + "}");
		}).toArray(byte[][]::new);
	}

	/** The answers to the BatchGetItems that read some items. */
	static byte[][] batches(int items) {
		return IntStream.range(0, (items + 99) / 100)
			.mapToObj((chunk) -> bytes("{"
					+ "\"ConsumedCapacity\":[{\"TableName\":\"shop\",\"CapacityUnits\":50}],\"Responses\":{\"shop\":"
					+ list(chunk * 100, Math.min(100, items - chunk * 100)) + "},\"UnprocessedKeys\":{}}"))
			.toArray(byte[][]::new);
	}

	/** The answer to a write. */
	static byte[] written() {
		return bytes("{" + CAPACITY + "}");
	}

	/** The answer to an update that returns the item. */
	static byte[] updated() {
		return bytes("{\"Attributes\":" + map(HandWritten.write(Shipment.example(1))) + "," + CAPACITY + "}");
	}

	/** The answer to a TransactWriteItems. */
	static byte[] transacted() {
		return bytes("{\"ConsumedCapacity\":[{\"TableName\":\"shop\",\"CapacityUnits\":10}]}");
	}

	/** The answer to a BatchWriteItem. */
	static byte[] allWritten() {
		return bytes("{\"ConsumedCapacity\":[{\"TableName\":\"shop\",\"CapacityUnits\":25}],\"UnprocessedItems\":{}}");
	}

	private static String list(int from, int items) {
		return IntStream.range(from, from + items)
			.mapToObj((i) -> map(HandWritten.write(Shipment.example(i))))
			.collect(Collectors.joining(",", "[", "]"));
	}

	private static byte[] bytes(String json) {
		return json.getBytes(StandardCharsets.UTF_8);
	}

	private static String map(Map<String, AttributeValue> map) {
		return map.entrySet()
			.stream()
			.map((entry) -> text(entry.getKey()) + ":" + value(entry.getValue()))
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static String value(AttributeValue value) {
		return switch (value.type()) {
			case S -> "{\"S\":" + text(value.s()) + "}";
			case N -> "{\"N\":" + text(value.n()) + "}";
			case BOOL -> "{\"BOOL\":" + value.bool() + "}";
			case SS -> value.ss().stream().map(Answers::text).collect(Collectors.joining(",", "{\"SS\":[", "]}"));
			case L -> value.l().stream().map(Answers::value).collect(Collectors.joining(",", "{\"L\":[", "]}"));
			case M -> "{\"M\":" + map(value.m()) + "}";
			default -> throw new IllegalArgumentException("No example has a value of type " + value.type());
		};
	}

	/** No example has a character that JSON would have to escape. */
	private static String text(String text) {
		return '"' + text + '"';
	}

}
