package io.dkmio.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.boot.autoconfigure.shop.Order;
import io.dkmio.boot.autoconfigure.shop.ShopItem;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.UnmappedItems;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.observability.DefaultDynamoObservationConvention;
import io.dkmio.observability.DynamoObservationContext;
import io.dkmio.observability.DynamoObservationConvention;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static io.dkmio.core.expression.Conditions.attribute;
import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoObservationAutoConfiguration}.
 */
class DynamoObservationAutoConfigurationIntegrationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoObservationAutoConfiguration.class,
				DynamoEmbeddedAutoConfiguration.class, DynamoClientAutoConfiguration.class,
				DynamoDataAutoConfiguration.class, DynamoSchemaAutoConfiguration.class))
		.withUserConfiguration(Shop.class)
		.withPropertyValues("dkmio.table.name=shop");

	@Test
	void nestsRequestsUnderTheCaller() {
		TestObservationRegistry observations = TestObservationRegistry.create();
		this.runner.withBean(ObservationRegistry.class, () -> observations).run((context) -> {
			DynamoTemplate dynamo = context.getBean(DynamoTemplate.class);
			observations.clear();
			Observation.createNotStarted("checkout", observations)
				.observe(() -> dynamo.insert(new Customer("c1", "Ada")));
			assertThat(observations).hasObservationWithNameEqualTo("dkmio.operation")
				.that()
				.hasContextualNameEqualTo("PutItem shop")
				.hasLowCardinalityKeyValue("operation", "insert")
				.hasLowCardinalityKeyValue("outcome", "success")
				.hasParentObservationContextMatching((parent) -> "checkout".equals(parent.getName()));
		});
	}

	@Test
	void takesTheConventionOfTheApplication() {
		TestObservationRegistry observations = TestObservationRegistry.create();
		this.runner.withBean(ObservationRegistry.class, () -> observations)
			.withBean(DynamoObservationConvention.class, OwnConvention::new)
			.run((context) -> {
				DynamoTemplate dynamo = context.getBean(DynamoTemplate.class);
				observations.clear();
				dynamo.exists(Customer.class, "c1");
				assertThat(observations).hasObservationWithNameEqualTo("dkmio.operation")
					.that()
					.hasContextualNameEqualTo("our GetItem");
			});
	}

	@Test
	void makesNoObservationsIfAPropertySaysSo() {
		List<String> seen = new ArrayList<>();
		ApplicationContextRunner observing = this.runner
			.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class))
			.withBean("seen", ObservationHandler.class, () -> new Seen(seen));
		observing.run((context) -> context.getBean(DynamoTemplate.class).exists(Customer.class, "c1"));
		assertThat(seen).contains("dkmio.operation");
		seen.clear();
		observing.withPropertyValues("management.observations.enable.dkmio=false")
			.run((context) -> context.getBean(DynamoTemplate.class).exists(Customer.class, "c1"));
		assertThat(seen).isEmpty();
	}

	@Test
	void paysNothingWithoutRegistries() {
		this.runner.run((context) -> assertThat(context.getBean(DynamoExecutor.class))
			.isInstanceOf(ClientDynamoExecutor.class));
	}

	@Test
	void countsItemsWhoseTypesNobodyKnows() {
		List<String> told = new ArrayList<>();
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean(UnmappedItems.class, () -> (table, asked, alias, known) -> told.add(String.valueOf(alias)))
			.run((context) -> {
				DynamoTemplate dynamo = context.getBean(DynamoTemplate.class);
				dynamo.insert(new Customer("c1", "Ada"));
				putInvoices(context.getBean(DynamoDbClient.class), 2);
				assertThat(dynamo.query(ShopItem.class).where(attribute("customerId").eq("c1")).list()).hasSize(1);
				assertThat(context.getBean(MeterRegistry.class)
					.get("dkmio.items.unmapped")
					.tags("table", "shop", "item.type", "ShopItem")
					.counter()
					.count()).isEqualTo(2);
				assertThat(told).containsExactly("Invoice", "Invoice");
			});
	}

	@Test
	void asksEveryRequestWhatItConsumes() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			DynamoTemplate dynamo = context.getBean(DynamoTemplate.class);
			useEverything(dynamo, "c1");
			Map<String, Double> capacity = context.getBean(MeterRegistry.class)
				.get("dkmio.capacity")
				.counters()
				.stream()
				.collect(Collectors.toMap((counter) -> String.valueOf(counter.getId().getTag("operation")),
						(counter) -> counter.count(), Double::sum));
			assertThat(capacity).hasSizeGreaterThan(5)
				.allSatisfy((operation, units) -> assertThat(units).as(operation).isPositive());
		});
	}

	@Test
	void makesNoMoreSeriesThanThereAreOperationsTablesIndexesTypesAndOutcomes() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
		this.runner.withBean(MeterRegistry.class, () -> meters)
			.withBean(ObservationRegistry.class, () -> observations)
			.run((context) -> {
				DynamoTemplate dynamo = context.getBean(DynamoTemplate.class);
				useEverything(dynamo, "first");
				int before = dkmio(meters).size();
				for (int customer = 0; customer < 25; customer++) {
					useEverything(dynamo, "customer-" + customer);
				}
				assertThat(dkmio(meters)).hasSize(before);
				long combinations = values(meters, "operation") * values(meters, "table") * values(meters, "index")
						* values(meters, "item.type") * values(meters, "outcome");
				assertThat((long) meters.find("dkmio.operation").timers().size()).isLessThanOrEqualTo(combinations);
				assertThat(dkmio(meters)).flatExtracting((meter) -> meter.getId().getTags())
					.extracting(Tag::getValue)
					.noneMatch((value) -> value.contains("customer-"));
			});
	}

	private static void useEverything(DynamoTemplate dynamo, String customer) {
		Customer inserted = dynamo.insert(new Customer(customer, "Ada"));
		dynamo.put(inserted);
		dynamo.get(Customer.class, customer).required();
		dynamo.update(Customer.class, customer).set("fullName", "Bob").execute();
		Order order = dynamo.insert(new Order(customer, "o1"));
		dynamo.query(Order.class).where(attribute("customerId").eq(customer)).list();
		dynamo.batchGet(Customer.class, List.of(customer)).list();
		dynamo.delete(order);
	}

	private static List<Meter> dkmio(MeterRegistry meters) {
		return meters.getMeters().stream().filter((meter) -> meter.getId().getName().startsWith("dkmio.")).toList();
	}

	private static long values(MeterRegistry meters, String tag) {
		Set<String> values = meters.find("dkmio.operation")
			.timers()
			.stream()
			.map((timer) -> String.valueOf(timer.getId().getTag(tag)))
			.collect(Collectors.toSet());
		return values.size();
	}

	private static void putInvoices(DynamoDbClient client, int count) {
		for (int i = 0; i < count; i++) {
			String key = "INVOICE#" + i;
			client.putItem((put) -> put.tableName("shop")
				.item(Map.of("pk", AttributeValue.fromS("CUSTOMER#c1"), "sk", AttributeValue.fromS(key), "_type",
						AttributeValue.fromS("Invoice"))));
		}
	}

	/**
	 * Notes the names of observations.
	 */
	private record Seen(List<String> names) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
			this.names.add(context.getName());
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	private static final class OwnConvention extends DefaultDynamoObservationConvention {

		@Override
		public String getContextualName(DynamoObservationContext context) {
			return "our " + context.getAction().name();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Customer.class)
	static class Shop {

	}

}
