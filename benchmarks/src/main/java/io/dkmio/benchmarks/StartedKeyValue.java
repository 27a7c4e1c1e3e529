package io.dkmio.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.map.repository.config.EnableMapRepositories;

/**
 * The application {@link StartupCost} compares with to tell what Spring Data costs by
 * itself: it has a client, and repositories of Spring Data's store in memory, which does
 * next to nothing, and no dkmio on its class path.
 */
final class StartedKeyValue {

	private StartedKeyValue() {
	}

	/**
	 * Starts, and writes down how long that took.
	 * @param args the file for the measure, and how many repositories there are
	 * @throws IOException if the file cannot be written
	 */
	public static void main(String[] args) throws IOException {
		long start = System.nanoTime();
		try (ConfigurableApplicationContext context = SpringApplication.run(Application.class,
				"--spring.main.banner-mode=off", "--logging.level.root=warn")) {
			double time = (System.nanoTime() - start) / 1e6;
			for (int i = 0; i < Integer.parseInt(args[1]); i++) {
				context.getBean("item" + i + "Repository");
			}
			Files.writeString(Path.of(args[0]), "start=" + time + "\n");
		}
	}

	/**
	 * An application without dkmio, and with repositories.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableMapRepositories(basePackages = "io.dkmio.benchmarks.generated")
	static class Application {

		@Bean
		DynamoDbClient dynamoDbClient() {
			return DynamoDbClient.builder().region(Region.EU_WEST_1).build();
		}

	}

}
