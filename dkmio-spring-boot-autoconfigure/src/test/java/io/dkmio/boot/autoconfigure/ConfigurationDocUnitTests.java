package io.dkmio.boot.autoconfigure;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@code docs/configuration.md} to the metadata of the properties.
 */
class ConfigurationDocUnitTests {

	private static final Pattern ROW = Pattern.compile("^\\| `(dkmio\\.[a-z0-9.<>-]+)` \\|(.*?)\\| ",
			Pattern.MULTILINE);

	private static final Map<String, Map<?, ?>> properties = new TreeMap<>();

	private static final Map<String, Map<?, ?>> switches = new TreeMap<>();

	private static final Set<String> hints = new TreeSet<>();

	private static final Map<String, String> documented = new TreeMap<>();

	@BeforeAll
	static void read() throws IOException {
		String metadata = Files.readString(Path.of("target/classes/META-INF/spring-configuration-metadata.json"));
		for (Object each : (Iterable<?>) JsonParserFactory.getJsonParser().parseMap(metadata).get("properties")) {
			Map<?, ?> property = (Map<?, ?>) each;
			String name = (String) property.get("name");
			(name.startsWith("dkmio.") ? properties : switches).put(name, property);
		}
		for (Object each : (Iterable<?>) JsonParserFactory.getJsonParser().parseMap(metadata).get("hints")) {
			hints.add((String) ((Map<?, ?>) each).get("name"));
		}
		Matcher rows = ROW.matcher(Files.readString(Path.of("../docs/configuration.md")));
		while (rows.find()) {
			documented.put(rows.group(1), rows.group(2).trim());
		}
	}

	@Test
	void documentsEveryPropertyAndNoOther() {
		Set<String> expected = new TreeSet<>(properties.keySet());
		expected.addAll(belowNames().keySet());
		assertThat(documented.keySet()).containsExactlyElementsOf(expected);
	}

	@Test
	void givesTheDefaultsOfWhatIsBelowANameToo() {
		belowNames().forEach((name, fallback) -> {
			if (!fallback.isEmpty()) {
				assertThat(documented.get(name)).as(name).isEqualTo("`" + fallback + "`");
			}
		});
	}

	@Test
	void letsFurtherClientsHaveWhatTheDefaultOneHas() {
		Map<String, String> further = components(NamedClientProperties.class);
		assertThat(further).containsAllEntriesOf(components(DynamoClientProperties.class))
			.hasSize(components(DynamoClientProperties.class).size() + 1);
	}

	@Test
	void describesTheSwitchesOfTheActuator() throws IOException {
		String observability = Files.readString(Path.of("../docs/observability.md"));
		assertThat(switches).containsOnlyKeys("management.endpoint.dkmio.access",
				"management.endpoint.dkmio.cache.time-to-live", "management.health.dynamodb.enabled",
				"management.info.dkmio.enabled");
		switches.forEach((name, property) -> {
			assertThat((String) property.get("description")).as(name).isNotBlank();
			assertThat(observability).contains("| `" + name + "` | `" + property.get("defaultValue") + "` |");
		});
	}

	@Test
	void hintsAtPropertiesThereAre() {
		assertThat(hints).isNotEmpty().isSubsetOf(properties.keySet());
	}

	/**
	 * The properties below names the application chooses, with their defaults. Metadata
	 * ends at the map; an IDE goes on with the type of its values.
	 */
	private static Map<String, String> belowNames() {
		Map<String, String> below = new TreeMap<>();
		components(FurtherTableProperties.class)
			.forEach((name, fallback) -> below.put("dkmio.tables.<name>." + name, fallback));
		components(DynamoTableProperties.Index.class)
			.forEach((name, fallback) -> below.put("dkmio.table.indexes.<name>." + name, fallback));
		components(NamedClientProperties.class).forEach((name, fallback) -> {
			if (!components(DynamoClientProperties.class).containsKey(name)) {
				below.put("dkmio.clients.<name>." + name, fallback);
			}
		});
		return below;
	}

	private static Map<String, String> components(Class<?> type) {
		Map<String, String> components = new TreeMap<>();
		for (Parameter parameter : type.getDeclaredConstructors()[0].getParameters()) {
			DefaultValue fallback = parameter.getAnnotation(DefaultValue.class);
			components.put(DataObjectPropertyName.toDashedForm(parameter.getName()),
					(fallback != null) ? String.join(",", fallback.value()) : "");
		}
		return components;
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
