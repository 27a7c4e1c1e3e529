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

/**
 * The application {@link StartupCost} compares with: it has a client, and neither dkmio
 * nor Spring Data on its class path.
 */
final class StartedClient {

	private StartedClient() {
	}

	/**
	 * Starts, and writes down how long that took.
	 * @param args the file for the measure
	 * @throws IOException if the file cannot be written
	 */
	public static void main(String[] args) throws IOException {
		long start = System.nanoTime();
		try (ConfigurableApplicationContext context = SpringApplication.run(Application.class,
				"--spring.main.banner-mode=off", "--logging.level.root=warn")) {
			double time = (System.nanoTime() - start) / 1e6;
			context.getBean(DynamoDbClient.class);
			Files.writeString(Path.of(args[0]), "start=" + time + "\n");
		}
	}

	/**
	 * An application without dkmio.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		DynamoDbClient dynamoDbClient() {
			return DynamoDbClient.builder().region(Region.EU_WEST_1).build();
		}

	}

}
