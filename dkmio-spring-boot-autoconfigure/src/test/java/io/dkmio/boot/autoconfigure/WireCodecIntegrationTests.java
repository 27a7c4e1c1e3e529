package io.dkmio.boot.autoconfigure;

import java.util.List;
import java.util.stream.IntStream;

import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.boot.autoconfigure.shop.Order;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.WireInterceptor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The property {@code dkmio.client.wire-codec} in both positions, over HTTP.
 */
class WireCodecIntegrationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoObservationAutoConfiguration.class,
				DynamoEmbeddedAutoConfiguration.class, DynamoClientAutoConfiguration.class,
				DynamoDataAutoConfiguration.class, DynamoSchemaAutoConfiguration.class))
		.withUserConfiguration(Shop.class)
		.withPropertyValues("dkmio.table.name=shop");

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readsAndWritesTheSameEitherWay(boolean wire) {
		this.runner.withPropertyValues("dkmio.client.wire-codec=" + wire).run((context) -> {
			DynamoTemplate dynamo = context.getBean(DynamoTemplate.class);
			Customer ada = new Customer("c1", "Ada \"\u00e9\ud83d\ude00\\");
			dynamo.insert(ada);
			List<Order> orders = dynamo
				.putAll(IntStream.range(0, 60).mapToObj((i) -> new Order("c1", "o" + (10 + i))).toList());
			assertThat(dynamo.get(Customer.class, "c1").required()).isEqualTo(ada);
			assertThat(dynamo.query(Order.class).where(attribute("customerId").eq("c1")).list())
				.containsExactlyElementsOf(orders);
			assertThat(dynamo.get(Customer.class, "c9").optional()).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void refusesTheSameEitherWay(boolean wire) {
		this.runner.withPropertyValues("dkmio.client.wire-codec=" + wire).run((context) -> {
			DynamoTemplate dynamo = context.getBean(DynamoTemplate.class);
			dynamo.insert(new Customer("c1", "Ada"));
			assertThatExceptionOfType(DuplicateKeyException.class)
				.isThrownBy(() -> dynamo.insert(new Customer("c1", "Bob")));
			Order first = dynamo.insert(new Order("c1", "o1"));
			dynamo.update(first);
			assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> dynamo.update(first));
		});
	}

	@Test
	void takesItemsFromTheWireUnlessToldOtherwise() {
		this.runner.run((context) -> {
			use(context);
			assertThat(context.getBean(DynamoExecutor.class).wire()).isNotNull();
			assertThat(answers(context, "wire")).isEqualTo(1);
			assertThat(answers(context, "other-structure")).isZero();
			assertThat(context.getBean(MeterRegistry.class).get("dkmio.wire.requests").functionCounter().count())
				.isPositive();
		});
	}

	@Test
	void leavesItemsToTheSdkWhenToldTo() {
		this.runner.withPropertyValues("dkmio.client.wire-codec=false").run((context) -> {
			use(context);
			assertThat(context.getBean(DynamoExecutor.class).wire()).isNull();
			assertThat(interceptors(context.getBean(DynamoDbClient.class)))
				.noneMatch(WireInterceptor.class::isInstance);
			assertThat(context.getBean(MeterRegistry.class)
				.get("dkmio.wire.answers")
				.tag("outcome", "no-interceptor")
				.counter()
				.count()).isEqualTo(1);
			assertThat(context.getBean(MeterRegistry.class).find("dkmio.wire.answers").meters()).hasSize(1);
		});
	}

	@Test
	void asksEachNamedClientForItself() {
		this.runner
			.withPropertyValues("dkmio.clients.plain.wire-codec=false", "dkmio.clients.wired.api-call-timeout=30s")
			.run((context) -> {
				assertThat(interceptors(context.getBean("plainDynamoDbClient", DynamoDbClient.class)))
					.noneMatch(WireInterceptor.class::isInstance);
				assertThat(interceptors(context.getBean("wiredDynamoDbClient", DynamoDbClient.class)))
					.filteredOn(WireInterceptor.class::isInstance)
					.hasSize(1);
			});
	}

	@Test
	void givesEachClientAnInterceptorOfItsOwn() {
		this.runner.withPropertyValues("dkmio.clients.wired.api-call-timeout=30s")
			.run((context) -> assertThat(wire(context.getBean("wiredDynamoDbClient", DynamoDbClient.class)))
				.isNotSameAs(wire(context.getBean("dynamoDbClient", DynamoDbClient.class))));
	}

	@Test
	void leavesTheApplicationsClientAlone() {
		this.runner.withUserConfiguration(OwnClient.class)
			.run((context) -> assertThat(interceptors(context.getBean(DynamoDbClient.class)))
				.noneMatch(WireInterceptor.class::isInstance));
	}

	@Test
	void comesAfterWhatCustomizersSet() {
		this.runner
			.withBean(DynamoClientBuilderCustomizer.class,
					() -> (builder) -> builder.overrideConfiguration((override) -> override.putHeader("x-shop", "1")))
			.run((context) -> assertThat(interceptors(context.getBean(DynamoDbClient.class)))
				.anyMatch(WireInterceptor.class::isInstance));
	}

	private static void use(AssertableApplicationContext context) {
		DynamoTemplate dynamo = context.getBean(DynamoTemplate.class);
		dynamo.insert(new Customer("c1", "Ada"));
		dynamo.get(Customer.class, "c1").required();
	}

	private static double answers(AssertableApplicationContext context, String outcome) {
		return context.getBean(MeterRegistry.class)
			.get("dkmio.wire.answers")
			.tag("outcome", outcome)
			.functionCounter()
			.count();
	}

	private static ExecutionInterceptor wire(DynamoDbClient client) {
		return interceptors(client).stream().filter(WireInterceptor.class::isInstance).findFirst().orElseThrow();
	}

	private static List<ExecutionInterceptor> interceptors(DynamoDbClient client) {
		return client.serviceClientConfiguration().overrideConfiguration().executionInterceptors();
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Customer.class)
	static class Shop {

		@Bean
		MeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnClient {

		@Bean
		DynamoDbClient ownClient() {
			return DynamoDbClient.builder().region(Region.EU_NORTH_1).build();
		}

	}

}
