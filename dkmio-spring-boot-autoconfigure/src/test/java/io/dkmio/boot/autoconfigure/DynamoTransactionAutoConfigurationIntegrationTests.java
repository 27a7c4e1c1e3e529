package io.dkmio.boot.autoconfigure;

import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.DynamoTransactionManager;
import io.dkmio.core.ReadHandle;
import io.dkmio.core.ReadTransactionTemplate;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.transaction.WriteTransaction;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link DynamoTransactionAutoConfiguration}.
 */
class DynamoTransactionAutoConfigurationIntegrationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(DynamoEmbeddedAutoConfiguration.class, DynamoClientAutoConfiguration.class,
						DynamoDataAutoConfiguration.class, DynamoSchemaAutoConfiguration.class,
						DynamoTransactionAutoConfiguration.class, TransactionAutoConfiguration.class))
		.withUserConfiguration(Shop.class)
		.withPropertyValues("dkmio.table.name=shop");

	@Test
	void keepsTheWritesOfAMethodUntilItReturns() {
		this.runner.run((context) -> {
			DynamoTemplate dynamo = context.getBean(DynamoTemplate.class);
			context.getBean(Checkout.class).register("c1", false);
			assertThat(dynamo.exists(Customer.class, "c1")).isTrue();
			assertThatIllegalStateException().isThrownBy(() -> context.getBean(Checkout.class).register("c2", true));
			assertThat(dynamo.exists(Customer.class, "c2")).isFalse();
		});
	}

	@Test
	void hasATemplateForWritesAndOneForReads() {
		this.runner.run((context) -> {
			context.getBean(WriteTransactionTemplate.class).write((tx) -> tx.insert(new Customer("c9", "Ada")));
			ReadHandle<Customer> customer = context.getBean(ReadTransactionTemplate.class)
				.read((tx) -> tx.get(Customer.class, "c9"));
			assertThat(customer.required()).isEqualTo(new Customer("c9", "Ada"));
		});
	}

	@Test
	void neverStandsInForTheManagerOfAnotherStore() {
		this.runner
			.withBean("other", PlatformTransactionManager.class, () -> Mockito.mock(PlatformTransactionManager.class))
			.run((context) -> {
				assertThat(context).hasNotFailed().hasBean(WriteTransaction.MANAGER);
				assertThat(context.getBean(PlatformTransactionManager.class)).isSameAs(context.getBean("other"));
				assertThat(context.getBean(TransactionTemplate.class).getTransactionManager())
					.isSameAs(context.getBean("other"));
			});
	}

	@Test
	void leavesTheApplicationsManagerAlone() {
		this.runner.withUserConfiguration(OwnManager.class)
			.run((context) -> assertThat(context.getBeansOfType(DynamoTransactionManager.class)).hasSize(1)
				.containsKey(WriteTransaction.MANAGER));
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Customer.class)
	@EnableTransactionManagement
	static class Shop {

		@Bean
		Checkout checkout(DynamoTemplate dynamo) {
			return new Checkout(dynamo);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnManager {

		@Bean
		DynamoTransactionManager dynamoTransactionManager(DynamoTemplate dynamo) {
			return new DynamoTransactionManager(dynamo);
		}

	}

	static class Checkout {

		private final DynamoTemplate dynamo;

		Checkout(DynamoTemplate dynamo) {
			this.dynamo = dynamo;
		}

		@WriteTransaction
		public void register(String id, boolean fails) {
			this.dynamo.insert(new Customer(id, "Ada"));
			if (fails) {
				throw new IllegalStateException("no");
			}
		}

	}

}
