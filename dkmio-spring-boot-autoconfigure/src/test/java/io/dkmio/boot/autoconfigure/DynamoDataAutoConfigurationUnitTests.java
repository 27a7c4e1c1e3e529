package io.dkmio.boot.autoconfigure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.regions.Region;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.WritingConverter;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.DynamoAction;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.boot.autoconfigure.shop.Order;
import io.dkmio.core.DynamoOperations;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.DynamoCustomConversions;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.query.CursorCodec;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DynamoDataAutoConfiguration}.
 */
class DynamoDataAutoConfigurationUnitTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoClientAutoConfiguration.class, DynamoDataAutoConfiguration.class,
				DynamoSchemaAutoConfiguration.class))
		.withPropertyValues("dkmio.client.region=eu-west-1", "dkmio.client.endpoint=http://127.0.0.1:1");

	@Test
	void startsWithoutARequest() {
		this.runner.withUserConfiguration(Items.class)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(DynamoTemplate.class));
	}

	@Test
	void namesTheTemplate() {
		this.runner.run((context) -> assertThat(context.getBean("dynamoTemplate")).isInstanceOf(DynamoTemplate.class));
	}

	@Test
	void leavesTheApplicationsTemplateAlone() {
		this.runner.withUserConfiguration(OwnTemplate.class)
			.run((context) -> assertThat(context).hasSingleBean(DynamoOperations.class).hasBean("ownTemplate"));
	}

	@Test
	void leavesTheApplicationsMappingAlone() {
		DynamoMappingContext own = DynamoMappingContext.of(List.of(TableDefinition.of("shop")), Customer.class);
		this.runner.withBean(DynamoMappingContext.class, () -> own)
			.run((context) -> assertThat(context.getBean(DynamoConverter.class).getMappingContext()).isSameAs(own));
	}

	@Test
	void findsItemTypesInThePackagesOfEntityScan() {
		this.runner.withUserConfiguration(Items.class).run((context) -> {
			DynamoMappingContext mapping = context.getBean(DynamoMappingContext.class);
			TableDefinition table = mapping.findTable(TableDefinition.DEFAULT);
			assertThat(mapping.getItems(table)).extracting((item) -> (Object) item.getType())
				.containsExactly(Customer.class, Order.class);
		});
	}

	@Test
	void namesAttributesInSnakeCase() {
		this.runner.withUserConfiguration(Items.class)
			.withPropertyValues("dkmio.mapping.naming=snake")
			.run((context) -> assertThat(
					context.getBean(DynamoConverter.class).toItem(new Customer("c1", "Ada Lovelace")))
				.containsEntry("full_name", AttributeValue.fromS("Ada Lovelace")));
	}

	@Test
	void usesTheApplicationsConversions() {
		this.runner.withUserConfiguration(Items.class, Conversions.class)
			.run((context) -> assertThat(context.getBean(DynamoConverter.class).toAttributeValue(new Colour("red")))
				.isEqualTo(AttributeValue.fromS("#red")));
	}

	@Test
	void signsCursorsWithTheSecretOfTheConfiguration() {
		String secret = "a".repeat(32);
		byte[] binding = { 1 };
		String cursor = CursorCodec.of(secret).encode(Map.of("pk", AttributeValue.fromS("x")), binding);
		this.runner.withPropertyValues("dkmio.cursor.secret=" + secret)
			.run((context) -> assertThat(context.getBean(CursorCodec.class).decode(cursor, binding)).containsKey("pk"));
	}

	@Test
	void acceptsCursorsOfFormerSecrets() {
		String former = "b".repeat(32);
		byte[] binding = { 1 };
		String cursor = CursorCodec.of(former).encode(Map.of("pk", AttributeValue.fromS("x")), binding);
		this.runner.withPropertyValues("dkmio.cursor.secret=" + "a".repeat(32), "dkmio.cursor.former-secrets=" + former)
			.run((context) -> assertThat(context.getBean(CursorCodec.class).decode(cursor, binding)).containsKey("pk"));
	}

	@Test
	void decoratesTheExecutorInOrder() {
		this.runner.withUserConfiguration(Items.class, Decorators.class).run((context) -> {
			assertThat(context.getBean(Decorators.class).order).containsExactly("inner", "outer");
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> context.getBean(DynamoTemplate.class).get(Customer.class, "c1").required())
				.withMessage("outer");
		});
	}

	@Test
	void takesTheClockOfTheApplication() {
		Clock clock = Clock.systemUTC();
		this.runner.withBean(Clock.class, () -> clock)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(DynamoTemplate.class));
	}

	@Test
	void makesNoTemplateWhereTwoClientsCompete() {
		this.runner.withUserConfiguration(TwoClients.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(DynamoOperations.class)
				.hasSingleBean(DynamoMappingContext.class));
	}

	record Colour(String name) {

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Customer.class)
	static class Items {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnTemplate {

		@Bean
		DynamoTemplate ownTemplate(DynamoDbClient client, DynamoMappingContext context) {
			return new DynamoTemplate(client, context);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Conversions {

		@Bean
		DynamoCustomConversions conversions() {
			return DynamoCustomConversions.of(new ColourWriter());
		}

	}

	@WritingConverter
	static class ColourWriter implements Converter<Colour, String> {

		@Override
		public String convert(Colour colour) {
			return "#" + colour.name();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Decorators {

		private final List<String> order = new ArrayList<>();

		@Bean
		@org.springframework.core.annotation.Order(2)
		DynamoExecutorDecorator outer() {
			return (executor) -> record("outer");
		}

		@Bean
		@org.springframework.core.annotation.Order(1)
		DynamoExecutorDecorator inner() {
			return (executor) -> record("inner");
		}

		private DynamoExecutor record(String name) {
			this.order.add(name);
			return new RefusingExecutor(name);
		}

	}

	record RefusingExecutor(String name) implements DynamoExecutor {

		@Override
		public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
				DynamoOperation operation) {
			throw new IllegalStateException(this.name);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoClients {

		@Bean
		DynamoDbClient one() {
			return client();
		}

		@Bean
		DynamoDbClient two() {
			return client();
		}

		private static DynamoDbClient client() {
			return DynamoDbClient.builder().region(Region.EU_WEST_1).build();
		}

	}

}
