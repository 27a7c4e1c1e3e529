package io.dkmio.boot.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.embedded.EmbeddedDynamo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoEmbeddedAutoConfiguration}, and for what goes before it.
 */
class DynamoEmbeddedAutoConfigurationIntegrationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(DynamoEmbeddedAutoConfiguration.class, DynamoClientAutoConfiguration.class,
						DynamoDataAutoConfiguration.class, DynamoSchemaAutoConfiguration.class))
		.withPropertyValues("dkmio.table.name=shop");

	@Test
	void worksWithoutAnyConfiguration() {
		this.runner.withUserConfiguration(Items.class).run((context) -> {
			DynamoTemplate dynamo = context.getBean(DynamoTemplate.class);
			dynamo.insert(new Customer("c1", "Ada"));
			assertThat(dynamo.get(Customer.class, "c1").required().fullName()).isEqualTo("Ada");
		});
	}

	@Test
	void saysInOneWarningWhereTheDataIs() {
		Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		root.addAppender(log);
		this.runner.run((context) -> assertThat(log.list).filteredOn((event) -> event.getLevel() == Level.WARN)
			.extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("No endpoint of DynamoDB is configured and dkmio-embedded is on the class path: using"
					+ " DynamoDB Local in this JVM, at " + endpoint(context.getBean(DynamoDbClient.class))
					+ ", with its data in memory, and creating the tables. For development and tests only."));
		root.detachAppender(log);
	}

	@Test
	void givesEachContextADatabaseInOneServer() {
		this.runner.run((first) -> this.runner.withPropertyValues("dkmio.schema=none").run((second) -> {
			DynamoDbClient one = first.getBean(DynamoDbClient.class);
			DynamoDbClient two = second.getBean(DynamoDbClient.class);
			assertThat(endpoint(one)).isEqualTo(endpoint(two));
			assertThat(one.listTables().tableNames()).containsExactly("shop");
			assertThat(two.listTables().tableNames()).isEmpty();
		}));
	}

	@Test
	void keepsTheServerForTheContextThatComesNext() {
		URI[] endpoints = new URI[2];
		this.runner.run((context) -> endpoints[0] = endpoint(context.getBean(DynamoDbClient.class)));
		this.runner.run((context) -> endpoints[1] = endpoint(context.getBean(DynamoDbClient.class)));
		assertThat(endpoints[1]).isEqualTo(endpoints[0]);
	}

	@Test
	void sharesADatabaseByItsName() {
		this.runner.withPropertyValues("dkmio.embedded.database=Shared").run((first) -> {
			assertThat(first).hasNotFailed();
			this.runner.withPropertyValues("dkmio.embedded.database=Shared", "dkmio.schema=none")
				.run((second) -> assertThat(second.getBean(DynamoDbClient.class).listTables().tableNames())
					.containsExactly("shop"));
		});
	}

	@Test
	void keepsDataInADirectory(@TempDir Path directory) {
		ApplicationContextRunner persistent = this.runner.withUserConfiguration(Items.class)
			.withPropertyValues("dkmio.embedded.data-directory=" + directory);
		persistent.run((context) -> context.getBean(DynamoTemplate.class).insert(new Customer("c1", "Ada")));
		persistent
			.run((context) -> assertThat(context.getBean(DynamoTemplate.class).exists(Customer.class, "c1")).isTrue());
	}

	@Test
	void takesNamedClientsWithItUnlessTheyHaveAnEndpoint() {
		this.runner
			.withPropertyValues("dkmio.clients.reports.api-call-timeout=5s",
					"dkmio.clients.archive.endpoint=http://archive:8000", "dkmio.clients.archive.region=eu-west-1")
			.run((context) -> {
				DynamoDbClient reports = context.getBean("reportsDynamoDbClient", DynamoDbClient.class);
				assertThat(reports.listTables().tableNames()).containsExactly("shop");
				assertThat(endpoint(context.getBean("archiveDynamoDbClient", DynamoDbClient.class)))
					.isEqualTo(URI.create("http://archive:8000"));
			});
	}

	@Test
	void refusesANameNoDatabaseCanHave() {
		assertThat(
				FailureRunner.analyze(this.runner.withPropertyValues("dkmio.embedded.database=my-db")).getDescription())
			.startsWith("Property 'dkmio.embedded.database' cannot be used: 'my-db' is no name of a database.");
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 65536 })
	void refusesAPortThatIsNone(int port) {
		FailureAnalysis analysis = FailureRunner.analyze(this.runner.withPropertyValues("dkmio.embedded.port=" + port));
		assertThat(analysis.getDescription())
			.startsWith("Property 'dkmio.embedded.port' cannot be used: there is no port " + port + ".");
		assertThat(analysis.getAction()).isEqualTo("Use 0 for a free port, or one up to 65535.");
	}

	@Test
	void saysThatAnotherListensOnThePort() throws IOException {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			FailureAnalysis analysis = FailureRunner
				.analyze(this.runner.withPropertyValues("dkmio.embedded.port=" + other.getLocalPort()));
			assertThat(analysis.getDescription())
				.startsWith("Could not start DynamoDB Local on 127.0.0.1, port " + other.getLocalPort() + ": ")
				.endsWith(". Choose a port nothing listens on, or 0 for a free one.");
			assertThat(analysis.getAction()).isEqualTo("See dkmio.embedded.port and dkmio.embedded.data-directory. To"
					+ " use another DynamoDB, set dkmio.client.endpoint, or dkmio.embedded.enabled=false for that of"
					+ " AWS.");
		}
	}

	@Test
	void saysThatTheDataDirectoryCannotBeUsed(@TempDir Path directory) throws IOException {
		Path file = Files.createFile(directory.resolve("file"));
		assertThat(FailureRunner.analyze(this.runner.withPropertyValues("dkmio.embedded.data-directory=" + file))
			.getDescription()).startsWith("Could not use " + file + " as the data directory of DynamoDB Local: ")
			.endsWith(". Name a directory that exists or can be created, and can be written to.");
	}

	@Test
	void standsBackForTheApplicationsClient() {
		this.runner.withUserConfiguration(OwnClient.class)
			.run((context) -> assertThat(context).doesNotHaveBean(EmbeddedDatabase.class)
				.getBean(DynamoDbClient.class)
				.isSameAs(context.getBean("ownClient")));
	}

	@Test
	void standsBackForConnectionDetails() {
		this.runner.withUserConfiguration(Details.class)
			.withPropertyValues("dkmio.client.region=eu-west-1")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(EmbeddedDatabase.class);
				assertThat(endpoint(context.getBean(DynamoDbClient.class)))
					.isEqualTo(URI.create("http://container:4566"));
			});
	}

	@Test
	void putsTheApplicationsClientBeforeConnectionDetails() {
		this.runner.withUserConfiguration(OwnClient.class, Details.class)
			.run((context) -> assertThat(context).getBean(DynamoDbClient.class).isSameAs(context.getBean("ownClient")));
	}

	@Test
	void standsBackForAnEndpointInTheConfiguration() {
		this.runner.withPropertyValues("dkmio.client.endpoint=http://localhost:8000", "dkmio.client.region=eu-west-1")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(EmbeddedDatabase.class);
				assertThat(endpoint(context.getBean(DynamoDbClient.class)))
					.isEqualTo(URI.create("http://localhost:8000"));
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB", "aws.endpointUrl" })
	void standsBackForAnEndpointOfTheAwsSdk(String name) {
		this.runner.withPropertyValues(name + "=http://localhost:8000", "dkmio.client.region=eu-west-1")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedDatabase.class));
	}

	@Test
	void canBeSwitchedOff() {
		this.runner.withPropertyValues("dkmio.embedded.enabled=false", "dkmio.client.region=eu-west-1")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedDatabase.class));
	}

	@Test
	void asksAwsWithoutTheEmbeddedServer() {
		this.runner.withClassLoader(new FilteredClassLoader(EmbeddedDynamo.class))
			.withPropertyValues("dkmio.client.region=eu-west-1")
			.run((context) -> assertThat(
					context.getBean(DynamoDbClient.class).serviceClientConfiguration().endpointOverride())
				.isEmpty());
	}

	private static URI endpoint(DynamoDbClient client) {
		return client.serviceClientConfiguration().endpointOverride().orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Customer.class)
	static class Items {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnClient {

		@Bean
		DynamoDbClient ownClient() {
			return DynamoDbClient.builder().region(Region.EU_NORTH_1).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Details {

		@Bean
		DynamoConnectionDetails details() {
			return new DynamoConnectionDetails() {

				@Override
				public URI getEndpoint() {
					return URI.create("http://container:4566");
				}

			};
		}

	}

}
