package io.dkmio.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what {@link StartupCost} starts is an application at all.
 */
class StartupCostUnitTests {

	@Test
	void generatesRepositoriesWhoseMethodsAreServedByKeys(@TempDir Path directory) throws Exception {
		GeneratedShop.compile(directory, 2);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { directory.toUri().toURL() },
				getClass().getClassLoader())) {
			Class<?> item = loader.loadClass(GeneratedShop.PACKAGE + ".Item1");
			Class<?> repository = loader.loadClass(GeneratedShop.PACKAGE + ".Item1Repository");
			assertThat(repository.getDeclaredMethods()).hasSize(GeneratedShop.METHODS);
			DynamoRepositoryFactory factory = new DynamoRepositoryFactory(
					new DynamoTemplate(StubHttpClient.client(Answers.item()), DynamoMappingContext.of(tables(), item)));
			factory.setBeanClassLoader(loader);
			factory.getRepository(repository);
			assertThat(factory.plans(repository)).extracting(MethodPlan::operation)
				.contains("GetItem", "BatchGetItem", "Query")
				.doesNotContain("Scan", "");
		}
	}

	@Test
	void takesDkmioAndSpringDataOutOfAJar(@TempDir Path directory) throws Exception {
		Path jar = directory.resolve("all.jar");
		try (JarOutputStream all = new JarOutputStream(Files.newOutputStream(jar))) {
			for (Map.Entry<String, String> entry : Map
				.of("io/dkmio/core/DynamoTemplate.class", "", "io/dkmio/benchmarks/StartedClient.class", "",
						"org/springframework/data/domain/Limit.class", "", "org/other/Other.class", "bytes",
						"META-INF/spring.factories",
						"some.Key=org.other.Other,io.dkmio.Factory\nother.Key=io.dkmio.One",
						"META-INF/spring/Some.imports", "io.dkmio.boot.Auto\norg.other.Auto")
				.entrySet()) {
				all.putNextEntry(new JarEntry(entry.getKey()));
				all.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		Path copy = directory.resolve("copy.jar");
		new JarWithoutDkmio(false).write(jar, copy);
		Path springData = directory.resolve("spring-data.jar");
		new JarWithoutDkmio(true).write(jar, springData);
		try (JarFile without = new JarFile(springData.toFile())) {
			assertThat(without.stream().map(JarEntry::getName)).contains("org/springframework/data/domain/Limit.class")
				.doesNotContain("io/dkmio/core/DynamoTemplate.class");
		}
		try (JarFile without = new JarFile(copy.toFile())) {
			assertThat(without.stream().map(JarEntry::getName)).containsExactlyInAnyOrder(
					"io/dkmio/benchmarks/StartedClient.class", "org/other/Other.class", "META-INF/spring.factories",
					"META-INF/spring/Some.imports");
			assertThat(text(without, "META-INF/spring.factories")).isEqualTo("some.Key=org.other.Other\nother.Key=");
			assertThat(text(without, "META-INF/spring/Some.imports").trim()).isEqualTo("org.other.Auto");
			assertThat(text(without, "org/other/Other.class")).isEqualTo("bytes");
		}
	}

	private static String text(JarFile jar, String name) throws IOException {
		try (InputStream content = jar.getInputStream(jar.getJarEntry(name))) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@Test
	void findsTheMiddle() {
		assertThat(StartupCost.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
		assertThat(StartupCost.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
		assertThat(StartupCost.median(List.of())).isNaN();
	}

	private static List<TableDefinition> tables() {
		return List.of(TableDefinition.of("shop")
			.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk")));
	}

}
