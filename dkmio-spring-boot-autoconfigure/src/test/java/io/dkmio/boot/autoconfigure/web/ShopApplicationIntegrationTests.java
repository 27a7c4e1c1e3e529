package io.dkmio.boot.autoconfigure.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.boot.autoconfigure.shop.CustomerRepository;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.transaction.WriteTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Talks to a whole application over HTTP. JPA with its own transaction manager is in it
 * as well.
 */
class ShopApplicationIntegrationTests {

	private static ConfigurableApplicationContext application;

	@BeforeAll
	static void start() {
		application = new SpringApplicationBuilder(ShopApplication.class)
			.properties("server.port=0", "spring.application.name=shop",
					"management.endpoints.web.exposure.include=dkmio,health,metrics,info",
					"management.endpoint.health.show-details=always",
					"management.endpoint.health.group.store.include=dynamoDb", "management.info.dkmio.enabled=true",
					"spring.cloud.aws.dynamodb.enabled=false", "spring.jpa.open-in-view=false",
					"spring.main.banner-mode=off", "logging.level.root=warn")
			.run();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void writesAndReadsOverHttp() throws Exception {
		assertThat(put("/customers/c1/Ada")).contains("\"customerId\":\"c1\"").contains("\"fullName\":\"Ada\"");
		put("/customers/c1/orders/o1");
		put("/customers/c1/orders/o2");
		assertThat(get("/customers/c1/orders", "application/json")).isEqualTo("[\"o1\",\"o2\"]");
	}

	@Test
	void showsTablesItemsAndPlansAsJson() throws Exception {
		assertThat(get("/actuator/dkmio", "application/json")).contains("\"name\":\"shop\"")
			.contains("\"attribute\":\"pk\",\"template\":\"CUSTOMER#{customerId}\"")
			.contains("OrderRepository.findByCustomerId")
			.contains("\"operation\":\"Query\"");
	}

	@Test
	void showsThemAsMarkdownToo() throws Exception {
		assertThat(get("/actuator/dkmio", "text/markdown")).contains("# Table `shop`")
			.contains("| `Order` | `pk = CUSTOMER#{customerId}`, `sk = ORDER#{orderId}` |")
			.contains("# Repository `OrderRepository`")
			.contains("OrderRepository.findByCustomerId");
	}

	@Test
	void showsThemToBrowsers() throws Exception {
		assertThat(get("/actuator/dkmio", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
			.startsWith("<!DOCTYPE html>")
			.contains("<h2>Table <code>shop</code></h2>")
			.contains("<td><code>Order</code></td>")
			.contains("<code>pk = CUSTOMER#{customerId}</code>")
			.contains("OrderRepository.findByCustomerId")
			.doesNotContain("| ---");
	}

	@Test
	void exportsTablesForOtherTools() throws Exception {
		assertThat(get("/actuator/dkmio/cloudformation", "*/*")).contains("AWS::DynamoDB::Table",
				"TableName: \"shop\"");
		assertThat(get("/actuator/dkmio/terraform", "*/*")).contains("resource \"aws_dynamodb_table\"");
		assertThat(get("/actuator/dkmio/workbench", "*/*")).contains("\"ModelName\": \"dkmio\"");
		assertThat(get("/actuator/dkmio/markdown", "*/*")).contains("### Access patterns")
			.contains("OrderRepository.findByCustomerId");
	}

	@Test
	void refusesAnExportItDoesNotKnow() throws Exception {
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(request("/actuator/dkmio/sql").build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(400);
	}

	@Test
	void isHealthy() throws Exception {
		assertThat(get("/actuator/health", "application/json")).contains("\"dynamoDb\":{")
			.contains("\"table\":\"shop\"");
	}

	@Test
	void canBeInAGroupOfHealths() throws Exception {
		assertThat(get("/actuator/health/store", "application/json")).contains("\"dynamoDb\":{")
			.contains("\"table\":\"shop\"")
			.doesNotContain("diskSpace");
	}

	@Test
	void tellsItsTables() throws Exception {
		assertThat(get("/actuator/info", "application/json")).contains("\"dkmio\":{").contains("\"default\":\"shop\"");
	}

	@Test
	void measuresWhatItDoes() throws Exception {
		put("/customers/c9/Bob");
		MeterRegistry meters = application.getBean(MeterRegistry.class);
		assertThat(meters.get("dkmio.operation").tags("action", "PutItem", "table", "shop").timer().count())
			.isPositive();
		assertThat(meters.get("dkmio.capacity").tags("kind", "write", "item.type", "Customer").counter().count())
			.isPositive();
		assertThat(meters.get("spring.data.repository.invocations")
			.tags("repository", "CustomerRepository")
			.timer()
			.count()).isPositive();
	}

	@Test
	void givesEachStoreItsRepositories() {
		InvoiceRepository invoices = application.getBean(InvoiceRepository.class);
		CustomerRepository customers = application.getBean(CustomerRepository.class);
		TransactionTemplate jpa = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
		jpa.executeWithoutResult((status) -> {
			invoices.save(new Invoice("i1"));
			customers.save(new Customer("c7", "Eve"));
			status.setRollbackOnly();
		});
		assertThat(invoices.findById("i1")).isEmpty();
		assertThat(customers.findById("c7")).isPresent();
		assertThat(invoices.save(new Invoice("i2")).getNumber()).isEqualTo("i2");
	}

	@Test
	void keepsWritesOfAWriteTransactionBesideThoseOfJpa() {
		CustomerRepository customers = application.getBean(CustomerRepository.class);
		TransactionTemplate dynamo = new TransactionTemplate(
				application.getBean(WriteTransaction.MANAGER, PlatformTransactionManager.class));
		dynamo.executeWithoutResult((status) -> {
			customers.save(new Customer("c8", "Eve"));
			application.getBean(InvoiceRepository.class).save(new Invoice("i3"));
			status.setRollbackOnly();
		});
		assertThat(customers.findById("c8")).isEmpty();
		assertThat(application.getBean(InvoiceRepository.class).findById("i3")).isPresent();
	}

	@Test
	void worksBesideJpaAndItsTransactionManager() {
		assertThat(application.getBean(EntityManagerFactory.class)).isNotNull();
		assertThat(application.getBean(PlatformTransactionManager.class)).isInstanceOf(JpaTransactionManager.class);
		assertThat(application.getBean(DynamoTemplate.class)).isNotNull();
	}

	private static String put(String path) throws IOException, InterruptedException {
		return send(request(path).PUT(HttpRequest.BodyPublishers.noBody()).build());
	}

	private static String get(String path, String accept) throws IOException, InterruptedException {
		return send(request(path).header("Accept", accept).build());
	}

	private static HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(
				URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path));
	}

	private static String send(HttpRequest request) throws IOException, InterruptedException {
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return response.body();
	}

}
