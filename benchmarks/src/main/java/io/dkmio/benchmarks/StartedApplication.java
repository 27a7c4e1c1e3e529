package io.dkmio.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoManagedTypes;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.dkmio.repository.support.DynamoRepositoryPlans;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * The application with dkmio that {@link StartupCost} starts. It sends nothing: there is
 * no DynamoDB.
 */
final class StartedApplication {

	private static final int WARM_UPS = 3;

	private static final String[] ARGUMENTS = { "--spring.main.banner-mode=off", "--logging.level.root=warn",
			"--dkmio.client.region=eu-west-1", "--dkmio.client.credentials.access-key=none",
			"--dkmio.client.credentials.secret-key=none", "--dkmio.table.name=shop",
			"--dkmio.table.indexes.gsi1.partition-key=gsi1pk", "--dkmio.table.indexes.gsi1.sort-key=gsi1sk" };

	private StartedApplication() {
	}

	/**
	 * Starts, measures and writes down what was found.
	 * @param args the file for the measures, and how many repositories there are
	 * @throws IOException if the file cannot be written
	 */
	public static void main(String[] args) throws IOException {
		Properties found = new Properties();
		long start = System.nanoTime();
		try (ConfigurableApplicationContext context = SpringApplication.run(Dkmio.class, ARGUMENTS)) {
			found.setProperty("start", String.valueOf((System.nanoTime() - start) / 1e6));
			if (Integer.parseInt(args[1]) == StartupCost.MOST) {
				List<Class<?>> repositories = List.copyOf(context.getBean(DynamoRepositoryPlans.class).all().keySet());
				Class<?>[] items = context.getBean(DynamoManagedTypes.class).toList().toArray(Class<?>[]::new);
				measure(found, repositories, items);
			}
		}
		try (Writer writer = Files.newBufferedWriter(Path.of(args[0]))) {
			found.store(writer, null);
		}
	}

	private static void measure(Properties found, List<Class<?>> repositories, Class<?>[] items) {
		double heap = heap();
		double metaspace = metaspace();
		DynamoMappingContext context = context(items);
		MappingDynamoConverter converter = new MappingDynamoConverter(context);
		found.setProperty("heap", String.valueOf((heap() - heap) / 1024 / items.length));
		found.setProperty("metaspace", String.valueOf((metaspace() - metaspace) / 1024 / items.length));
		try (DynamoDbClient client = StubHttpClient.client(Answers.item())) {
			DynamoTemplate template = new DynamoTemplate(client, converter.getMappingContext());
			long plan = 0;
			for (int i = 0; i < WARM_UPS; i++) {
				plan = plan(template, repositories);
			}
			found.setProperty("plan", String.valueOf(plan / 1e3 / repositories.size() / GeneratedShop.METHODS));
		}
	}

	/** The whole repository counts, its proxy and inherited methods too. */
	private static long plan(DynamoTemplate template, List<Class<?>> repositories) {
		DynamoRepositoryFactory factory = new DynamoRepositoryFactory(template);
		long start = System.nanoTime();
		repositories.forEach(factory::getRepository);
		return System.nanoTime() - start;
	}

	private static DynamoMappingContext context(Class<?>[] items) {
		return DynamoMappingContext.of(List.of(TableDefinition.of("shop")
			.withIndex(io.dkmio.core.mapping.IndexDefinition.global("gsi1")
				.withPartitionKey("gsi1pk")
				.withSortKey("gsi1sk"))), items);
	}

	private static double heap() {
		for (int i = 0; i < 5; i++) {
			System.gc();
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private static double metaspace() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getName().equals("Metaspace"))
			.map(MemoryPoolMXBean::getUsage)
			.mapToLong((usage) -> usage.getUsed())
			.sum();
	}

	/**
	 * An application with dkmio, and without the Enhanced Client, which is on the class
	 * path for other measurements.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(excludeName = "io.dkmio.boot.autoconfigure.DynamoEnhancedClientAutoConfiguration")
	@AutoConfigurationPackage(basePackages = GeneratedShop.PACKAGE)
	static class Dkmio {

	}

}
