package io.dkmio.core.convert;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An item that is JSON is a map whose attributes are found one by one.
 */
class JsonItemUnitTests {

	private static final AttributeValue KEY = AttributeValue.fromS("p");

	@Test
	void findsAnAttributeWhosePlaceIsKnownAndOthersByLooking() {
		String json = "{\"a\":{\"N\":\"1\"},\"pk\":{\"S\":\"p\"}}";
		JsonItem item = item(json, json.indexOf("{\"S\""), -1);
		assertThat(item.get("pk")).isEqualTo(KEY);
		assertThat(item.get("a")).isEqualTo(AttributeValue.fromN("1"));
		assertThat(item.get("sk")).isNull();
		assertThat(item).hasSize(2);
	}

	@Test
	void findsAnAttributeWhoseNameIsEscaped() {
		assertThat(item("{\"p\\u006b\":{\"S\":\"p\"}}", -1, -1).get("pk")).isEqualTo(KEY);
	}

	@Test
	void refusesANameThatIsThereTwice() {
		JsonItem item = item("{\"pk\":{\"S\":\"p\"},\"pk\":{\"S\":\"q\"}}", -2, -1);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> item.get("pk"))
			.withMessageContaining("a map has a name twice");
	}

	private static JsonItem item(String json, int... places) {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		return new JsonItem.Answer(bytes, List.of("pk", "sk")).item(0, bytes.length, places);
	}

}
