package io.dkmio.boot.autoconfigure;

import io.dkmio.boot.autoconfigure.scanning.ScanningRepository;
import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.boot.autoconfigure.shop.CustomerRepository;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.mapping.DynamoMappingContext;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications whose beans are lazy, and those of several contexts.
 */
class ApplicationContextsIntegrationTests {

	private final ApplicationContextRunner withoutRepositories = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoEmbeddedAutoConfiguration.class,
				DynamoClientAutoConfiguration.class, DynamoDataAutoConfiguration.class,
				DynamoSchemaAutoConfiguration.class, DynamoTransactionAutoConfiguration.class))
		.withPropertyValues("dkmio.table.name=shop");

	private final ApplicationContextRunner runner = this.withoutRepositories
		.withConfiguration(AutoConfigurations.of(DynamoRepositoriesAutoConfiguration.class));

	private final ApplicationContextRunner lazy = this.runner.withInitializer(
			(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()));

	@Test
	void readsAndWritesWhereBeansAreLazy() {
		this.lazy.withUserConfiguration(Shop.class).run((context) -> {
			CustomerRepository customers = context.getBean(CustomerRepository.class);
			customers.insert(new Customer("c1", "Ada"));
			assertThat(customers.findById("c1")).contains(new Customer("c1", "Ada"));
		});
	}

	@Test
	void checksTheMappingAtTheStartAlsoWhereBeansAreLazy() {
		assertThat(FailureRunner
			.analyze(this.lazy.withUserConfiguration(Shop.class).withPropertyValues("dkmio.table.type-attribute=pk"))
			.getDescription()).startsWith("The tables and item types of dkmio do not fit together:");
	}

	@Test
	void plansMethodsAtTheStartAlsoWhereBeansAreLazy() {
		assertThat(FailureRunner.analyze(this.lazy.withUserConfiguration(Scanning.class)).getDescription())
			.startsWith("ScanningRepository.findByFullName(String)")
			.contains("cannot be served by a key or an index:");
	}

	@Test
	void usesWhatTheParentOfAContextHas() {
		this.runner.withUserConfiguration(Shop.class)
			.run((parent) -> this.runner.withUserConfiguration(Shop.class).withParent(parent).run((child) -> {
				assertThat(child).hasNotFailed();
				assertThat(child.getBeanFactory().getBeanNamesForType(DynamoDbClient.class)).isEmpty();
				assertThat(child.getBeanFactory().getBeanNamesForType(DynamoTemplate.class)).isEmpty();
				assertThat(child.getBeanFactory().getBeanNamesForType(DynamoMappingContext.class)).isEmpty();
				child.getBean(CustomerRepository.class).insert(new Customer("c1", "Ada"));
				assertThat(parent.getBean(CustomerRepository.class).existsById("c1")).isTrue();
			}));
	}

	@Test
	void hasRepositoriesInAContextWhoseParentHasTheRest() {
		this.withoutRepositories.run((parent) -> this.runner.withUserConfiguration(Shop.class)
			.withParent(parent)
			.run((child) -> assertThat(child).hasNotFailed().hasSingleBean(CustomerRepository.class)));
	}

	@Test
	void keepsTwoApplicationsInOneVirtualMachineApart() {
		this.runner.withUserConfiguration(Shop.class)
			.run((first) -> this.runner.withUserConfiguration(Shop.class).run((second) -> {
				first.getBean(CustomerRepository.class).insert(new Customer("c1", "Ada"));
				assertThat(second.getBean(CustomerRepository.class).existsById("c1")).isFalse();
				second.getBean(CustomerRepository.class).insert(new Customer("c1", "Bob"));
				assertThat(first.getBean(CustomerRepository.class).findById("c1")).contains(new Customer("c1", "Ada"));
			}));
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Customer.class)
	static class Shop {

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = { ScanningRepository.class, Customer.class })
	static class Scanning {

	}

}
