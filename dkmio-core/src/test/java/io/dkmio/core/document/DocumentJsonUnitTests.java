package io.dkmio.core.document;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Documents as JSON, by both versions of Jackson that are about.
 */
class DocumentJsonUnitTests {

	private static final Document ORDER = Document.of("id", "o1", "total", new BigDecimal("100.50"), "count", 1000,
			"paid", true, "note", null, "tags", new LinkedHashSet<>(List.of("a", "b")), "photo", new byte[] { 1, 2, 3 },
			"lines", Arrays.asList(Map.of("sku", "tea"), null));

	private static final String JSON = "{\"id\":\"o1\",\"total\":100.5,\"count\":1000,\"paid\":true,\"note\":null,"
			+ "\"tags\":[\"a\",\"b\"],\"photo\":\"AQID\",\"lines\":[{\"sku\":\"tea\"},null]}";

	@Test
	void isWrittenAsAnObjectByJackson3() {
		assertThat(tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(ORDER)).isEqualTo(JSON);
	}

	@Test
	void isWrittenAsAnObjectByJackson2() throws Exception {
		assertThat(new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(ORDER)).isEqualTo(JSON);
	}

	@Test
	void isMadeOfWhatJacksonReads() {
		Map<?, ?> read = tools.jackson.databind.json.JsonMapper.builder().build().readValue(JSON, Map.class);
		assertThat(Document.of("order", read).document("order")).containsEntry("total", new BigDecimal("100.5"))
			.containsEntry("lines", Arrays.asList(Document.of("sku", "tea"), null));
	}

}
