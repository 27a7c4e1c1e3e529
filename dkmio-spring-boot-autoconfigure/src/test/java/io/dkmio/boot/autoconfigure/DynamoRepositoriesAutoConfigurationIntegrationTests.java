package io.dkmio.boot.autoconfigure;

import io.dkmio.boot.autoconfigure.scanning.ScanningRepository;
import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.boot.autoconfigure.shop.CustomerRepository;
import io.dkmio.boot.autoconfigure.shop.Order;
import io.dkmio.boot.autoconfigure.shop.OrderRepository;
import io.dkmio.boot.autoconfigure.unservable.SortedRepository;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.repository.DynamoRepository;
import io.dkmio.repository.config.EnableDynamoRepositories;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoRepositoriesAutoConfiguration}.
 */
class DynamoRepositoriesAutoConfigurationIntegrationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoEmbeddedAutoConfiguration.class,
				DynamoClientAutoConfiguration.class, DynamoDataAutoConfiguration.class,
				DynamoSchemaAutoConfiguration.class, DynamoRepositoriesAutoConfiguration.class))
		.withPropertyValues("dkmio.table.name=shop");

	@Test
	void makesTheRepositoriesOfTheApplication() {
		this.runner.withUserConfiguration(Shop.class).run((context) -> {
			context.getBean(CustomerRepository.class).insert(new Customer("c1", "Ada"));
			context.getBean(OrderRepository.class).insert(new Order("c1", "o1"));
			assertThat(context.getBean(CustomerRepository.class).findById("c1")).contains(new Customer("c1", "Ada"));
			assertThat(context.getBean(OrderRepository.class).findByCustomerId("c1")).extracting(Order::orderId)
				.containsExactly("o1");
		});
	}

	@Test
	void canBeSwitchedOff() {
		this.runner.withUserConfiguration(Shop.class)
			.withPropertyValues("dkmio.repositories.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(DynamoTemplate.class)
				.doesNotHaveBean(CustomerRepository.class));
	}

	@Test
	void leavesItToTheApplicationThatAsksItself() {
		this.runner.withUserConfiguration(Shop.class, NothingElse.class)
			.run((context) -> assertThat(context).hasSingleBean(ScanlessRepository.class)
				.doesNotHaveBean(CustomerRepository.class));
	}

	@Test
	void usesTheTemplateOfANamedClient() {
		this.runner.withUserConfiguration(Reports.class)
			.withPropertyValues("dkmio.clients.reports.region=eu-west-1")
			.run((context) -> {
				context.getBean(CustomerRepository.class).insert(new Customer("c1", "Ada"));
				assertThat(context.getBean("reportsDynamoTemplate", DynamoTemplate.class).exists(Customer.class, "c1"))
					.isTrue();
			});
	}

	@Test
	void saysWhatAMethodLacksThatNoKeyServes() {
		FailureAnalysis analysis = FailureRunner.analyze(this.runner.withUserConfiguration(Scanning.class));
		assertThat(analysis.getDescription())
			.isEqualTo("ScanningRepository.findByFullName(String): Customer where fullName = ?0 cannot be served by a"
					+ " key or an index:\n\n    the table needs one value of 'customerId'.");
		assertThat(analysis.getAction()).isEqualTo("Ask for one value of 'customerId' to use the table, or declare an"
				+ " index whose keys are made of what is asked for, or allow a scan of the table with @AllowScan.");
	}

	@Test
	void saysThatNoKeyGivesAnOrder() {
		FailureAnalysis analysis = FailureRunner.analyze(this.runner.withUserConfiguration(Sorting.class));
		assertThat(analysis.getDescription())
			.isEqualTo("SortedRepository.findByCustomerIdOrderByUpdatedAt(String): Order where customerId = ?0 order by"
					+ " updatedAt cannot be served by a key or an index:\n\n    the table sorts by 'orderId', not by"
					+ " 'updatedAt'.");
		assertThat(analysis.getAction()).isEqualTo(
				"Sort by 'orderId' to use the table, or declare an index whose keys are made of what is asked for.");
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Customer.class)
	static class Shop {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableDynamoRepositories(basePackageClasses = ScanlessRepository.class, considerNestedRepositories = true,
			includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE,
					classes = ScanlessRepository.class),
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(shop|scanning)\\..*"))
	static class NothingElse {

	}

	interface ScanlessRepository extends DynamoRepository<Customer, String> {

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Customer.class)
	@EnableDynamoRepositories(basePackageClasses = Customer.class, templateRef = "reportsDynamoTemplate")
	static class Reports {

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = { ScanningRepository.class, Customer.class })
	static class Scanning {

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = { SortedRepository.class, Customer.class })
	static class Sorting {

	}

}
