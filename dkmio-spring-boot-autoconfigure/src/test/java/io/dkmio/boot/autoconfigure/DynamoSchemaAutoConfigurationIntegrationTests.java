package io.dkmio.boot.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.core.DynamoOperations;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.embedded.EmbeddedDynamo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoSchemaAutoConfiguration}, and for what is said when DynamoDB is
 * not as the application needs it.
 */
class DynamoSchemaAutoConfigurationIntegrationTests {

	private static EmbeddedDynamo server;

	@BeforeAll
	static void start() {
		server = EmbeddedDynamo.start();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void doesNothingByDefaultWhereTheServerIsNotEmbedded() {
		runner("Nothing").run((context) -> assertThat(tables(context.getBean(DynamoDbClient.class))).isEmpty());
	}

	@Test
	void createsTablesBeforeTheyAreUsed() {
		runner("Create").withUserConfiguration(UsesTables.class)
			.withPropertyValues("dkmio.schema=create", "dkmio.tables.audit.partition-key=id")
			.run((context) -> assertThat(context.getBean(UsesTables.class).found).containsExactly("audit"));
	}

	@Test
	void createsTablesAlsoWhereBeansAreLazy() {
		runner("Lazy").withPropertyValues("dkmio.schema=create", "dkmio.table.name=shop")
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(server.client("Lazy").listTables().tableNames()).containsExactly("shop"));
	}

	@Test
	void createsTheTablesOfANamedClientWhereItSaysSo() {
		runner("Default").withPropertyValues("dkmio.table.name=shop")
			.withPropertyValues(named("reports", "Reports", "create"))
			.withPropertyValues(named("archive", "Archive", "none"))
			.run((context) -> {
				assertThat(tables(context.getBean("reportsDynamoDbClient", DynamoDbClient.class)))
					.containsExactly("shop");
				assertThat(tables(context.getBean("archiveDynamoDbClient", DynamoDbClient.class))).isEmpty();
				assertThat(tables(context.getBean(DynamoDbClient.class))).isEmpty();
			});
	}

	@Test
	void comparesTheTablesOfANamedClientWhereItSaysSo() {
		FailureAnalysis analysis = FailureRunner.analyze(runner("Default").withPropertyValues("dkmio.table.name=shop")
			.withPropertyValues(named("reports", "Elsewhere", "validate")));
		assertThat(analysis.getDescription()).contains("Table 'shop', table: expected it to exist");
	}

	@Test
	void refusesAnUnknownSchemaModeOfANamedClient() {
		FailureAnalysis analysis = FailureRunner
			.analyze(runner("Default").withPropertyValues(named("reports", "Reports", "drop")));
		assertThat(analysis.getDescription()).contains("Property: dkmio.clients.reports.schema", "Value: \"drop\"");
	}

	@Test
	void acceptsTablesThatAreAsDeclared() {
		new SchemaManager(server.client("Valid")).create(TableDefinition.of("shop"));
		runner("Valid").withPropertyValues("dkmio.schema=validate", "dkmio.table.name=shop")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void saysWhichTablesAreMissing() {
		FailureAnalysis analysis = FailureRunner
			.analyze(runner("Missing").withPropertyValues("dkmio.schema=validate", "dkmio.table.name=shop"));
		assertThat(analysis.getDescription())
			.isEqualTo("The tables in DynamoDB are missing, or are not what is declared:\n\n    - Table 'shop', table:"
					+ " expected it to exist, found no table of this name in this account and Region. Create it, for"
					+ " example with dkmio.schema=create, or check its name, the Region and the endpoint.");
		assertThat(analysis.getAction()).isEqualTo("Correct each point as it says. dkmio.schema=create makes missing"
				+ " tables, and never changes those that exist; dkmio.schema=none starts without looking at them.");
	}

	@Test
	void saysHowATableDiffers() {
		new SchemaManager(server.client("Different")).create(TableDefinition.of("shop").withoutSortKey());
		FailureAnalysis analysis = FailureRunner
			.analyze(runner("Different").withPropertyValues("dkmio.schema=create", "dkmio.table.name=shop"));
		assertThat(analysis.getDescription()).contains("Table 'shop', sort key: expected 'sk' of type S, found none.");
	}

	@Test
	void saysThatNobodyAnswersAtTheEndpoint() {
		FailureAnalysis analysis = FailureRunner.analyze(runner("Unreachable")
			.withPropertyValues("dkmio.client.endpoint=http://127.0.0.1:1", "dkmio.schema=validate"));
		assertThat(analysis.getDescription())
			.startsWith("DynamoDB at http://127.0.0.1:1 was needed while the application started, and did not answer (")
			.contains("ConnectException");
		assertThat(analysis.getAction())
			.isEqualTo("Check that it runs, and check endpoint, region, network and proxy. Without"
					+ " dkmio.schema=validate or create the application starts without asking DynamoDB.");
	}

	@Test
	void saysWhichTableWasUsedBeforeItExisted() {
		FailureAnalysis analysis = FailureRunner.analyze(
				runner("Early").withUserConfiguration(ReadsAtStart.class).withPropertyValues("dkmio.table.name=shop"));
		assertThat(analysis.getDescription())
			.isEqualTo("The application used table 'shop' while it started, and DynamoDB"
					+ " has no such table or index in this account and Region.");
		assertThat(analysis.getAction())
			.isEqualTo("Create it, for example with dkmio.schema=create, or correct its name"
					+ " (dkmio.table.name, dkmio.table-prefix, dkmio.table-suffix), the Region or the endpoint.");
	}

	private static ApplicationContextRunner runner(String database) {
		return new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(DynamoEmbeddedAutoConfiguration.class, DynamoClientAutoConfiguration.class,
							DynamoDataAutoConfiguration.class, DynamoSchemaAutoConfiguration.class))
			.withPropertyValues("dkmio.client.endpoint=" + server.endpoint(), "dkmio.client.region=us-east-1",
					"dkmio.client.api-call-attempt-timeout=30s", "dkmio.client.api-call-timeout=30s",
					"dkmio.client.http.socket-timeout=30s", "dkmio.client.credentials.access-key=" + database,
					"dkmio.client.credentials.secret-key=secret");
	}

	private static String[] named(String name, String database, String schema) {
		return Stream
			.of("endpoint=" + server.endpoint(), "region=us-east-1", "api-call-attempt-timeout=30s",
					"api-call-timeout=30s", "http.socket-timeout=30s", "credentials.access-key=" + database,
					"credentials.secret-key=secret", "schema=" + schema)
			.map((property) -> "dkmio.clients." + name + "." + property)
			.toArray(String[]::new);
	}

	private static List<String> tables(DynamoDbClient client) {
		return client.listTables().tableNames();
	}

	@Configuration(proxyBeanMethods = false)
	static class UsesTables {

		private final List<String> found;

		UsesTables(DynamoOperations operations, DynamoDbClient client) {
			this.found = tables(client);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Customer.class)
	static class ReadsAtStart {

		@Bean
		Object reads(DynamoOperations dynamo) {
			return dynamo.get(Customer.class, "c1").required();
		}

	}

}
