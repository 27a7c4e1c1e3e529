package io.dkmio.benchmarks;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

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
