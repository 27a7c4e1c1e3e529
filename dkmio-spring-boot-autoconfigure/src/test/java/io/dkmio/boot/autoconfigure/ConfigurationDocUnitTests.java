package io.dkmio.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@code docs/configuration.md} to the metadata of the properties.
 */
class ConfigurationDocUnitTests {

	private static final Pattern ROW = Pattern.compile("^\\| `(dkmio\\.[a-z0-9.-]+)` \\|(.*?)\\| ", Pattern.MULTILINE);

	private static final Map<String, Map<?, ?>> properties = new TreeMap<>();

	private static final Map<String, String> documented = new TreeMap<>();

	@BeforeAll
	static void read() throws IOException {
		String metadata = Files.readString(Path.of("target/classes/META-INF/spring-configuration-metadata.json"));
		for (Object each : (Iterable<?>) JsonParserFactory.getJsonParser().parseMap(metadata).get("properties")) {
			Map<?, ?> property = (Map<?, ?>) each;
			String name = (String) property.get("name");
			if (name.startsWith("dkmio.")) {
				properties.put(name, property);
			}
		}
		Matcher rows = ROW.matcher(Files.readString(Path.of("../docs/configuration.md")));
		while (rows.find()) {
			documented.put(rows.group(1), rows.group(2).trim());
		}
	}

	@Test
	void documentsEveryPropertyAndNoOther() {
		assertThat(documented.keySet()).containsExactlyElementsOf(properties.keySet());
	}

	@Test
	void givesTheDefaultsOfTheMetadata() {
		properties.forEach((name, property) -> {
			Object fallback = property.get("defaultValue");
			if (fallback != null && !fallback.toString().isEmpty()) {
				assertThat(documented.get(name)).as(name).isEqualTo("`" + fallback + "`");
			}
		});
	}

	@Test
	void describesEveryPropertyInTheMetadata() {
		properties.forEach((name, property) -> assertThat((String) property.get("description")).as(name).isNotBlank());
	}

}
